import clsx from 'clsx'
import { Button as AriaButton } from 'react-aria-components'
import { useSession } from '#web/client/session.tsx'
import { useFormat } from '#web/ui/format.ts'
import { Icon } from '#web/ui/icons.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { roundMessages } from './messages.ts'
import { isDone, type Standing } from './types.ts'

type Props = { shops: readonly Standing[]; chosen: string | null; onChoose: (customerId: string) => void }

/** The shops in the order of the route: what is known before the door, and how each stands. */
export function StopsList({ shops, chosen, onChoose }: Props) {
  const m = useMessages(roundMessages)
  return (
    <ol aria-label={m.stops}>
      {shops.map((shop, place) => (
        <li key={shop.outlet.customer.id} className="border-b border-line">
          <AriaButton
            aria-current={shop.outlet.customer.id === chosen}
            onPress={() => onChoose(shop.outlet.customer.id)}
            className={clsx(
              'grid w-full cursor-pointer grid-cols-[28px_minmax(0,1fr)_auto] items-baseline px-5 py-2.5 text-left data-hovered:bg-paper-2',
              shop.outlet.customer.id === chosen && 'bg-chosen',
            )}
          >
            <span className="t13 text-ink-3 tabular-nums">{place + 1}</span>
            <span className="min-w-0">
              <span className="t14 cut block">{shop.outlet.customer.name}</span>
              <Where shop={shop} first={place === 0} />
            </span>
            <State shop={shop} />
          </AriaButton>
        </li>
      ))}
    </ol>
  )
}

function Where({ shop: { outlet }, first }: { shop: Standing; first: boolean }) {
  const m = useMessages(roundMessages)
  const { branch, today } = useSession()
  const format = useFormat(branch.timeZone)
  const near = (day: string): string => format.shortDay(day, today)
  const { missed } = outlet.days
  return (
    <>
      <span className="t12 cut block text-ink-3">
        {[
          outlet.begins === null ? m.outside : format.time(outlet.begins),
          outlet.street,
          !first && outlet.wayMinutes !== null && outlet.wayMinutes > 0
            ? m.way(format.duration(outlet.wayMinutes))
            : null,
        ]
          .filter((text) => text !== null)
          .join(' · ')}
      </span>
      {missed && (
        <span className="t12 flex items-center gap-1 text-amber">
          <Icon name="truck" small />
          {m.facts.missed(missed.delivery && near(missed.delivery), near(missed.market))}
        </span>
      )}
      {outlet.promises.length > 0 && (
        <span className="t12 cut flex items-center gap-1 text-amber">
          <Icon name="promise" small />
          {m.facts.owed(outlet.promises[0]?.what ?? '', near(outlet.promises[0]?.dueDay ?? today))}
        </span>
      )}
    </>
  )
}

function State({ shop }: { shop: Standing }) {
  const m = useMessages(roundMessages)
  const { state, exceptions, waits } = shop
  const text = (): string => {
    if (state === null) return m.states.ahead
    if (!isDone(shop)) return m.states.here
    if (state.missed) return m.states.missed
    return exceptions > 0 ? m.exceptions(exceptions) : m.states.fine
  }
  const fine = isDone(shop) && !state?.missed
  return (
    <span className="t12 flex flex-col items-end pl-2">
      <span
        className={clsx(
          'flex items-center gap-1',
          fine && exceptions === 0 && 'text-jade',
          exceptions > 0 && 'text-amber',
          !isDone(shop) && 'text-ink-3',
        )}
      >
        {fine && <Icon name="check" small />}
        {text()}
      </span>
      {waits && <span className="text-ink-3">{m.waits}</span>}
    </span>
  )
}
