import type { Contract } from '#api/contract.ts'
import type { Reply } from '#api/endpoint.ts'
import { useRead } from '#web/client/query.ts'
import { useCan } from '#web/client/session.tsx'
import { type Interval, IntervalPlot } from '#web/ui/charts/interval-plot.tsx'
import { useFormat } from '#web/ui/format.ts'
import { Link } from '#web/ui/link.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Popover } from '#web/ui/popover.tsx'
import { Section } from '#web/ui/section.tsx'
import { insightMessages } from './messages.ts'

type Campaign = Reply<Contract['GET /api/campaigns']>['rows'][number]

/** Campaigns whose day of reading has come, for whoever may run campaigns; the newest first. */
export const useReadableCampaigns = (): readonly Campaign[] => {
  const may = useCan('campaign.run')
  const { data } = useRead('GET /api/campaigns', { query: { show: 'readable' } }, { enabled: may })
  return data?.rows ?? []
}

/** Effect against a random holdout, a row a campaign that can be read. Where it says too little no point is drawn, and without any the row says that. */
export function HoldoutSection({ className }: { className?: string }) {
  const m = useMessages(insightMessages)
  const f = useFormat()
  const campaigns = useReadableCampaigns()
  const rows = campaigns.map((campaign): Interval => {
    const { title, contacted, heldOut, effect } = campaign
    const about = { label: title, counts: `${f.number(contacted.customers)} / ${f.number(heldOut.customers)}` }
    const difference = effect?.difference
    if (!effect || !difference) return { ...about, thin: m.holdout.thin, result: m.none }
    return {
      ...about,
      point: difference.value * 100,
      low: Math.max(-REACH, difference.low * 100),
      high: Math.min(REACH, difference.high * 100),
      result: effect.verdict === 'notShown' ? m.none : f.number(Math.round(effect.saves?.value ?? 0)),
    }
  })
  const none: Interval = {
    label: m.holdout.all,
    counts: '0 / 0',
    thin: m.holdout.missing,
    result: m.none,
    strong: true,
  }
  return (
    <Section
      title={m.holdout.title}
      remark={m.holdout.remark}
      end={
        <span className="flex gap-3">
          <Link href="/campaigns?show=readable">{m.holdout.open}</Link>
          <Popover label={m.holdout.how} trigger={<Link>{m.holdout.how}</Link>} placement="bottom end">
            <p className="t13 max-w-xs">{m.holdout.explain}</p>
          </Popover>
        </span>
      }
      className={className}
    >
      <IntervalPlot
        label={m.holdout.title}
        heads={m.holdout.heads}
        marks={[-REACH, -REACH / 2, 0, REACH / 2, REACH]}
        format={(value) => (value > 0 ? `+${f.number(value, 1)}` : f.number(value, 1))}
        rows={rows.length > 0 ? rows : [none]}
      />
    </Section>
  )
}

/** Points to either side the plot shows. */
const REACH = 20
