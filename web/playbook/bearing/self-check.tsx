import clsx from 'clsx'
import { useState } from 'react'
import { type Checklist, type CheckGroup, groupsFor } from '#domain/playbook/checklist.ts'
import { useErrorText } from '#web/client/errors.ts'
import { freshId } from '#web/client/id.ts'
import { useRead, useWrite } from '#web/client/query.ts'
import { useSession } from '#web/client/session.tsx'
import { ActBar } from '#web/ui/act-bar.tsx'
import { Button } from '#web/ui/button.tsx'
import { useFormat } from '#web/ui/format.ts'
import { Icon } from '#web/ui/icons.tsx'
import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { RadioGroup } from '#web/ui/radio-group.tsx'
import { Section } from '#web/ui/section.tsx'
import { notify } from '#web/ui/toast.tsx'
import { bearingMessages } from './messages.ts'

type Wear = 'women' | 'men'
type Place = 'leaving' | 'door'

/** A look at oneself: everything counts as in order, one tap names what is not. Nobody else ever reads it [S-24]. */
export function SelfCheck({ checklist, at }: { checklist: Checklist; at: Place }) {
  const m = useMessages(bearingMessages)
  const language = useLanguage()
  const errorText = useErrorText()
  const write = useWrite('PUT /api/self-checks/:id')
  const [place, setPlace] = useState(at)
  const [wear, setWear] = useState<Wear>('women')
  const [off, setOff] = useState<readonly string[]>([])
  const choose = (change: () => void): void => {
    change()
    setOff([])
  }
  const finish = (): void =>
    write.mutate(
      { params: { id: freshId() }, body: { checklist: checklist.id, wear, place, exceptions: [...off] } },
      {
        onSuccess: () => {
          notify({ text: m.kept })
          setOff([])
        },
        onError: (error) => notify({ text: errorText(error), tone: 'problem' }),
      },
    )
  return (
    <div className="flex min-h-full flex-col">
      <div className="mx-auto flex w-full max-w-2xl flex-col gap-3 px-4 py-3">
        <div className="flex flex-wrap gap-x-6">
          <RadioGroup
            label={m.place.label}
            options={(['leaving', 'door'] as const).map((id) => ({ id, label: m.place[id] }))}
            value={place}
            onChange={(id) => choose(() => setPlace(id))}
          />
          <RadioGroup
            label={m.wear.label}
            options={(['women', 'men'] as const).map((id) => ({ id, label: m.wear[id] }))}
            value={wear}
            onChange={(id) => choose(() => setWear(id))}
          />
        </div>
        {place === 'leaving' && (
          <Section title={m.principles}>
            <ul className="t13 py-1 text-ink-2">
              {checklist.principles.map((one) => (
                <li key={one.zh}>{one[language]}</li>
              ))}
            </ul>
          </Section>
        )}
        {groupsFor(checklist, wear, place === 'door').map((group) => (
          <Group
            key={group.id}
            group={group}
            off={off}
            onTurn={(name) => setOff(off.includes(name) ? off.filter((one) => one !== name) : [...off, name])}
          />
        ))}
        <Last checklist={checklist} />
      </div>
      <ActBar>
        <Button kind="go" size="l" className="flex-1 md:flex-none" isDisabled={write.isPending} onPress={finish}>
          {off.length === 0 ? m.fine : m.finish(off.length)}
        </Button>
      </ActBar>
    </div>
  )
}

function Group({ group, off, onTurn }: { group: CheckGroup; off: readonly string[]; onTurn: (name: string) => void }) {
  const m = useMessages(bearingMessages)
  const language = useLanguage()
  return (
    <Section title={group.title[language]} remark={group.source}>
      <ul>
        {group.pairs.map((pair) => {
          const name = `${group.id}.${pair.id}`
          const amiss = off.includes(name)
          return (
            <li key={pair.id} className="border-b border-line">
              <button
                type="button"
                aria-pressed={amiss}
                aria-label={m.off(pair.do[language])}
                onClick={() => onTurn(name)}
                className="flex min-h-11 w-full cursor-pointer items-center gap-3 py-1.5 text-left hover:bg-paper-2"
              >
                <Icon name={amiss ? 'x' : 'check'} small className={amiss ? 'text-amber' : 'text-jade'} />
                <span className="min-w-0">
                  <span className={clsx('t14', amiss && 'text-amber')}>{pair.do[language]}</span>
                  <span className="t12 block text-ink-3">
                    {m.notSo} · {pair.dont[language]}
                  </span>
                </span>
              </button>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}

/** One's own last looks; what was amiss stays as the remark. */
function Last({ checklist }: { checklist: Checklist }) {
  const m = useMessages(bearingMessages)
  const language = useLanguage()
  const { branch, today } = useSession()
  const format = useFormat(branch.timeZone)
  const { data } = useRead('GET /api/self-checks', {})
  if (!data || data.checks.length === 0) return null
  return (
    <Section title={m.last} remark={m.onlyOwn}>
      <ul>
        {data.checks.slice(0, 5).map(({ id, place, exceptions, doneAt }) => (
          <li key={id} className="t13 flex gap-3 border-b border-line py-1.5">
            <span className="whitespace-nowrap text-ink-3">
              {format.shortDay(format.dayOf(new Date(doneAt)), today)} {format.time(doneAt)} · {m.place[place]}
            </span>
            <span>
              {exceptions.length === 0
                ? m.lastAllFine
                : exceptions
                    .map((name) => pairNamed(checklist, name)?.do[language] ?? name)
                    .join(language === 'zh' ? '；' : '; ')}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

export const pairNamed = ({ groups }: Checklist, name: string): CheckGroup['pairs'][number] | undefined => {
  const [group, pair] = name.split('.')
  return groups.find(({ id }) => id === group)?.pairs.find(({ id }) => id === pair)
}
