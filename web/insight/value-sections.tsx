import { useState } from 'react'
import type { CustomerKind } from '#domain/customer/kind.ts'
import { revenueAt } from '#domain/portfolio/concentration.ts'
import { away, type Movement, noTier } from '#domain/portfolio/movement.ts'
import { Curve } from '#web/ui/charts/curve.tsx'
import { useFormat } from '#web/ui/format.ts'
import { Link } from '#web/ui/link.tsx'
import { Tier } from '#web/ui/marks.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Section } from '#web/ui/section.tsx'
import { SegmentedTabs } from '#web/ui/tabs.tsx'
import { recordsHref } from './addresses.ts'
import { insightMessages } from './messages.ts'
import type { Team } from './team.ts'

/** How much of the revenue the first tiers bring. */
export function ConcentrationSection({
  concentration,
  className,
}: Pick<Team, 'concentration'> & { className?: string }) {
  const m = useMessages(insightMessages)
  const { percent, list, month } = useFormat()
  if (!concentration)
    return (
      <Section title={m.concentration.title} className={className}>
        <p className="t12 py-4 text-ink-3">{m.concentration.none}</p>
      </Section>
    )
  const { pair, curve, tiers } = concentration
  const first = pair && revenueAt(curve, pair.customers)
  const apart = pair !== null && first !== null && percent(first, 1) !== percent(pair.revenue, 1)
  return (
    <Section
      title={m.concentration.title}
      remark={m.concentration.remark(month(concentration.month))}
      className={className}
    >
      <Curve
        className="pt-3"
        summary={m.concentration.summary}
        points={curve.map(({ customers, revenue }) => [customers, revenue])}
        xLabel={m.concentration.x}
        yLabel={m.concentration.y}
        mark={
          pair && first !== null
            ? {
                at: [pair.customers, first],
                lines: [
                  m.concentration.customers(percent(pair.customers, 1)),
                  m.concentration.revenue(percent(first, 1)),
                ],
              }
            : undefined
        }
      />
      <p className="t12 pt-1 text-ink-2">
        {apart
          ? m.concentration.apart(list(tiers), percent(pair.customers, 1), percent(pair.revenue, 1))
          : m.concentration.caption(list(tiers))}
      </p>
    </Section>
  )
}

/** Who moved between tiers: rows before, columns after; every figure opens. */
export function MovementSection({
  movement,
  unit,
  className,
}: Pick<Team, 'movement' | 'unit'> & { className?: string }) {
  const m = useMessages(insightMessages)
  const { number, month } = useFormat()
  const [chosen, setChosen] = useState<CustomerKind | null>(null)
  const each = movement?.kinds.find(({ kind }) => kind === chosen) ?? movement?.kinds[0]
  return (
    <Section
      title={m.movement.title}
      remark={m.movement.remark}
      end={<Link href="/value">{m.movement.watch}</Link>}
      className={className}
    >
      {movement === null && <p className="t12 py-4 text-ink-3">{m.movement.none}</p>}
      {movement && movement.kinds.length > 1 && (
        <SegmentedTabs
          label={m.coverage.kind}
          items={movement.kinds.map(({ kind }) => ({ id: kind, label: m.kinds[kind] }))}
          selected={each?.kind ?? ''}
          onSelect={(id) => setChosen(id as CustomerKind)}
        />
      )}
      {movement && each && (
        <div className="overflow-x-auto">
          <MovementTable
            movement={each}
            unit={unit?.id ?? null}
            head={m.movement.months(month(movement.from), month(movement.to))}
          />
          <p className="t12 pt-1.5 text-ink-2">
            {m.movement.summary(number(each.up), number(each.down), number(each.left), number(each.entered))}
          </p>
        </div>
      )}
    </Section>
  )
}

function MovementTable({ movement, head, unit }: { movement: Movement; head: string; unit: string | null }) {
  const m = useMessages(insightMessages)
  const { number } = useFormat()
  const { spots, count } = movement
  const used = spots.filter(
    (spot, i) => isTier(spot) || (count[i]?.some((n) => n > 0) ?? false) || count.some((row) => (row[i] ?? 0) > 0),
  )
  const nameOf = (spot: string): string =>
    spot === away ? m.movement.gone : spot === noTier ? m.movement.untiered : spot
  const rowName = (spot: string): string => (spot === away ? m.movement.came : nameOf(spot))
  return (
    <table aria-label={`${m.movement.title} ${head}`} className="t13 w-full border-collapse">
      <thead>
        <tr className="t12 text-ink-3">
          <th scope="col" className="h-[30px] text-left font-normal whitespace-nowrap">
            {head}
          </th>
          {used.map((spot) => (
            <th key={spot} scope="col" className="num pr-2 font-normal">
              {nameOf(spot)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {used.map((was) => (
          <tr key={was}>
            <th scope="row" className="h-[33px] border-t border-line text-left font-normal">
              {isTier(was) ? <Tier letter={was} /> : rowName(was)}
            </th>
            {used.map((is) => (
              <td key={is} className="num border-t border-line pr-2">
                <MovementCell
                  n={count[spots.indexOf(was)]?.[spots.indexOf(is)] ?? 0}
                  way={wayOf(spots.indexOf(was), spots.indexOf(is), was, is)}
                  href={recordsHref('team', {
                    query: 'customers.moved',
                    where: { unit, kind: movement.kind, month: movement.to, was, is },
                  })}
                  label={m.movement.cell(
                    rowName(was),
                    nameOf(is),
                    number(count[spots.indexOf(was)]?.[spots.indexOf(is)] ?? 0),
                  )}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type Way = 'up' | 'down' | 'same' | 'other'

const isTier = (spot: string): boolean => spot !== away && spot !== noTier

const wayOf = (i: number, j: number, was: string, is: string): Way => {
  if (i === j) return 'same'
  if (!isTier(was) || !isTier(is)) return 'other'
  return j < i ? 'up' : 'down'
}

const looks: Record<Way, string> = {
  up: 'font-strong text-jade',
  down: 'text-ink',
  same: 'text-ink-3',
  other: 'text-ink',
}
const arrows: Record<Way, string> = { up: '↑ ', down: '↓ ', same: '', other: '' }

function MovementCell({ n, way, href, label }: { n: number; way: Way; href: string; label: string }) {
  const { number } = useFormat()
  if (n === 0) return <span className="text-ink-3">0</span>
  return (
    <Link quiet href={href} aria-label={label} className={looks[way]}>
      {arrows[way]}
      {number(n)}
    </Link>
  )
}
