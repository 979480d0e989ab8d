import { type FormEvent, useState } from 'react'
import { type AppointmentWay, appointmentWays, visitPurposes } from '#domain/schedule/appointment.ts'
import { clashesWith } from '#domain/schedule/taken.ts'
import type { Day } from '#domain/kernel/day.ts'
import { clockText } from '#domain/kernel/zone.ts'
import { freshId } from '#web/client/id.ts'
import { useRead, useWrite } from '#web/client/query.ts'
import { useSession } from '#web/client/session.tsx'
import { ActBar } from '#web/ui/act-bar.tsx'
import { Button } from '#web/ui/button.tsx'
import { CheckboxGroup } from '#web/ui/checkbox.tsx'
import { DatePicker } from '#web/ui/date-picker.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useMessages } from '#web/ui/messages.ts'
import { RadioGroup } from '#web/ui/radio-group.tsx'
import { Select } from '#web/ui/select.tsx'
import { Switch } from '#web/ui/switch.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { notify } from '#web/ui/toast.tsx'
import { type Meeting, minuteOf, spanAt, wallOf } from './calendar-line.ts'
import { CustomerBox } from './customer-box.tsx'
import { FreeTimes } from './free-times.tsx'
import { calendarMessages } from './messages.ts'
import { useScheduleRefusal, useScheduleWords } from './use-moves.ts'

export type Beginning = { customerId?: string | undefined; day?: Day | undefined; minute?: number | undefined }

type Props = {
  begin: Beginning
  /** What stands on these days, to say what it meets. */
  meetings: readonly Meeting[]
  onMade: (id: string, day: Day) => void
  onCancel: () => void
}

const lengths = ['15', '30', '45', '60', '90', '120'] as const

