import { revenueAt } from '#domain/portfolio/concentration.ts'
import { CheckboxGroup } from '#web/ui/checkbox.tsx'
import { Curve } from '#web/ui/charts/curve.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useMessages } from '#web/ui/messages.ts'
import { Section } from '#web/ui/section.tsx'
import { valueMessages } from './messages.ts'
import type { Overview } from './overview.tsx'

export type ConcentrationCurveProps = {
  own: Overview
  /** Tiers that can be chosen, highest first. */
  tiers: readonly string[]
  chosen: readonly string[]
  onTiers: (tiers: readonly string[]) => void
}

/** How much of the revenue the first customers bring, with the chosen tiers' pair marked on it. [K-01][K-02] */
export function ConcentrationCurve({ own, tiers, chosen, onTiers }: ConcentrationCurveProps) {
  const m = useMessages(valueMessages)
  const f = useFormat()
  const { curve, belowZero } = own.concentration
  const share = own.pair?.share
  const shares = share ? ([f.percent(share.customers, 1), f.percent(share.revenue, 1)] as const) : null
  const first = share && curve.length > 0 ? revenueAt(curve, share.customers) : undefined
  const apart = shares && first !== undefined && f.percent(first, 1) !== shares[1]
  return (
    <Section title={m.curve.title} remark={m.curve.remark}>
      {curve.length === 0 ? (
        <p className="t13 py-3 text-ink-2">{m.curve.none}</p>
      ) : (
        <>
          <Curve
            className="pt-4"
            height={220}
            summary={shares ? m.curve.summary(...shares) : m.curve.title}
            points={curve.map((point) => [point.customers, point.revenue] as const)}
            mark={
              share && first !== undefined
                ? {
                    at: [share.customers, first],
                    lines: m.curve.lines(f.percent(share.customers, 1), f.percent(first, 1)),
                  }
                : undefined
            }
            xLabel={m.curve.customers}
            yLabel={m.curve.revenue}
          />
          <div className="flex flex-wrap items-baseline gap-x-4">
            <CheckboxGroup
              label={m.curve.pick}
              options={tiers.map((tier) => ({ id: tier, label: tier }))}
              value={[...chosen]}
              onChange={(next) => next.length > 0 && onTiers(tiers.filter((tier) => next.includes(tier)))}
            />
            {apart && <span className="t12 text-ink-2">{m.curve.apart(f.list(chosen), ...shares)}</span>}
            {belowZero > 0 && <span className="t12 text-ink-3">{m.curve.belowZero(f.number(belowZero))}</span>}
          </div>
        </>
      )}
    </Section>
  )
}
