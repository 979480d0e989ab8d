import { type ReactNode, useState } from 'react'
import { useErrorText } from '#web/client/errors.ts'
import { Refused, download } from '#web/client/send.ts'
import { useSession } from '#web/client/session.tsx'
import { ActBar } from '#web/ui/act-bar.tsx'
import { Button } from '#web/ui/button.tsx'
import { DefinitionRow, Definitions } from '#web/ui/definitions.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useLanguage } from '#web/ui/language.tsx'
import { Link } from '#web/ui/link.tsx'
import { Menu } from '#web/ui/menu.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Row, Rows, Section } from '#web/ui/section.tsx'
import { Banner } from '#web/ui/states.tsx'
import { notify } from '#web/ui/toast.tsx'
import { isOff, type Meeting } from './calendar-line.ts'
import { DescribeForm } from './describe-form.tsx'
import { calendarMessages } from './messages.ts'
import { type AskedMove, MoveForm } from './move-form.tsx'
import { useMoves, useScheduleWords } from './use-moves.ts'

/** A move that is being filled in; `span` when it was carried there with the mouse. */
export type Asked = { move: AskedMove; span?: { startsAt: string; endsAt: string } } | null

type Props = {
  meeting: Meeting
  asked: Asked
  onAsk: (asked: Asked) => void
  /** Begins the contact this was agreed for; missing for those who may not. */
  onStart?: (meeting: Meeting) => void
  /** The gate said no: why, and what can be done. */
  refusal?: ReactNode
}

/** One appointment: when, where, what for, what the customer has still to hear, and every act on it. */
export function MeetingDetail({ meeting, asked, onAsk, onStart, refusal }: Props) {
  const m = useMessages(calendarMessages)
  const words = useScheduleWords()
  const { branch } = useSession()
  const format = useFormat(branch.timeZone)
  const { move, pending } = useMoves()
  const [describing, setDescribing] = useState(false)
  const { customer, person, untold, state, way } = meeting
  const when = (at: string): string => `${format.day(format.dayOf(at))} ${format.time(at)}`
  return (
    <article aria-label={`${words.appointmentWayNames[way]} ${customer.calledBy}`} className="flex min-h-full flex-col">
      <header className="px-4 pt-3 lg:px-5">
        <h2 className="t16 font-strong">
          <Link quiet href={`/customers/${customer.id}`}>
            {customer.calledBy}
          </Link>
        </h2>
        <p className="t13 text-ink-2">
          {[words.appointmentWayNames[way], words.appointmentStateNames[state], person?.name]
            .filter(Boolean)
            .join(' · ')}
          {customer.calledBy !== customer.name && <span className="text-ink-3"> · {customer.name}</span>}
        </p>
      </header>
      {untold && (
        <div className="mt-3">
          <Banner
            tone="soon"
            title={m.detail.untold(words.tellingNames[untold.what])}
            end={
              meeting.mayChange && (
                <Button kind="go" size="s" isDisabled={pending} onPress={() => move(meeting, { move: 'told' })}>
                  {m.detail.told}
                </Button>
              )
            }
          >
            {m.detail.untoldHint(when(untold.expects))}
          </Banner>
        </div>
      )}
      {refusal}
      {meeting.mayChange && asked && (
        <MoveForm
          key={`${asked.move} ${asked.span?.startsAt ?? ''}`}
          meeting={meeting}
          asked={asked}
          onDone={() => onAsk(null)}
        />
      )}
      {describing && <DescribeForm meeting={meeting} onDone={() => setDescribing(false)} />}
      <Facts meeting={meeting} />
      <Story meeting={meeting} />
      {meeting.mayChange && !asked && !describing && (
        <Acts
          meeting={meeting}
          onAsk={onAsk}
          onDescribe={() => setDescribing(true)}
          {...(onStart ? { onStart } : {})}
        />
      )}
    </article>
  )
}

