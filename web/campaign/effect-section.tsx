import { armNames as armsEn } from '#domain/retention/campaign-words.en.ts'
import { armNames as armsZh } from '#domain/retention/campaign-words.zh.ts'
import { sentence } from '#domain/kernel/said.ts'
import { IntervalPlot } from '#web/ui/charts/interval-plot.tsx'
import { DefinitionRow, Definitions } from '#web/ui/definitions.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useLanguage } from '#web/ui/language.tsx'
import { Link } from '#web/ui/link.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Popover } from '#web/ui/popover.tsx'
import { Section } from '#web/ui/section.tsx'
import { Banner } from '#web/ui/states.tsx'
import { Table } from '#web/ui/table.tsx'
import { Why } from '#web/ui/why.tsx'
import { arms, type CampaignShown, points, verdictWords } from './campaign-types.ts'
import { campaignMessages } from './messages.ts'

type Shown = { campaign: CampaignShown }

export const armNames = { zh: armsZh, en: armsEn }

/** What a campaign caused: nothing before the day set beforehand, then the verdict, the interval, the arms and what one kept customer cost. */
export function EffectSection({ campaign }: Shown) {
  const { effect: m } = useMessages(campaignMessages)
  const language = useLanguage()
  const { effect } = campaign
  return (
    <Section
      title={m.title}
      end={
        <Popover label={m.why} trigger={<Link>{m.why}</Link>} placement="bottom end">
          <p className="t13 max-w-xs">{m.whyText}</p>
        </Popover>
      }
    >
      {!effect && <p className="t13 py-2 text-ink-2">{m.notStarted}</p>}
      {effect && (
        <div className="py-3">
          <Banner tone={effect.verdict === 'helped' ? 'good' : effect.verdict === 'harmed' ? 'now' : 'note'}>
            {effect.verdict === 'early' ? m.before(campaign.readOn) : sentence(verdictWords[language], effect.said)}
          </Banner>
        </div>
      )}
      {effect?.verdict === 'early' && (
        <p className="t13 pb-2 text-ink-2">
          {campaign.detectable === null ? m.never : m.detectable(points(campaign.detectable))}
        </p>
      )}
      {effect?.difference && <Interval campaign={campaign} />}
      {campaign.outcome && <ArmsTable campaign={campaign} />}
      {effect && effect.verdict !== 'early' && <Cost campaign={campaign} />}
      {campaign.heldOut.reached > 0 && (
        <p className="t12 pt-2 text-amber">{m.againstPlan(String(campaign.heldOut.reached))}</p>
      )}
    </Section>
  )
}

/** Marks in points around nothing, wide enough for the interval. */
export const marksFor = (reach: number): number[] => {
  const step = [5, 10, 20, 50].find((one) => one * 2 >= reach) ?? 50
  return [-2, -1, 0, 1, 2].map((k) => k * step)
}

function Interval({ campaign }: Shown) {
  const { effect: m } = useMessages(campaignMessages)
  const f = useFormat()
  const { difference = null, saves = null } = campaign.effect ?? {}
  if (!difference || !saves) return null
  const [value, low, high] = [difference.value, difference.low, difference.high].map((share) => share * 100)
  const whole = (n: number): string => f.number(Math.round(n))
  return (
    <figure>
      <figcaption className="t12 pb-1 text-ink-3">
        {m.chart} · {m.chartRemark}
      </figcaption>
      <IntervalPlot
        label={m.chart}
        heads={m.heads}
        marks={marksFor(Math.max(Math.abs(low ?? 0), Math.abs(high ?? 0)))}
        format={(mark) => (mark > 0 ? `+${f.number(mark, 1)}` : f.number(mark, 1))}
        rows={[
          {
            label: campaign.title,
            counts: `${f.number(campaign.contacted.customers)} / ${f.number(campaign.heldOut.customers)}`,
            point: value ?? 0,
            low: low ?? 0,
            high: high ?? 0,
            result:
              campaign.effect?.verdict === 'notShown'
                ? m.unsure(whole(saves.low), whole(saves.high))
                : m.saved(whole(saves.value), whole(saves.low), whole(saves.high)),
            strong: true,
          },
        ]}
      />
    </figure>
  )
}

function ArmsTable({ campaign }: Shown) {
  const { effect: m } = useMessages(campaignMessages)
  const language = useLanguage()
  const f = useFormat()
  const { outcome } = campaign
  if (!outcome) return null
  const rows = arms.map((arm) => ({ arm, ...campaign[arm], ...outcome[arm] }))
  return (
    <div className="pt-4">
      <Table
        label={m.arms}
        rows={rows}
        rowKey={({ arm }) => arm}
        columns={[
          { key: 'arm', title: m.arm, render: ({ arm }) => armNames[language][arm] },
          { key: 'customers', title: m.customers, num: true, render: (row) => f.number(row.customers) },
          { key: 'reached', title: m.reached, num: true, render: (row) => f.number(row.reached) },
          { key: 'stayed', title: m.stayed, num: true, render: (row) => f.number(row.stayed) },
          { key: 'left', title: m.left, num: true, render: (row) => f.number(row.left) },
          ...(rows.some(({ unknown }) => unknown > 0)
            ? [
                {
                  key: 'unknown',
                  title: m.unknown,
                  num: true,
                  render: (row: (typeof rows)[number]) => f.number(row.unknown),
                },
              ]
            : []),
          ...(campaign.effect?.difference
            ? [
                {
                  key: 'share',
                  title: m.share,
                  num: true,
                  render: (row: (typeof rows)[number]) => f.percent(row.stayed / (row.stayed + row.left), 1),
                },
              ]
            : []),
        ]}
      />
      <p className="t12 pt-1.5 text-ink-3">{m.byAssignment}</p>
    </div>
  )
}

function Cost({ campaign }: Shown) {
  const { effect: m } = useMessages(campaignMessages)
  const f = useFormat()
  const perSave = campaign.effect?.costPerSave
  return (
    <Definitions className="pt-3">
      <DefinitionRow term={m.spent} wide>
        {f.money(campaign.costFen)}
      </DefinitionRow>
      <DefinitionRow term={m.cost} wide>
        {perSave ? (
          <Why made={<p>{m.costNote(f.money(campaign.costFen))}</p>}>
            {m.costIs(f.money(perSave.value), f.money(perSave.low), f.money(perSave.high))}
          </Why>
        ) : (
          <span className="text-ink-3">{m.costUnknown}</span>
        )}
      </DefinitionRow>
    </Definitions>
  )
}
