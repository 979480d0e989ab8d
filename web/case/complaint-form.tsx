import { type FormEvent, type ReactNode, useState } from 'react'
import { closingMinute, usualHours } from '#domain/kernel/working-hours.ts'
import { instantAt } from '#domain/kernel/zone.ts'
import { escalationTargets } from '#domain/case/complaint.ts'
import { CoachedArea, CoachedLine } from '#web/client/coach/coached-area.tsx'
import { useSession } from '#web/client/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { DatePicker } from '#web/ui/date-picker.tsx'
import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { RadioGroup } from '#web/ui/radio-group.tsx'
import { Select } from '#web/ui/select.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { type CaseShow, complaintWords, type ComplaintShow, type ComplaintWish } from './case-types.ts'
import { complaintMessages } from './complaint-messages.ts'

export type Asked = 'answered' | 'told' | 'asked' | 'paused' | 'escalated' | 'reopened'

type FormProps = { pending: boolean; onSave: (wish: ComplaintWish) => void; onCancel: () => void }

/** What a move asks for, in the page and never over it. */
export function ComplaintForm({
  asked,
  item,
  shown,
  ...form
}: FormProps & { asked: Asked; item: CaseShow; shown: ComplaintShow }) {
  if (asked === 'answered') return <Answering item={item} shown={shown} {...form} />
  if (asked === 'told') return <Telling {...form} />
  if (asked === 'asked') return <Asking {...form} />
  return <Reasoning asked={asked} {...form} />
}

function Form({
  children,
  pending,
  onSubmit,
  onCancel,
}: {
  children: ReactNode
  pending: boolean
  onSubmit: () => void
  onCancel: () => void
}) {
  const m = useMessages(complaintMessages)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    onSubmit()
  }
  return (
    <form onSubmit={submit} className="flex flex-col gap-3 border-y border-line bg-paper-2 px-3 py-3">
      {children}
      <div className="flex gap-2">
        <Button kind="go" type="submit" isDisabled={pending}>
          {m.form.save}
        </Button>
        <Button kind="bare" hotkey="Escape" hotkeyWhileTyping onPress={onCancel}>
          {m.form.cancel}
        </Button>
      </div>
    </form>
  )
}

/** Before the restatement is confirmed the reason stands there already, from the customer's own words: one key takes it. */
function Answering({ item, shown, onSave, ...form }: FormProps & { item: CaseShow; shown: ComplaintShow }) {
  const m = useMessages(complaintMessages)
  const isEarly = shown.steps.restated === undefined && shown.early === null
  const [text, setText] = useState(item.answer ?? '')
  const [reason, setReason] = useState(isEarly ? m.form.earlyReason((shown.said ?? item.what).slice(0, 30)) : '')
  const [ways, setWays] = useState('2')
  return (
    <Form
      {...form}
      onSubmit={() =>
        onSave({ move: 'step', step: 'answered', text: text.trim(), reason: reason.trim(), ways: Number(ways) })
      }
    >
      <CoachedArea label={m.form.answer} value={text} onChange={setText} rows={2} autoFocus isRequired />
      {isEarly && <TextField label={m.form.early} hint={m.form.earlyHint} value={reason} onChange={setReason} />}
      <RadioGroup
        label={m.form.ways}
        value={ways}
        onChange={setWays}
        options={['1', '2', '3'].map((id) => ({ id, label: id }))}
      />
    </Form>
  )
}

function Telling({ onSave, ...form }: FormProps) {
  const m = useMessages(complaintMessages)
  const { branch, today } = useSession()
  const [what, setWhat] = useState('')
  const [day, setDay] = useState<string | null>(null)
  const [time, setTime] = useState('')
  const save = (): void => {
    const clock = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time)
    const minute = clock ? Number(clock[1]) * 60 + Number(clock[2]) : closingMinute(usualHours)
    const nextAt = day ? instantAt(day, minute, branch.timeZone).toISOString() : null
    onSave({ move: 'told', what: what.trim(), nextAt })
  }
  return (
    <Form {...form} onSubmit={save}>
      <CoachedLine label={m.form.told} value={what} onChange={setWhat} autoFocus isRequired />
      <div className="flex gap-3">
        <DatePicker label={m.form.nextDay} value={day} onChange={setDay} min={today} />
        <TextField label={m.form.nextTime} value={time} onChange={setTime} placeholder="17:30" />
      </div>
    </Form>
  )
}

function Asking({ onSave, ...form }: FormProps) {
  const m = useMessages(complaintMessages)
  const [heard, setHeard] = useState<'yes' | 'no' | 'none' | null>(null)
  const [cause, setCause] = useState('')
  const save = (): void => {
    if (heard)
      onSave({
        move: 'asked',
        reached: heard !== 'none',
        settled: heard === 'none' ? null : heard === 'yes',
        cause: cause.trim(),
      })
  }
  return (
    <Form {...form} onSubmit={save}>
      <RadioGroup
        label={m.form.reached}
        value={heard}
        onChange={setHeard}
        options={[
          { id: 'yes', label: m.form.reachedYes },
          { id: 'no', label: m.form.reachedNo },
          { id: 'none', label: m.form.reachedNone },
        ]}
        isRequired
      />
      {heard === 'no' && <TextField label={m.form.cause} value={cause} onChange={setCause} autoFocus isRequired />}
    </Form>
  )
}

function Reasoning({ asked, onSave, ...form }: FormProps & { asked: 'paused' | 'escalated' | 'reopened' }) {
  const m = useMessages(complaintMessages)
  const language = useLanguage()
  const { escalationNames } = complaintWords[language]
  const [reason, setReason] = useState('')
  const [to, setTo] = useState<(typeof escalationTargets)[number]>('lead')
  return (
    <Form
      {...form}
      onSubmit={() =>
        onSave(
          asked === 'escalated' ? { move: asked, to, reason: reason.trim() } : { move: asked, reason: reason.trim() },
        )
      }
    >
      {asked === 'escalated' && (
        <Select
          label={m.form.to}
          value={to}
          onChange={setTo}
          options={escalationTargets.map((id) => ({ id, label: escalationNames[id] }))}
        />
      )}
      <TextField label={m.form.reasons[asked]} value={reason} onChange={setReason} autoFocus isRequired />
    </Form>
  )
}
