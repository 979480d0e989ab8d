import { type FormEvent, useState } from 'react'
import { isStyleCue, likelyStyle, type StyleCue } from '#domain/customer/style.ts'
import { outcomes, type Outcome } from '#domain/touch/outcome.ts'
import {
  touchChannels,
  type TouchChannel,
  type TouchDirection,
  touchPurposes,
  type TouchPurpose,
} from '#domain/touch/touch.ts'
import { instantAt } from '#domain/kernel/zone.ts'
import type { Day } from '#domain/kernel/day.ts'
import { CoachedArea } from '#web/client/coach/coached-area.tsx'
import { freshId } from '#web/client/id.ts'
import { useWrite } from '#web/client/query.ts'
import { useSession } from '#web/client/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { DatePicker } from '#web/ui/date-picker.tsx'
import { Drawer } from '#web/ui/drawer.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { NumberField } from '#web/ui/number-field.tsx'
import { RadioGroup } from '#web/ui/radio-group.tsx'
import { Select } from '#web/ui/select.tsx'
import { TextArea } from '#web/ui/text-area.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { notify } from '#web/ui/toast.tsx'
import { CueTicks, LikelyFrom } from './cues.tsx'
import type { Customer } from './customer-types.ts'
import { type MarketDraft, MarketQuestions, notesIn } from './market-questions.tsx'
import { customerMessages } from './messages.ts'
import type { Person } from './people.tsx'
import { useRefusalText } from './refusal-text.ts'

const NOBODY = '-'

type TouchFormProps = { customer: Customer; people: readonly Person[]; onClose: () => void }

/** 记一次接触: a contact that had no playbook, with channel and who came to whom [S-01], what was said, and cues noticed [P-10, K-37]. */
export function TouchForm({ customer, people, onClose }: TouchFormProps) {
  const { touchForm: m, timeline } = useMessages(customerMessages)
  const { today, branch } = useSession()
  const record = useWrite('PUT /api/customers/:id/touches/:touchId')
  const refusalText = useRefusalText()
  const [touchId] = useState(freshId)
  const [channel, setChannel] = useState<TouchChannel>('call')
  const [direction, setDirection] = useState<TouchDirection>('active')
  const [purpose, setPurpose] = useState<TouchPurpose>('service')
  const [outcome, setOutcome] = useState<Outcome>('reached')
  const [personId, setPersonId] = useState<string>(NOBODY)
  const [day, setDay] = useState<Day | null>(today)
  const [time, setTime] = useState('')
  const [minutes, setMinutes] = useState<number>(Number.NaN)
  const [said, setSaid] = useState('')
  const [note, setNote] = useState('')
  const [cues, setCues] = useState<readonly StyleCue[]>([])
  const [market, setMarket] = useState<MarketDraft>({})
  const visitsShop = customer.kind === 'outlet' && channel === 'visit'
  const found = visitsShop ? notesIn(market) : []
  const ourCall = channel === 'call' && direction === 'active'
  const named = <Id extends string>(ids: readonly Id[], labels: Record<Id, string>) =>
    ids.map((id) => ({ id, label: labels[id] }))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    record.mutate(
      {
        params: { id: customer.id, touchId },
        body: {
          ...atOf(day, time, today, branch.timeZone),
          channel,
          direction,
          purpose,
          outcome: ourCall ? outcome : null,
          minutes: Number.isNaN(minutes) ? null : minutes,
          said: said.trim() || null,
          note: note.trim() || null,
          personId: personId === NOBODY ? null : personId,
          ...(cues.length > 0 ? { cues: [...cues] } : {}),
          ...(found.length > 0 ? { market: found } : {}),
        },
      },
      {
        onSuccess: () => {
          notify({ text: m.saved })
          onClose()
        },
      },
    )
  }
  return (
    <Drawer title={m.title} isOpen onClose={onClose}>
      <form className="grid gap-3 pt-3" onSubmit={submit}>
        <div className="grid grid-cols-2 gap-3">
          <Select
            label={m.channel}
            options={named(touchChannels, timeline.channels)}
            value={channel}
            onChange={setChannel}
          />
          <Select
            label={m.purpose}
            options={named(touchPurposes, timeline.purposes)}
            value={purpose}
            onChange={setPurpose}
          />
        </div>
        <RadioGroup<TouchDirection>
          label={m.direction}
          options={named(['active', 'passive'] as const, timeline.directions)}
          value={direction}
          onChange={setDirection}
        />
        {ourCall && (
          <Select
            label={m.outcome}
            options={named(outcomes, timeline.outcomes)}
            value={outcome}
            onChange={setOutcome}
          />
        )}
        {people.length > 0 && (
          <Select
            label={m.person}
            options={[
              { id: NOBODY, label: m.anyone },
              ...people.map((person) => ({ id: person.id, label: person.addressForm ?? person.name })),
            ]}
            value={personId}
            onChange={setPersonId}
          />
        )}
        <TextArea label={m.said} hint={m.saidHint} value={said} onChange={setSaid} rows={2} autoFocus />
        <CoachedArea by="note" label={m.note} hint={m.noteHint} value={note} onChange={setNote} rows={2} />
        <div className="grid grid-cols-[1.6fr_1fr_1fr] gap-3">
          <DatePicker label={m.when} value={day} onChange={setDay} max={today} />
          <TextField
            label={m.time}
            value={time}
            onChange={setTime}
            placeholder="14:30"
            pattern="([01]?\d|2[0-3]):[0-5]\d"
          />
          <NumberField label={m.minutes} value={minutes} onChange={setMinutes} minValue={0} maxValue={1440} />
        </div>
        {visitsShop && <MarketQuestions draft={market} onChange={setMarket} />}
        <Cues cues={cues} onChange={(next) => setCues(next.filter(isStyleCue))} />
        {record.error && (
          <p role="alert" className="t13 text-red">
            {refusalText(record.error)}
          </p>
        )}
        <Button kind="go" type="submit" isPending={record.isPending} hotkey="mod+Enter" hotkeyWhileTyping>
          {m.save}
        </Button>
      </form>
    </Drawer>
  )
}

/** A day without a time, today, is now: the server's clock says when. An earlier day without a time is noon. */
const atOf = (day: Day | null, time: string, today: Day, timeZone: string): { at?: string } => {
  const [hour, minute] = time.split(':').map(Number)
  if (day === null || (day === today && time === '')) return {}
  const minutes = hour === undefined || minute === undefined || time === '' ? 12 * 60 : hour * 60 + minute
  return { at: instantAt(day, minutes, timeZone).toISOString() }
}

function Cues({ cues, onChange }: { cues: readonly string[]; onChange: (cues: string[]) => void }) {
  const { touchForm: m, labels } = useMessages(customerMessages)
  const likely = likelyStyle(cues)
  return (
    <details className="border-y border-line py-2">
      <summary className="t13 cursor-pointer">
        {m.cues}
        {likely && <span className="ml-2 text-ink-3">{m.likely(labels.choices.style[likely.style])}</span>}
      </summary>
      <div className="mt-2">
        <CueTicks cues={cues} onChange={onChange} />
        <LikelyFrom cues={cues} />
      </div>
    </details>
  )
}