function Facts({ meeting }: { meeting: Meeting }) {
  const { detail: m } = useMessages(calendarMessages)
  const words = useScheduleWords()
  const format = useFormat(useSession().branch.timeZone)
  const { startsAt, endsAt, before, way, place, purposes, owner, arrivedAt, punctuality, reason, runId } = meeting
  const span = (from: string, to: string): string =>
    `${format.day(format.dayOf(from))} ${format.time(from)}–${format.time(to)}`
  const facts: { term: string; value: ReactNode }[] = [
    { term: m.when, value: span(startsAt, endsAt) },
    ...(before ? [{ term: m.before, value: span(before.startsAt, before.endsAt) }] : []),
    { term: m.place, value: place === '' ? m.noPlace : place },
    ...(purposes.length > 0
      ? [{ term: m.purposes, value: purposes.map((each) => words.visitPurposeNames[each]).join(' · ') }]
      : way === 'visit'
        ? [{ term: m.purposes, value: <span className="text-amber">{m.noPurpose}</span> }]
        : []),
    { term: m.owner, value: owner.name },
    ...(arrivedAt && punctuality
      ? [{ term: m.arrived, value: `${format.time(arrivedAt)} · ${words.punctualityNames[punctuality]}` }]
      : []),
    ...(reason === '' ? [] : [{ term: m.reason, value: reason }]),
  ]
  return (
    <div className="px-4 py-2 lg:px-5">
      <Definitions>
        {facts.map(({ term, value }) => (
          <DefinitionRow key={term} term={term} wide>
            {value}
          </DefinitionRow>
        ))}
      </Definitions>
      {runId && (
        <p className="t13 pt-1">
          <Link href={`/contact/${runId}`}>{m.fromContact}</Link>
        </p>
      )}
    </div>
  )
}

function Story({ meeting }: { meeting: Meeting }) {
  const { detail: m, moves } = useMessages(calendarMessages)
  const words = useScheduleWords()
  const { branch, today } = useSession()
  const format = useFormat(branch.timeZone)
  return (
    <Section title={m.story} className="px-4 pb-4 lg:px-5">
      <Rows>
        {meeting.steps.toReversed().map((step) => (
          <Row
            key={step.id}
            note={[step.reason, step.told && step.move !== 'made' && step.move !== 'told' ? moves.told : '']
              .filter(Boolean)
              .join(' · ')}
            end={
              <span className="text-ink-3 tabular-nums">
                {format.shortDay(format.dayOf(step.at), today)} {format.time(step.at)}
              </span>
            }
          >
            {words.appointmentStepNames[step.move]} <span className="text-ink-3">{step.by}</span>
          </Row>
        ))}
      </Rows>
    </Section>
  )
}

type ActsProps = Pick<Props, 'meeting' | 'onAsk' | 'onStart'> & { onDescribe: () => void }

/** The act that comes next is the filled one; the rest stand behind one button. */
function Acts({ meeting, onAsk, onStart, onDescribe }: ActsProps) {
  const m = useMessages(calendarMessages)
  const language = useLanguage()
  const errorText = useErrorText()
  const { move, pending } = useMoves()
  const { id, state, way } = meeting
  if (isOff(meeting) || state === 'done') return null
  const invite = (): void =>
    void download('GET /api/appointments/:id/invitation', { params: { id }, query: { language } }).catch(
      (error: unknown) => error instanceof Refused && notify({ text: errorText(error), tone: 'problem' }),
    )
  const choose = (chosen: string): void => {
    if (chosen === 'invite') invite()
    else if (chosen === 'edit') onDescribe()
    else if (chosen === 'arrived' || chosen === 'done') move(meeting, { move: chosen })
    else onAsk({ move: chosen as AskedMove })
  }
  return (
    <ActBar className="lg:px-5">
      {state === 'planned' ? (
        <Button kind="go" isDisabled={pending} onPress={() => move(meeting, { move: 'agreed' })}>
          {m.moves.agreed}
        </Button>
      ) : (
        onStart && (
          <Button kind="go" icon={way === 'visit' ? 'visit' : 'phone'} onPress={() => onStart(meeting)}>
            {m.detail.start[way]}
          </Button>
        )
      )}
      <Button hotkey="m" onPress={() => onAsk({ move: 'moved' })}>
        {m.moves.moved}
      </Button>
      {state === 'agreed' && (
        <Button hotkey="l" onPress={() => onAsk({ move: 'late' })}>
          {m.moves.late}
        </Button>
      )}
      <Menu
        label={m.detail.more}
        placement="top end"
        trigger={
          <Button kind="bare" endIcon="down">
            {m.detail.more}
          </Button>
        }
        choices={[
          ...(state === 'agreed' && way === 'visit'
            ? [{ id: 'arrived', label: m.moves.arrived, icon: 'pin' as const }]
            : []),
          { id: 'done', label: m.moves.done, icon: 'check' },
          { id: 'missed', label: m.moves.missed, icon: 'x' },
          { id: 'edit', label: m.detail.edit, icon: 'edit' },
          { id: 'invite', label: m.detail.invite, icon: 'download' },
          { id: 'line', line: true },
          { id: 'cancelled', label: m.moves.cancelled, danger: true },
        ]}
        onChoose={choose}
      />
    </ActBar>
  )
}
