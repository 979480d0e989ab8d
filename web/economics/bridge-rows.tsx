import clsx from 'clsx'
import type { BridgePart } from '#domain/economics/revenue-bridge.ts'
import { useFormat } from '#web/ui/format.ts'
import { Link } from '#web/ui/link.tsx'
import { useMessages } from '#web/ui/messages.ts'
import type { Bridge } from './bridge-board.tsx'
import { economicsMessages } from './messages.ts'

const fills: Record<BridgePart, string> = {
  kept: 'bg-mute',
  grown: 'bg-jade-mid',
  shrunk: 'bg-amber-mark',
  lost: 'bg-red-mark',
  new: 'bg-jade-mid',
  back: 'bg-jade-mid',
  adjusted: 'bg-mute',
}

type Props = { bridge: Bridge; months: { from: string; to: string }; onOpen: (part: BridgePart) => void }

/** The bridge as rows: each part a bar between where the one above ended and where it ends itself. */
export function BridgeRows({ bridge, months, onOpen }: Props) {
  const m = useMessages(economicsMessages)
  const f = useFormat()
  const steps = bridge.steps.filter(({ part, customers }) => part !== 'adjusted' || customers > 0)
  const ends = steps.reduce<number[]>(
    (levels, { change }) => [...levels, (levels.at(-1) ?? 0) + change],
    [bridge.before],
  )
  const [low, high] = [Math.min(...ends), Math.max(...ends)]
  const room = (high - low) * 0.04 || 1
  const at = (fen: number): number => ((fen - low + room) / (high - low + 2 * room)) * 100
  const signed = (fen: number): string => `${fen > 0 ? '+' : ''}${f.moneyShort(fen)}`
  return (
    <>
      <ul aria-label={m.bridge.title} className="t13">
        <Whole label={f.monthOfYear(months.from)} sum={f.moneyShort(bridge.before)} at={at(bridge.before)} />
        {steps.map(({ part, customers, change }, i) => {
          const [from, to] = [at(ends[i] ?? 0), at(ends[i + 1] ?? 0)]
          return (
            <li key={part} className={rowClass}>
              <span className="min-w-0">
                <span className="block">{m.bridgeNames[part]}</span>
                {customers > 0 ? (
                  <Link
                    className="t12"
                    aria-label={m.bridge.open(m.bridgeNames[part], f.number(customers))}
                    onPress={() => onOpen(part)}
                  >
                    {m.bridge.customers(f.number(customers))}
                  </Link>
                ) : (
                  <span className="t12 text-ink-3">{m.bridge.customers(f.number(0))}</span>
                )}
              </span>
              <span aria-hidden="true" className="relative h-5">
                <span className="absolute -top-2.5 h-2.5 w-px bg-edge" style={{ left: `${from}%` }} />
                <span
                  className={clsx('absolute inset-y-0 min-w-px', fills[part])}
                  style={{ left: `${Math.min(from, to)}%`, width: `${Math.abs(to - from)}%` }}
                />
              </span>
              <span className="num text-right">{signed(change)}</span>
            </li>
          )
        })}
        <Whole label={f.monthOfYear(months.to)} sum={f.moneyShort(bridge.after)} at={at(bridge.after)} />
      </ul>
      <p className="t12 pt-2 text-ink-3">{m.bridge.scale(f.moneyShort(low - room))}</p>
    </>
  )
}

const rowClass =
  'grid min-h-11 grid-cols-[84px_minmax(0,1fr)_84px] items-center gap-3 border-b border-line py-1 md:grid-cols-[140px_minmax(0,1fr)_110px]'

function Whole({ label, sum, at }: { label: string; sum: string; at: number }) {
  return (
    <li className={rowClass}>
      <b>{label}</b>
      <span aria-hidden="true" className="relative h-5">
        <span className="absolute inset-y-0 w-[3px] -translate-x-px bg-ink" style={{ left: `${at}%` }} />
      </span>
      <b className="num text-right">{sum}</b>
    </li>
  )
}
