import { type ReactNode, useState } from 'react'
import { useWhen } from '#web/client/use-when.ts'
import { Button } from '#web/ui/button.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { RadioGroup } from '#web/ui/radio-group.tsx'
import { Row, Rows } from '#web/ui/section.tsx'
import { AskingForm } from './asking-form.tsx'
import { retentionMessages } from './messages.ts'
import { CasePart } from './part.tsx'
import type { RetentionShown } from './retention-types.ts'
import type { Add } from './use-add.ts'

type Props = { shown: RetentionShown; acts: Add | null; now: boolean; call: ReactNode }

/** Talks so far, and the next one noted: who began, whether they were reached, what it was about. */
export function TalkPart({ shown, acts, now, call }: Props) {
  const { talks: m } = useMessages(retentionMessages)
  const when = useWhen()
  const language = useLanguage()
  const f = useFormat()
  const [open, setOpen] = useState(false)
  const mayAdd = acts !== null && shown.stage !== 'closed'
  return (
    <CasePart title={m.title} now={now} end={mayAdd ? call : undefined}>
      {shown.talks.length === 0 && <p className="t13 py-2 text-ink-3">{m.none}</p>}
      <Rows>
        {shown.talks.map((talk, place) => (
          <Row
            key={place}
            note={talk.words.length > 0 ? m.words(f.labels(talk.words.map((title) => title[language]))) : undefined}
            end={<span className="text-ink-3">{when(talk.at)}</span>}
          >
            {m.line(talk.by, m[talk.direction], talk.reached ? m[talk.about] : m.no)}
          </Row>
        ))}
      </Rows>
      {mayAdd && !open && (
        <Button className="mt-2" size={now ? 'm' : 's'} kind={now ? 'go' : 'outlined'} onPress={() => setOpen(true)}>
          {m.add}
        </Button>
      )}
      {mayAdd && open && <TalkForm acts={acts} helping={shown.settled !== null} onClose={() => setOpen(false)} />}
    </CasePart>
  )
}

function TalkForm({ acts, helping, onClose }: { acts: Add; helping: boolean; onClose: () => void }) {
  const { talks: m, form } = useMessages(retentionMessages)
  const [direction, setDirection] = useState<'outbound' | 'inbound'>('outbound')
  const [reached, setReached] = useState<'yes' | 'no'>('yes')
  const [about, setAbout] = useState<'staying' | 'helping'>(helping ? 'helping' : 'staying')
  const save = (): void => acts.add({ type: 'talked', direction, reached: reached === 'yes', about }, onClose)
  return (
    <AskingForm save={form.save} pending={acts.pending} onSubmit={save} onCancel={onClose}>
      <RadioGroup
        label={m.who}
        value={direction}
        onChange={setDirection}
        options={(['outbound', 'inbound'] as const).map((id) => ({ id, label: m[id] }))}
      />
      <RadioGroup
        label={m.reached}
        value={reached}
        onChange={setReached}
        options={(['yes', 'no'] as const).map((id) => ({ id, label: m[id] }))}
      />
      <RadioGroup
        label={m.about}
        hint={m.hint}
        value={about}
        onChange={setAbout}
        options={(['staying', 'helping'] as const).map((id) => ({ id, label: m[id] }))}
      />
    </AskingForm>
  )
}
