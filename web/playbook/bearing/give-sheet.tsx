import { useState } from 'react'
import type { Contract } from '#api/contract.ts'
import type { Reply } from '#api/endpoint.ts'
import { type Checklist, groupsFor, type Seen } from '#domain/playbook/checklist.ts'
import { useErrorText } from '#web/client/errors.ts'
import { freshId } from '#web/client/id.ts'
import { useWrite } from '#web/client/query.ts'
import { useSession } from '#web/client/session.tsx'
import { ActBar } from '#web/ui/act-bar.tsx'
import { Button } from '#web/ui/button.tsx'
import { ComboBox } from '#web/ui/combo-box.tsx'
import { DatePicker } from '#web/ui/date-picker.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { RadioGroup } from '#web/ui/radio-group.tsx'
import { Row, Rows, Section } from '#web/ui/section.tsx'
import { TextArea } from '#web/ui/text-area.tsx'
import { notify } from '#web/ui/toast.tsx'
import { bearingMessages } from './messages.ts'

type Sheets = Reply<Contract['GET /api/bearing-sheets']>

/** What a lead saw of a colleague on a visit, on the very list of the self-check. Given, it belongs to the colleague [S-24]. */
export function GiveSheet({ checklist, sheets }: { checklist: Checklist; sheets: Sheets }) {
  const m = useMessages(bearingMessages)
  const language = useLanguage()
  const errorText = useErrorText()
  const { today } = useSession()
  const format = useFormat()
  const write = useWrite('PUT /api/bearing-sheets/:id')
  const [who, setWho] = useState<string | null>(null)
  const [day, setDay] = useState(today)
  const [wear, setWear] = useState<'women' | 'men'>('women')
  const [seen, setSeen] = useState<Readonly<Record<string, Seen>>>({})
  const [note, setNote] = useState('')
  const colleague = sheets.observes.find(({ id }) => id === who)
  const mark = (name: string, as: Seen): void => {
    const { [name]: before, ...others } = seen
    setSeen(before === as ? others : { ...others, [name]: as })
  }
  const give = (): void => {
    if (!colleague) return
    const body = { observedId: colleague.id, checklist: checklist.id, wear, seenOn: day, seen: { ...seen }, note }
    write.mutate(
      { params: { id: freshId() }, body },
      {
        onSuccess: () => {
          notify({ text: m.give.done(colleague.name) })
          setSeen({})
          setNote('')
          setWho(null)
        },
        onError: (error) => notify({ text: errorText(error), tone: 'problem' }),
      },
    )
  }
  const count = Object.keys(seen).length
  return (
    <div className="flex min-h-full flex-col">
      <div className="mx-auto flex w-full max-w-2xl flex-col gap-3 px-4 py-3">
        <div className="flex flex-wrap items-end gap-4">
          <ComboBox
            label={m.give.who}
            options={sheets.observes.map(({ id, name }) => ({ id, label: name }))}
            value={who}
            onChange={setWho}
          />
          <DatePicker label={m.give.day} value={day} max={today} onChange={(next) => next && setDay(next)} />
          <RadioGroup
            label={m.wear.label}
            options={(['women', 'men'] as const).map((id) => ({ id, label: m.wear[id] }))}
            value={wear}
            onChange={(id) => {
              setWear(id)
              setSeen({})
            }}
          />
        </div>
        {groupsFor(checklist, wear).map((group) => (
          <Section key={group.id} title={group.title[language]} remark={group.source}>
            <ul>
              {group.pairs.map((pair) => {
                const name = `${group.id}.${pair.id}`
                return (
                  <li
                    key={pair.id}
                    aria-label={pair.do[language]}
                    className="t13 flex items-center gap-2 border-b border-line py-1.5"
                  >
                    <span className="min-w-0 flex-1">{pair.do[language]}</span>
                    <Button size="s" aria-pressed={seen[name] === 'do'} icon="check" onPress={() => mark(name, 'do')}>
                      {m.give.good}
                    </Button>
                    <Button size="s" aria-pressed={seen[name] === 'dont'} onPress={() => mark(name, 'dont')}>
                      {m.give.bad}
                    </Button>
                  </li>
                )
              })}
            </ul>
          </Section>
        ))}
        <TextArea
          label={m.give.note}
          hint={m.give.noteHint}
          rows={2}
          value={note}
          onChange={setNote}
          maxLength={1000}
        />
        {sheets.given.length > 0 && (
          <Section title={m.give.given}>
            <Rows>
              {sheets.given.map(({ id, to, seenOn, readAt }) => (
                <Row key={id} end={readAt ? m.give.read : m.give.unread}>
                  {m.mine.from(to, format.shortDay(seenOn, today))}
                </Row>
              ))}
            </Rows>
          </Section>
        )}
      </div>
      <ActBar end={count === 0 ? m.give.none : m.give.seen(count)}>
        <Button kind="go" isDisabled={!colleague || count === 0 || write.isPending} onPress={give}>
          {m.give.go(colleague?.name ?? '…')}
        </Button>
      </ActBar>
    </div>
  )
}
