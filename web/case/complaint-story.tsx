import { complaintSteps, recoverySteps } from '#domain/case/complaint.ts'
import { Button } from '#web/ui/button.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useLanguage } from '#web/ui/language.tsx'
import { StatusDot } from '#web/ui/marks.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Quote } from '#web/ui/quote.tsx'
import { Row, Rows, Section } from '#web/ui/section.tsx'
import { type CaseShow, complaintWords, type ComplaintShow, type ComplaintWish } from './case-types.ts'
import { complaintMessages } from './complaint-messages.ts'
import { useWhen } from '#web/client/use-when.ts'

type Props = { shown: ComplaintShow; closed: boolean; onMove: (wish: ComplaintWish) => void }

/** The six steps, each with when it was done and how long it took; the four before the answer may be ticked here too. */
export function SixSteps({ shown, closed, onMove }: Props) {
  const m = useMessages(complaintMessages)
  const language = useLanguage()
  const format = useFormat()
  const when = useWhen()
  const { complaintStepNames } = complaintWords[language]
  const byHand = (step: (typeof complaintSteps)[number]): boolean => step !== 'answered' && step !== 'offered'
  return (
    <Section title={m.steps} remark={m.stepsRemark}>
      <Rows ordered label={m.steps}>
        {complaintSteps.map((step, place) => {
          const at = shown.steps[step]
          const took = shown.minutes[step]
          return (
            <Row
              key={step}
              lead={place + 1}
              end={
                at ? (
                  <span className="num text-ink-2">
                    {when(at)}
                    {took !== null && took !== undefined && (
                      <span className="t12 block text-ink-3">{m.minutes(format.duration(took))}</span>
                    )}
                  </span>
                ) : closed || !byHand(step) ? (
                  <span className="text-ink-3">{m.notYet}</span>
                ) : (
                  <Button size="s" onPress={() => onMove({ move: 'step', step })}>
                    {m.mark}
                  </Button>
                )
              }
            >
              {complaintStepNames[step]}
              {step === 'offered' && shown.ways > 0 && <span className="text-ink-3"> · {m.ways(shown.ways)}</span>}
              {shown.early?.step === step && (
                <span className="t12 block text-amber">{m.early(shown.early.reason)}</span>
              )}
            </Row>
          )
        })}
      </Rows>
    </Section>
  )
}

/** Service recovery: apologise, go through it together, act at once and follow up, document. */
export function Recovery({ shown, closed, onMove }: Props) {
  const m = useMessages(complaintMessages)
  const language = useLanguage()
  const when = useWhen()
  const { recoveryStepNames } = complaintWords[language]
  const { firstActionInTime: inTime } = shown
  const done = recoverySteps.every((step) => shown.recovery[step])
  const first = inTime === null ? m.recoveryRemark(when(shown.firstActionDue)) : inTime ? m.firstInTime : m.firstLate
  return (
    <Section title={m.recovery} remark={<span className={inTime === false ? 'text-amber' : ''}>{first}</span>}>
      <Rows ordered label={m.recovery}>
        {recoverySteps.map((step, place) => {
          const at = shown.recovery[step]
          return (
            <Row
              key={step}
              lead={place + 1}
              end={
                at ? (
                  <span className="num text-ink-2">{when(at)}</span>
                ) : closed ? (
                  <span className="text-ink-3">{m.notYet}</span>
                ) : (
                  <Button size="s" onPress={() => onMove({ move: 'recovery', step })}>
                    {m.mark}
                  </Button>
                )
              }
            >
              {recoveryStepNames[step]}
            </Row>
          )
        })}
      </Rows>
      {done && <p className="t12 pt-1.5 text-ink-2">{shown.tries.heardYes ? m.recoveryWhole : m.recoveryOpen}</p>}
    </Section>
  )
}

