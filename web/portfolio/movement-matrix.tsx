import clsx from 'clsx'
import { useState } from 'react'
import { away, noTier } from '#domain/portfolio/movement.ts'
import { useRead } from '#web/client/query.ts'
import { Drawer } from '#web/ui/drawer.tsx'
import { useFormat } from '#web/ui/format.ts'
import { Link } from '#web/ui/link.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Row, Rows, Section } from '#web/ui/section.tsx'
import { SkeletonRows } from '#web/ui/states.tsx'
import { valueMessages } from './messages.ts'
import type { Value } from './overview.tsx'
import { TierMark } from './tier-table.tsx'

type Movement = Value['movements'][number]
type Cell = { movement: Movement; from: string; to: string; customers: number }

/** Where customers stood a month ago (rows) and stand now (columns); a count opens to its customers. [K-03] */
export function MovementMatrix({ movements, month }: { movements: readonly Movement[]; month: string }) {
  const m = useMessages(valueMessages)
  const [open, setOpen] = useState<Cell | null>(null)
  return (
    <Section title={m.movement.title} remark={m.movement.remark}>
      {movements.length === 0 && <p className="t13 py-3 text-ink-2">{m.movement.none}</p>}
      {movements.map((movement) => (
        <Matrix key={movement.kind} movement={movement} named={movements.length > 1} onOpen={setOpen} />
      ))}
      {open && <Moved cell={open} month={month} onClose={() => setOpen(null)} />}
    </Section>
  )
}

function Matrix({ movement, named, onOpen }: { movement: Movement; named: boolean; onOpen: (cell: Cell) => void }) {
  const m = useMessages(valueMessages)
  const f = useFormat()
  const { spots, count } = movement
  const used = spots.filter(
    (spot, i) => spot !== noTier || count.some((row, j) => row[i] || (j === i && row.some(Boolean))),
  )
  const n = (from: string, to: string): number => count[spots.indexOf(from)]?.[spots.indexOf(to)] ?? 0
  return (
    <>
      <div className="overflow-x-auto">
        <table className="t13 w-full border-collapse" aria-label={`${m.kinds[movement.kind]} ${m.movement.title}`}>
          <thead>
            <tr className="t12 text-ink-3">
              <th scope="col" className="h-8 border-b border-line text-left whitespace-nowrap">
                {named && `${m.kinds[movement.kind]}　`}
                {m.movement.fromTo(f.month(movement.from), f.month(movement.to))}
              </th>
              {used.map((spot) => (
                <th key={spot} scope="col" className="num border-b border-line px-2 last:pr-0">
                  {spotWord(spot, m.movement.left, m.movement.without)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {used.map((from) => (
              <tr key={from}>
                <th scope="row" className="h-8 border-b border-line text-left font-normal text-ink-2">
                  {from === away || from === noTier ? (
                    spotWord(from, m.movement.entered, m.movement.without)
                  ) : (
                    <TierMark tier={from} />
                  )}
                </th>
                {used.map((to) => (
                  <td key={to} className="num border-b border-line px-2 last:pr-0">
                    <Count
                      customers={n(from, to)}
                      step={stepOf(spots, from, to)}
                      label={m.movement.open(f.number(n(from, to)), from, to)}
                      onOpen={() => onOpen({ movement, from, to, customers: n(from, to) })}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="t12 py-2 text-ink-2">
        {m.movement.sum(
          f.number(movement.up),
          f.number(movement.down),
          f.number(movement.left),
          f.number(movement.entered),
        )}
      </p>
    </>
  )
}

const spotWord = (spot: string, gone: string, without: string): string =>
  spot === away ? gone : spot === noTier ? without : spot

type Step = 'up' | 'down' | 'same' | 'other'

const stepOf = (spots: readonly string[], from: string, to: string): Step => {
  if (from === to) return 'same'
  if ([from, to].some((spot) => spot === away || spot === noTier)) return 'other'
  return spots.indexOf(to) < spots.indexOf(from) ? 'up' : 'down'
}

function Count({
  customers,
  step,
  label,
  onOpen,
}: {
  customers: number
  step: Step
  label: string
  onOpen: () => void
}) {
  const f = useFormat()
  if (customers === 0) return <span className="text-ink-3">{f.number(0)}</span>
  return (
    <Link quiet aria-label={label} onPress={onOpen} className={clsx(step === 'same' && 'text-ink-3')}>
      <span className={clsx(step === 'up' && 'font-strong text-jade', step === 'other' && 'font-strong')}>
        {step === 'up' ? '↑ ' : step === 'down' ? '↓ ' : ''}
        {f.number(customers)}
      </span>
    </Link>
  )
}

function Moved({ cell, month, onClose }: { cell: Cell; month: string; onClose: () => void }) {
  const m = useMessages(valueMessages)
  const f = useFormat()
  const { kind } = cell.movement
  const moved = useRead('GET /api/value/moved', { query: { kind, from: cell.from, to: cell.to, month } })
  const title = m.movement.fromTo(
    spotWord(cell.from, m.movement.entered, m.movement.without),
    spotWord(cell.to, m.movement.left, m.movement.without),
  )
  return (
    <Drawer
      isOpen
      title={title}
      remark={moved.data && m.movement.shown(moved.data.rows.length, moved.data.count)}
      onClose={onClose}
    >
      {!moved.data && <SkeletonRows rows={6} />}
      <Rows label={title}>
        {moved.data?.rows.map((who) => (
          <Row key={who.id} note={who.manager} end={who.paid12Fen === null ? null : f.moneyShort(who.paid12Fen)}>
            <Link href={`/customers/${who.id}`}>{who.addressForm ?? who.name}</Link>
          </Row>
        ))}
      </Rows>
    </Drawer>
  )
}
