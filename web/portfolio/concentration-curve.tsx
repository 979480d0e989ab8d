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
  const mark = markOf(own, tiers, chosen)
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
            mark={mark && { at: mark, lines: m.curve.lines(f.percent(mark[0], 1), f.percent(mark[1], 1)) }}
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
            {belowZero > 0 && <span className="t12 text-ink-3">{m.curve.belowZero(f.number(belowZero))}</span>}
          </div>
        </>
      )}
    </Section>
  )
}

/**
 * The chosen tiers' pair lies on the curve when they are one kind's highest. Tiers of several kinds, or with a gap between
 * them, do not: then the chosen share of customers is marked instead.
 */
const markOf = (own: Overview, tiers: readonly string[], chosen: readonly string[]): [number, number] | undefined => {
  const highest = tiers.slice(0, chosen.length).every((tier) => chosen.includes(tier))
  const pair = own.kind !== null && highest ? own.pair?.share : own.top
  return pair ? [pair.customers, pair.revenue] : undefined
}