/** What went to another department: four parts, whether it went the same day, and what came back. */
export function Handings({ shown }: { shown: ComplaintShow }) {
  const m = useMessages(complaintMessages)
  const when = useWhen()
  if (shown.handings.length === 0) return null
  const states = { asked: 'soon', accepted: 'live', answered: 'good', declined: 'idle', withdrawn: 'idle' } as const
  return (
    <Section title={m.handings}>
      {shown.handings.map((one) => (
        <div key={one.at} className="t13 flex flex-col gap-1 border-b border-line py-2">
          <p className="flex flex-wrap items-baseline gap-x-3">
            <b>{one.to?.name}</b>
            <span className="text-ink-3">{when(one.at)}</span>
            <span className={one.sameDay ? 'text-ink-3' : 'text-amber'}>{one.sameDay ? m.sameDay : m.nextDay}</span>
            {one.state && <StatusDot state={states[one.state]}>{m.handingStates[one.state]}</StatusDot>}
            {one.dueAt && one.state !== 'answered' && (
              <span className="text-ink-3">{m.handingDue(when(one.dueAt))}</span>
            )}
          </p>
          <dl className="grid grid-cols-[96px_minmax(0,1fr)] gap-x-2">
            {(['event', 'demand', 'problem', 'measure'] as const).map((part) => (
              <div key={part} className="contents">
                <dt className="text-ink-3">{m.handingParts[part]}</dt>
                <dd>{one[part]}</dd>
              </div>
            ))}
          </dl>
          {one.answer && (
            <p className="read text-ink-2">
              <Quote>{one.answer}</Quote>
            </p>
          )}
        </div>
      ))}
    </Section>
  )
}

/** Words on progress, what the customer said when asked, and everything else that happened, newest last. */
export function Words({ item, shown }: { item: CaseShow; shown: ComplaintShow }) {
  const m = useMessages(complaintMessages)
  const language = useLanguage()
  const when = useWhen()
  const { escalationNames } = complaintWords[language]
  const { told, asked, tries, pauses, escalations, reopened } = shown
  const others = [
    ...pauses.flatMap(({ from, until, reason }) => [
      { at: from, text: m.pausedFor(reason) },
      ...(until ? [{ at: until, text: m.pausedUntil(when(until)) }] : []),
    ]),
    ...escalations.map(({ at, to, reason }) => ({ at, text: m.escalatedTo(escalationNames[to], reason) })),
    ...reopened.map(({ at, reason }) => ({ at, text: m.reopenedFor(reason) })),
  ].toSorted((a, b) => a.at.localeCompare(b.at))
  return (
    <>
      {told.length > 0 && (
        <Section title={m.told}>
          <Rows>
            {told.map(({ at, what, nextAt }) => (
              <Row
                key={at}
                end={<span className="text-ink-3">{when(at)}</span>}
                {...(nextAt ? { note: m.agreedNext(when(nextAt)) } : {})}
              >
                {what}
              </Row>
            ))}
          </Rows>
        </Section>
      )}
      {asked.length > 0 && (
        <Section title={m.asked} remark={tries.tried > 0 ? m.tries(tries.tried, tries.days) : undefined}>
          <Rows>
            {asked.map(({ at, reached, settled, cause }) => (
              <Row key={at} end={<span className="text-ink-3">{when(at)}</span>}>
                {!reached ? m.heard.none : settled ? m.heard.yes : m.heard.no(cause)}
              </Row>
            ))}
          </Rows>
        </Section>
      )}
      {(others.length > 0 || item.complaint?.unconfirmed) && (
        <Section title={m.story}>
          <Rows>
            {others.map(({ at, text }) => (
              <Row key={`${at}${text}`} end={<span className="text-ink-3">{when(at)}</span>}>
                {text}
              </Row>
            ))}
            {item.complaint?.unconfirmed && item.closedAt && (
              <Row end={<span className="text-ink-3">{when(item.closedAt)}</span>}>{m.unconfirmed}</Row>
            )}
          </Rows>
        </Section>
      )}
    </>
  )
}
