import { dayRuleText } from '#domain/kernel/market-text.ts'
import { useSession } from '#web/client/session.tsx'
import { useFormat } from '#web/ui/format.ts'
import { Icon } from '#web/ui/icons.tsx'
import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Banner } from '#web/ui/states.tsx'
import { roundMessages } from './messages.ts'
import type { Outlet } from './types.ts'

/** A licence that runs out within this needs a word. */
const LICENCE_SOON = 90

/** Which shop this is and what is known before the door: place, level, licence, the days, what is owed. */
export function ShopFacts({ outlet, labels, forCustomer }: Props) {
  const { facts: m } = useMessages(roundMessages)
  const { today } = useSession()
  const format = useFormat()
  const { days, promises, kept, last } = outlet
  const near = (day: string): string => format.shortDay(day, today)
  const line = [
    outlet.street,
    outlet.allocationLevel === null ? null : m.allocation(outlet.allocationLevel),
    outlet.openHours === null ? null : m.open(outlet.openHours),
  ].filter((text) => text !== null)
  const soon = days.licenceDays !== null && days.licenceDays <= LICENCE_SOON
  return (
    <>
      <header className="px-5 pt-3">
        <div className="flex items-center gap-2">
          <Icon name="outlet" className="text-ink-3" />
          <h2 className="t20 min-w-0 cut">{outlet.customer.name}</h2>
          {outlet.keeper !== null && <span className="t14 ml-auto flex-none text-ink-2">{outlet.keeper}</span>}
        </div>
        <p className="t13 text-ink-3">{line.join(' · ')}</p>
        {days.licenceDays !== null && (
          <p className={soon ? 't13 text-amber' : 't13 text-ink-3'}>{m.licence(days.licenceDays)}</p>
        )}
      </header>
      {days.missed && (
        <div className="mt-2">
          <Banner
            tone="soon"
            icon="truck"
            title={m.missed(days.missed.delivery && near(days.missed.delivery), near(days.missed.market))}
          >
            {m.missedHint}
          </Banner>
        </div>
      )}
      <Days outlet={outlet} />
      {!forCustomer && (
        <ul className="t13 px-5">
          {promises.map(({ id, what, dueDay }) => (
            <li key={id} className="flex items-baseline gap-2 py-1 text-amber">
              <Icon name="promise" small className="translate-y-0.5" />
              {m.owed(what, near(dueDay))}
            </li>
          ))}
          {kept && (
            <li className="flex items-baseline gap-2 py-1 text-ink-2">
              <Icon name="check" small className="translate-y-0.5 text-jade" />
              {m.kept(kept.what, near(kept.day))}
            </li>
          )}
          {last && (
            <li className="flex items-baseline gap-2 py-1 text-ink-2">
              <Icon name="clock" small className="translate-y-0.5 text-ink-3" />
              {m.last(near(last.day))}
              {format.colon}
              {!last.reached
                ? m.lastMissed
                : format.list(last.exceptions.flatMap((name) => labels[name] ?? [])) || m.lastFine}
            </li>
          )}
        </ul>
      )}
    </>
  )
}

type Props = {
  outlet: Outlet
  /** What each exception is called, by `step.check`. */
  labels: Readonly<Record<string, string>>
  forCustomer: boolean
}

function Days({ outlet: { days } }: { outlet: Outlet }) {
  const { facts: m } = useMessages(roundMessages)
  const { today } = useSession()
  const language = useLanguage()
  const format = useFormat()
  const rule = days.marketRule ? m.rule(dayRuleText(days.marketRule, language)) : ''
  const rows = [
    [m.delivery, days.delivery && format.shortDay(days.delivery, today)],
    [m.order, days.order && format.shortDay(days.order, today)],
    [m.market, days.market && (days.market === today ? m.marketToday : format.shortDay(days.market, today)) + rule],
  ].filter((row): row is [string, string] => Boolean(row[1]))
  if (rows.length === 0) return null
  return (
    <dl className="t13 flex flex-wrap gap-x-4 gap-y-0.5 px-5 py-2">
      {rows.map(([label, value]) => (
        <div key={label} className="flex gap-1.5">
          <dt className="text-ink-3">{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
