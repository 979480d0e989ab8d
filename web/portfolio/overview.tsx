import { useState } from 'react'
import type { Contract } from '#api/contract.ts'
import type { Reply } from '#api/endpoint.ts'
import { DefinitionRow, Definitions } from '#web/ui/definitions.tsx'
import { LeadFigures } from '#web/ui/four-facts.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useMessages } from '#web/ui/messages.ts'
import { Select } from '#web/ui/select.tsx'
import { Why } from '#web/ui/why.tsx'
import { ConcentrationCurve } from './concentration-curve.tsx'
import { valueMessages } from './messages.ts'
import { MovementMatrix } from './movement-matrix.tsx'
import { TierTable } from './tier-table.tsx'
import { WatchShort } from './watch-lists.tsx'

export type Value = Reply<Contract['GET /api/value']>
export type Overview = Value['overviews'][number]
export type Kind = NonNullable<Overview['kind']>
export type KindChoice = 'all' | Kind

export type OverviewProps = {
  value: Value
  kind: KindChoice
  onShare: (share: number) => void
  onTiers: (tiers: readonly string[]) => void
  onWatch: () => void
}

/** What the customers are worth: figures, tiers with their lines, concentration, movement, who is near a border. */
export function ValueOverview({ value, kind, onShare, onTiers, onWatch }: OverviewProps) {
  const own = value.overviews.find((each) => each.kind === (kind === 'all' ? null : kind))
  const movements = value.movements.filter((each) => kind === 'all' || each.kind === kind)
  if (!own) return null
  return (
    <div className="px-4 pb-8 lg:px-6">
      <Figures own={own} share={value.share} onShare={onShare} />
      <div className="grid gap-x-11 gap-y-6 pt-4 lg:grid-cols-[minmax(0,1.1fr)_minmax(0,1fr)]">
        <TierTable tiers={value.tiers.filter((each) => kind === 'all' || each.kind === kind)} />
        <ConcentrationCurve own={own} tiers={tiersIn(value, kind)} chosen={own.pair?.tiers ?? []} onTiers={onTiers} />
        <MovementMatrix movements={movements} month={value.shown?.month ?? ''} />
        <WatchShort kind={kind} onAll={onWatch} />
      </div>
    </div>
  )
}

const tiersIn = (value: Value, kind: KindChoice): string[] => [
  ...new Set(
    value.tiers.flatMap((each) => (each.tier !== null && (kind === 'all' || each.kind === kind) ? [each.tier] : [])),
  ),
]

const SHARES = [0.01, 0.05, 0.1, 0.2, 0.3, 0.5]

function Figures({ own, share, onShare }: { own: Overview; share: number; onShare: (share: number) => void }) {
  const m = useMessages(valueMessages)
  const f = useFormat()
  const billed = own.customers - own.withoutBills
  const pair = own.pair
  const tiers = pair ? f.list(pair.tiers) : ''
  const top = f.percent(share, share < 0.01 ? 1 : 0)
  return (
    <LeadFigures
      facts={[
        {
          question: m.facts.customers,
          answer: <Why made={<p>{m.why.customers}</p>}>{f.number(own.customers)}</Why>,
          note: own.withoutBills > 0 ? m.facts.withoutBills(f.number(own.withoutBills)) : m.facts.allBilled,
        },
        {
          question: m.facts.revenue,
          answer: <Why made={<p>{m.why.revenue}</p>}>{f.moneyShort(own.revenue)}</Why>,
          note: billed > 0 ? m.facts.average(f.moneyShort(own.revenue / billed)) : undefined,
        },
        {
          question: m.facts.lift(tiers),
          answer: pair?.share.lift ? (
            <Why made={<PairMade own={own} />}>{m.facts.times(pair.share.lift.toFixed(1))}</Why>
          ) : (
            '–'
          ),
          note: pair && m.facts.pairNote(f.percent(pair.share.customers, 1), f.percent(pair.share.revenue, 1)),
        },
        {
          question: m.facts.top(top),
          answer: own.top ? (
            <Why made={<TopMade share={share} top={top} onShare={onShare} />}>{f.percent(own.top.revenue, 1)}</Why>
          ) : (
            '–'
          ),
          beside: m.facts.ofRevenue,
          note: m.facts.taught,
        },
        {
          question: m.facts.gini,
          answer:
            own.concentration.gini === null ? (
              '–'
            ) : (
              <Why made={<p>{m.why.gini}</p>}>{own.concentration.gini.toFixed(2)}</Why>
            ),
          note: m.facts.giniNote,
        },
      ]}
    />
  )
}

function PairMade({ own }: { own: Overview }) {
  const m = useMessages(valueMessages)
  const f = useFormat()
  if (!own.pair) return null
  const { share, tiers, customers, revenue } = own.pair
  return (
    <>
      <Definitions>
        <DefinitionRow wide term={m.why.chosen(f.list(tiers))}>
          {m.households(f.number(customers))}
          {' · '}
          {f.moneyShort(revenue)}
        </DefinitionRow>
        <DefinitionRow wide term={m.why.everyone}>
          {m.households(f.number(own.customers))}
          {' · '}
          {f.moneyShort(own.revenue)}
        </DefinitionRow>
        <DefinitionRow wide term={m.why.shareOfCustomers}>
          {f.percent(share.customers, 2)}
        </DefinitionRow>
        <DefinitionRow wide term={m.why.shareOfRevenue}>
          {f.percent(share.revenue, 2)}
        </DefinitionRow>
        <DefinitionRow wide term={m.why.quotient}>
          {share.lift?.toFixed(2)}
        </DefinitionRow>
      </Definitions>
      <p className="t12 pt-2 text-ink-3">{m.why.example}</p>
    </>
  )
}

function TopMade({ share, top, onShare }: { share: number; top: string; onShare: (share: number) => void }) {
  const m = useMessages(valueMessages)
  const f = useFormat()
  const [chosen, choose] = useState(String(share))
  return (
    <>
      <p>{m.why.topMade(top)}</p>
      <Select
        className="mt-2"
        label={m.why.otherShare}
        options={SHARES.map((each) => ({ id: String(each), label: f.percent(each) }))}
        value={chosen}
        onChange={(id) => {
          choose(id)
          onShare(Number(id))
        }}
      />
    </>
  )
}
