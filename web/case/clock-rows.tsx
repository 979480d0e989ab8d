import { now } from '#web/client/clock.ts'
import { useFormat } from '#web/ui/format.ts'
import { useLanguage } from '#web/ui/language.tsx'
import { Link } from '#web/ui/link.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Row, Rows, Section } from '#web/ui/section.tsx'
import { complaintWords, type ComplaintShow } from './case-types.ts'
import { complaintMessages } from './complaint-messages.ts'
import { useWhen } from '#web/client/use-when.ts'

type Clock = ComplaintShow['clocks'][number]

/** Every clock with the rule it runs by: whose rule, from what source, whether somebody compared it, how much time is left. */
export function ClockRows({ clocks }: { clocks: readonly Clock[] }) {
  const m = useMessages(complaintMessages)
  const running = clocks
    .filter(({ stoppedAt }) => stoppedAt === null)
    .toSorted((a, b) => (a.due ?? '~').localeCompare(b.due ?? '~'))
  const stopped = clocks.filter(({ stoppedAt }) => stoppedAt !== null)
  return (
    <Section title={m.clocks} remark={m.clocksRemark}>
      <Rows label={m.clocks}>
        {running.map((clock) => (
          <ClockRow key={`${clock.kind}/${clock.code}`} clock={clock} />
        ))}
      </Rows>
      {stopped.length > 0 && (
        <details className="t13">
          <summary className="cursor-pointer py-2 text-ink-3">{m.stopped(stopped.length)}</summary>
          <Rows>
            {stopped.map((clock) => (
              <ClockRow key={`${clock.kind}/${clock.code}`} clock={clock} />
            ))}
          </Rows>
        </details>
      )}
    </Section>
  )
}

function ClockRow({ clock }: { clock: Clock }) {
  const language = useLanguage()
  const { limitNames, limitKindNames, alarmNames } = complaintWords[language]
  return (
    <Row note={<Rule clock={clock} />} end={<Left clock={clock} />}>
      {limitNames[clock.code]} <span className="text-ink-3">{limitKindNames[clock.kind]}</span>
      {clock.alarm !== 'none' && (
        <span className={`t12 block ${clock.alarm === 'owner' ? 'text-ink-2' : 'text-amber'}`}>
          {alarmNames[clock.alarm]}
        </span>
      )}
    </Row>
  )
}

function Rule({ clock }: { clock: Clock }) {
  const m = useMessages(complaintMessages)
  const language = useLanguage()
  const { limitUnitNames } = complaintWords[language]
  const { note, unit, amount, source, since, checked, kind } = clock
  const parts = [
    note[language] || limitUnitNames[unit](amount),
    source,
    since === null ? '' : m.since(since),
    checked === null ? '' : m.checkedBy(checked.by, checked.on),
  ].filter(Boolean)
  return (
    <>
      {parts.join(' · ')}
      {kind !== 'office' && checked === null && (
        <>
          {' · '}
          <Link href="/settings" className="text-amber underline">
            {m.unchecked}
          </Link>
        </>
      )}
    </>
  )
}

/** From two days on, days say more than hours. */
const LONG = 2 * 1440

function Left({ clock }: { clock: Clock }) {
  const m = useMessages(complaintMessages)
  const format = useFormat()
  const when = useWhen()
  const { due, stoppedAt, gone, paused, alarm, provisional } = clock
  if (stoppedAt !== null)
    return gone <= 1 ? (
      <span className="text-ink-3">{m.stoppedInTime(when(stoppedAt))}</span>
    ) : (
      <span className="text-ink-2">{m.stoppedLate(when(stoppedAt))}</span>
    )
  if (paused || due === null) return <span className="text-ink-3">{m.standsStill}</span>
  const minutes = Math.round((new Date(due).getTime() - now().getTime()) / 60_000)
  const span = (some: number): string => (some >= LONG ? m.days(Math.floor(some / 1440)) : format.duration(some))
  const tone = alarm === 'supervisor' ? 'font-strong text-red' : alarm === 'lead' ? 'font-strong text-amber' : ''
  return (
    <span className={`num ${tone}`}>
      {minutes < 0 ? m.over(span(-minutes)) : m.left(span(minutes))}
      <span className="t12 block font-normal text-ink-3">
        {m.until(when(due))}
        {provisional && <span className="block">{m.provisional}</span>}
      </span>
    </span>
  )
}
