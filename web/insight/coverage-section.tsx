import { useState } from 'react'
import type { CustomerKind } from '#domain/customer/kind.ts'
import type { CoverageRow } from '#domain/insight/coverage.ts'
import type { RecordQuery } from '#domain/insight/figure.ts'
import { HeatGrid } from '#web/ui/charts/heat-grid.tsx'
import { useFormat } from '#web/ui/format.ts'
import { Link } from '#web/ui/link.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Section } from '#web/ui/section.tsx'
import { SegmentedTabs } from '#web/ui/tabs.tsx'
import { recordsHref, type Side } from './addresses.ts'
import { insightMessages } from './messages.ts'
import type { Team } from './team.ts'

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0)

/** Customers by tier and days since the last contact; right of the line they are past their cadence. */
export function CoverageSection({ coverage, day, side }: { coverage: Team['coverage']; day: string; side: Side }) {
  const m = useMessages(insightMessages)
  const { number } = useFormat()
  const most = coverage.kinds.toSorted((a, b) => size(b.rows) - size(a.rows))[0]
  const [chosen, setChosen] = useState<CustomerKind | null>(null)
  const shown = coverage.kinds.find(({ kind }) => kind === chosen) ?? most
  const past: RecordQuery = { query: 'customers.pastCadence', where: coverage.inCadence.source.numerator.where }
  const rows = shown?.rows.filter(({ customers }) => customers > 0) ?? []
  return (
    <Section
      title={m.coverage.title}
      remark={`${m.coverage.remark} · ${m.coverage.asOf(day)}`}
      end={coverage.past > 0 && <Link href={recordsHref(side, past)}>{m.openList}</Link>}
    >
      {coverage.kinds.length > 1 && (
        <SegmentedTabs
          label={m.coverage.kind}
          items={coverage.kinds.map(({ kind, rows }) => ({ id: kind, label: m.kinds[kind], count: size(rows) }))}
          selected={shown?.kind ?? ''}
          onSelect={(id) => setChosen(id as CustomerKind)}
        />
      )}
      {shown && rows.length > 0 ? (
        <>
          <HeatGrid
            className="pt-3"
            summary={m.coverage.summary(m.kinds[shown.kind])}
            labelHead={m.coverage.tier}
            columns={m.coverage.buckets}
            format={number}
            rows={rows.map(({ tier, customers, counts, border }) => ({
              label: tier,
              remark: m.coverage.of(number(customers)),
              cells: counts.map((value, i) => ({ value, over: border !== null && i >= border })),
            }))}
          />
          <p className="t12 pt-1.5 text-ink-2">
            {rows.some((row) => sum(row.past) > 0) ? (
              rows
                .filter((row) => sum(row.past) > 0)
                .map((row, i) => (
                  <span key={row.tier}>
                    {i > 0 && ' · '}
                    <Link className="text-amber!" href={recordsHref(side, past, { kind: shown.kind, tier: row.tier })}>
                      {m.coverage.pastOf(row.tier, number(sum(row.past)))}
                    </Link>
                  </span>
                ))
            ) : (
              <span>{m.coverage.noPast}</span>
            )}
            {sum(rows.map(({ never }) => never)) > 0 && (
              <span> · {m.coverage.never(number(sum(rows.map(({ never }) => never))))}</span>
            )}
          </p>
        </>
      ) : (
        <p className="t13 py-6 text-ink-3">{m.coverage.empty}</p>
      )}
    </Section>
  )
}

const size = (rows: readonly CoverageRow[]): number => sum(rows.map(({ customers }) => customers))