/** A new appointment: who, how, when (two free times to offer), where, what for, and whether the customer has agreed. */
export function MeetingForm({ begin, meetings, onMade, onCancel }: Props) {
  const m = useMessages(calendarMessages)
  const words = useScheduleWords()
  const refusal = useScheduleRefusal()
  const { branch, today } = useSession()
  const make = useWrite('PUT /api/appointments/:id')
  const takeBack = useWrite('DELETE /api/appointments/:id')
  const [id] = useState(freshId)
  const [customer, setCustomer] = useState<{ id: string; name: string } | null>(
    begin.customerId ? { id: begin.customerId, name: '' } : null,
  )
  const [personId, setPersonId] = useState<string | null>(null)
  const [way, setWay] = useState<AppointmentWay>('visit')
  const [day, setDay] = useState<string | null>(begin.day ?? null)
  const [time, setTime] = useState(begin.minute === undefined ? '' : clockText(begin.minute))
  const [minutes, setMinutes] = useState<(typeof lengths)[number]>('30')
  const [place, setPlace] = useState('')
  const [purposes, setPurposes] = useState<readonly string[]>([])
  const [agreed, setAgreed] = useState(true)
  const minute = minuteOf(time)
  const span = day !== null && minute !== null ? spanAt(day, minute, Number(minutes), branch.timeZone) : null
  const choose = (startsAt: string): void => {
    const slot = wallOf({ startsAt, endsAt: startsAt }, branch.timeZone)
    setDay(slot.day)
    setTime(clockText(slot.from))
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (customer === null || span === null || day === null) return
    const visit = way === 'visit'
    const body = {
      customerId: customer.id,
      contactPersonId: personId,
      way,
      ...span,
      place: visit ? place : '',
      purposes: visit ? visitPurposes.filter((purpose) => purposes.includes(purpose)) : [],
      agreed,
    }
    const undo = (): void =>
      takeBack.mutate({ params: { id } }, { onSuccess: () => notify({ text: m.takenBack }), onError: problem })
    make.mutate(
      { params: { id }, body },
      {
        onSuccess: () => {
          notify({ text: m.made(customer.name), undo })
          onMade(id, day)
        },
        onError: problem,
      },
    )
  }
  const problem = (error: unknown): void => notify({ text: refusal(error), tone: 'problem' })
  return (
    <form onSubmit={submit} aria-label={m.form.title} className="flex min-h-full flex-col">
      <div className="flex flex-col gap-3 px-4 py-3 lg:px-5">
        <h2 className="t16 font-strong">{m.form.title}</h2>
        <CustomerBox
          value={customer?.id ?? null}
          onChange={(next) => {
            setCustomer(next)
            setPersonId(null)
          }}
        />
        {customer && <PersonChoice customerId={customer.id} value={personId} onChange={setPersonId} />}
        <RadioGroup
          label={m.form.way}
          options={appointmentWays.map((each) => ({ id: each, label: words.appointmentWayNames[each] }))}
          value={way}
          onChange={setWay}
        />
        <FreeTimes customerId={customer?.id ?? null} way={way} minutes={Number(minutes)} onChoose={choose} />
        <div className="flex flex-wrap gap-3">
          <DatePicker
            label={m.form.day}
            value={day}
            onChange={setDay}
            min={today}
            isRequired
            className="min-w-40 flex-1"
          />
          <TextField
            label={m.form.time}
            value={time}
            onChange={setTime}
            placeholder={m.form.timeHint}
            error={time !== '' && minute === null ? m.form.wrongTime : undefined}
            isRequired
            className="w-24"
          />
          <Select
            label={m.form.minutes}
            options={lengths.map((each) => ({ id: each, label: m.form.lasts(Number(each)) }))}
            value={minutes}
            onChange={setMinutes}
            className="w-28"
          />
        </div>
        {span && <Clash span={span} meetings={meetings} />}
        {way === 'visit' && (
          <>
            <TextField label={m.form.place} value={place} onChange={setPlace} placeholder={m.form.placeHint} />
            <CheckboxGroup
              label={m.form.purposes}
              options={visitPurposes.map((each) => ({ id: each, label: words.visitPurposeNames[each] }))}
              value={purposes}
              onChange={setPurposes}
            />
          </>
        )}
        <div>
          <Switch isSelected={agreed} onChange={setAgreed}>
            {m.form.agreed}
          </Switch>
          <p className="t12 pt-1 text-ink-3">{m.form.agreedHint}</p>
        </div>
      </div>
      <ActBar className="lg:px-5">
        <Button kind="go" type="submit" isDisabled={make.isPending || customer === null || span === null}>
          {m.form.save}
        </Button>
        <Button kind="bare" hotkey="Escape" hotkeyWhileTyping onPress={onCancel}>
          {m.form.cancel}
        </Button>
        {customer === null && <span className="t12 text-ink-3">{m.form.chooseCustomer}</span>}
      </ActBar>
    </form>
  )
}

/** At a group or an outlet: with whom. */
function PersonChoice({
  customerId,
  value,
  onChange,
}: {
  customerId: string
  value: string | null
  onChange: (id: string) => void
}) {
  const { form: m } = useMessages(calendarMessages)
  const people = useRead('GET /api/customers/:id/file', { params: { id: customerId } }).data?.people ?? []
  if (people.length === 0) return null
  return (
    <Select
      label={m.person}
      options={people.map(({ id, name, title }) => ({ id, label: name, note: title ?? undefined }))}
      value={value}
      onChange={onChange}
    />
  )
}

type Span = { startsAt: string; endsAt: string }

/** Two at once are said, never forbidden. */
export function Clash({
  span,
  meetings,
  own = null,
}: {
  span: Span
  meetings: readonly Meeting[]
  own?: string | null
}) {
  const m = useMessages(calendarMessages)
  const format = useFormat(useSession().branch.timeZone)
  const entries = meetings.map((one) => ({ ...one, from: new Date(one.startsAt), until: new Date(one.endsAt) }))
  const wanted = { from: new Date(span.startsAt), until: new Date(span.endsAt) }
  const clashes = clashesWith(entries, wanted, own)
  if (clashes.length === 0) return null
  return (
    <p role="status" className="t13 text-amber">
      {m.overlapping(
        format.list(clashes.map(({ startsAt, customer }) => `${format.time(startsAt)} ${customer.calledBy}`)),
      )}
    </p>
  )
}
