import type { ReactNode } from 'react'
import { useFormat } from '#web/ui/format.ts'
import { Tier } from '#web/ui/marks.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Section } from '#web/ui/section.tsx'
import { Table } from '#web/ui/table.tsx'
import { valueMessages } from './messages.ts'
import type { Value } from './overview.tsx'

type Row = Value['tiers'][number]

/** A tier's mark: a letter in its square, a longer name as it is. */
export function TierMark({ tier }: { tier: string | null }): ReactNode {
  if (tier === null) return null
  return tier.length === 1 ? <Tier letter={tier} /> : <b className="t12">{tier}</b>
}

/** Each tier with its line, how many stand in it and what they paid; those without one last, with why. */
export function TierTable({ tiers }: { tiers: readonly Row[] }) {
  const m = useMessages(valueMessages)
  const f = useFormat()
  const kinds = [...new Set(tiers.map(({ kind }) => kind))]
  const sumOf = (kind: Row['kind'], take: (row: Row) => number): number =>
    tiers.filter((row) => row.kind === kind).reduce((sum, row) => sum + take(row), 0)
  const line = ({ border }: Row): string => {
    if (!border || border.from === null) return ''
    return border.from === 0 ? m.tiers.floor : `${f.money(border.from)}${m.per[border.per]}`
  }
  const unbilled = tiers.length > 0 && tiers.every(({ tier, customers }) => tier === null || customers === 0)
  return (
    <Section title={m.tiers.title} remark={m.tiers.remark}>
      {unbilled && <p className="t13 py-3 text-ink-2">{m.tiers.noBills}</p>}
      {kinds.map((kind) => (
        <Table
          key={kind}
          className="pb-2"
          label={`${m.kinds[kind]} ${m.tiers.title}`}
          rows={tiers.filter((row) => row.kind === kind && (row.tier !== null || row.customers > 0))}
          rowKey={(row) => row.tier ?? ''}
          columns={[
            {
              key: 'tier',
              title: kinds.length > 1 ? m.kinds[kind] : m.tiers.tier,
              width: '22%',
              render: (row) =>
                row.tier === null ? (
                  <span title={m.tiers.withoutHint} className="text-ink-3">
                    {m.tiers.without}
                  </span>
                ) : (
                  <TierMark tier={row.tier} />
                ),
            },
            { key: 'line', title: m.tiers.line, num: true, quiet: true, render: line },
            { key: 'customers', title: m.tiers.customers, num: true, render: (row) => f.number(row.customers) },
            {
              key: 'share',
              title: m.tiers.share,
              num: true,
              quiet: true,
              render: (row) =>
                shareOf(
                  row.customers,
                  sumOf(kind, (each) => each.customers),
                  f.percent,
                ),
            },
            { key: 'revenue', title: m.tiers.revenue, num: true, render: (row) => f.moneyShort(row.revenue) },
            {
              key: 'of',
              title: m.tiers.share,
              num: true,
              quiet: true,
              render: (row) =>
                shareOf(
                  row.revenue,
                  sumOf(kind, (each) => each.revenue),
                  f.percent,
                ),
            },
          ]}
        />
      ))}
    </Section>
  )
}

const shareOf = (part: number, all: number, percent: (share: number, digits?: number) => string): string =>
  all > 0 ? percent(part / all, part / all < 0.1 ? 1 : 0) : ''
