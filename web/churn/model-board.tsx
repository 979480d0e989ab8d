import { type ReactNode, useState } from 'react'
import type { Contract } from '#api/contract.ts'
import type { Reply } from '#api/endpoint.ts'
import { assumptionsOf } from '#domain/churn/campaign-figures.ts'
import { observedInterval } from '#domain/churn/metrics.ts'
import { profitOf } from '#domain/churn/profit.ts'
import { sentence } from '#domain/kernel/said.ts'
import { useRead } from '#web/client/query.ts'
import { useDayOf } from '#web/client/session.tsx'
import { Calibration } from '#web/ui/charts/calibration.tsx'
import { Curve } from '#web/ui/charts/curve.tsx'
import { LeadFigures } from '#web/ui/four-facts.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useMessages } from '#web/ui/messages.ts'
import { Row, Rows, Section } from '#web/ui/section.tsx'
import { Banner } from '#web/ui/states.tsx'
import { Why } from '#web/ui/why.tsx'
import { BesideTable } from './beside-table.tsx'
import { CampaignSection } from './campaign-section.tsx'
import { ColumnTable } from './column-table.tsx'
import { DriftSection } from './drift-section.tsx'
import { LeadSection } from './lead-section.tsx'
import { warningMessages } from './messages.ts'
import { modelMessages } from './model-messages.ts'
import { SegmentSection } from './segment-section.tsx'
import { TrainingBar } from './training-bar.tsx'
import { VersionTable } from './version-table.tsx'

export type WarningPage = Reply<Contract['GET /api/warning']>
export type Model = NonNullable<WarningPage['model']>

/** The model itself: what it learnt from, how good it is, what it looks at, what looks suspicious; and training it anew. */
export function ModelBoard({ page, children }: { page: WarningPage; children?: ReactNode }) {
  const m = useMessages(warningMessages)
  const { model } = page
  const [excluded, setExcluded] = useState<readonly string[]>(model?.excluded ?? [])
  return (
    <div className="px-4 pb-8 lg:px-6">
      {model && <Quality model={model} />}
      <TrainingBar page={page} excluded={excluded} />
      {model && model.alarms.length > 0 && (
        <Banner tone="soon" title={m.model.alarms}>
          {m.model.alarmHint}
          <ul className="list-disc pl-4">
            {model.alarms.map((said, i) => (
              <li key={i}>{sentence(m.said, said)}</li>
            ))}
          </ul>
        </Banner>
      )}
      {model && (
        <div className="grid gap-x-11 gap-y-6 pt-4 lg:grid-cols-2">
          <CalibrationPlot model={model} />
          <LiftPlot model={model} />
          <BesideTable quality={model.quality} />
          <LeadSection />
          {model.quality.reach && <CampaignSection reach={model.quality.reach} />}
          <DriftSection drift={page.drift} model={model} />
          <VersionTable />
          <ColumnTable model={model} excluded={excluded} onExcluded={setExcluded} />
          {model.notices.length > 0 && (
            <Section title={m.model.notices}>
              <Rows label={m.model.notices}>
                {model.notices.map((said, i) => (
                  <Row key={i}>{sentence(m.said, said)}</Row>
                ))}
              </Rows>
            </Section>
          )}
        </div>
      )}
      <div className="pt-4">
        <SegmentSection page={page} />
      </div>
      {children}
    </div>
  )
}

/** How many it pays to call: by the branch's own figures once it has kept some, in fen; until then as the paper has it. */
const useCampaign = ({ quality }: Model): { own: boolean; share: number; profit: number } | null => {
  const { data } = useRead('GET /api/warning/campaign-figures', {})
  const { reach, profit } = quality
  if (reach && data?.figures) return { own: true, ...profitOf(reach, assumptionsOf(data.figures)) }
  return profit ? { own: false, ...profit } : null
}

function Quality({ model }: { model: Model }) {
  const m = useMessages(warningMessages)
  const f = useFormat()
  const { profit: words } = useMessages(modelMessages)
  const dayOf = useDayOf()
  const { auc, topDecileLift, lift, brier, folds, foldAuc } = model.quality
  const campaign = useCampaign(model)
  return (
    <LeadFigures
      facts={[
        {
          question: m.model.auc,
          answer: (
            <Why
              made={
                <>
                  <p>{m.model.aucWhy}</p>
                  <p className="t12 pt-2 text-ink-3">{m.model.folds(folds, foldAuc.sd.toFixed(3))}</p>
                </>
              }
            >
              {auc.value.toFixed(3)}
            </Why>
          ),
          note: m.model.aucNote(auc.low.toFixed(3), auc.high.toFixed(3)),
        },
        {
          question: m.model.lift,
          answer: (
            <Why made={<p>{m.model.liftWhy(f.percent(lift[0]?.caught ?? 0))}</p>}>
              {m.model.times(topDecileLift.toFixed(1))}
            </Why>
          ),
          note: m.model.liftNote,
        },
        {
          question: m.model.brier,
          answer: <Why made={<p>{m.model.brierWhy}</p>}>{brier.toFixed(3)}</Why>,
          note: m.model.brierNote,
        },
        ...(campaign
          ? [
              {
                question: words.title,
                answer: (
                  <Why
                    made={
                      <>
                        <p>{campaign.own ? words.ownWhy : words.why}</p>
                        <p className="t12 pt-2 text-ink-3">{words.source}</p>
                      </>
                    }
                  >
                    {f.percent(campaign.share)}
                  </Why>
                ),
                note: words.note(campaign.own ? f.money(Math.round(campaign.profit)) : campaign.profit.toFixed(2)),
              },
            ]
          : []),
        {
          question: m.model.data,
          answer: m.model.rows(f.number(model.rows)),
          note: m.model.dataNote(f.number(model.leavers), f.percent(model.leavers / model.rows)),
        },
        {
          question: m.model.trained,
          answer: (
            <span className="t16 inline-block">{m.model.trainedBy(dayOf(model.trainedAt), model.trainedBy)}</span>
          ),
          note: model.asOf && m.model.asOf(model.asOf),
        },
      ]}
    />
  )
}

function CalibrationPlot({ model }: { model: Model }) {
  const m = useMessages(warningMessages)
  const bins = model.quality.calibration.map((bin) => {
    const { low, high } = observedInterval(bin)
    return { predicted: bin.predicted, observed: bin.observed, low, high, n: bin.rows }
  })
  const highest = Math.max(...bins.map(({ predicted, high }) => Math.max(predicted, high)), 0.1)
  return (
    <Section title={m.model.calibration} remark={m.model.calibrationRemark}>
      <Calibration
        className="pt-4"
        height={240}
        summary={m.model.calibrationSummary}
        bins={bins}
        top={Math.min(1, Math.ceil(highest * 5) / 5)}
        xLabel={m.model.said}
        yLabel={m.model.came}
      />
    </Section>
  )
}

function LiftPlot({ model }: { model: Model }) {
  const m = useMessages(warningMessages)
  const f = useFormat()
  const { lift } = model.quality
  const mark = lift[1] ?? lift[0]
  return (
    <Section title={m.model.liftCurve} remark={m.model.liftCurveRemark}>
      <Curve
        className="pt-4"
        height={240}
        summary={
          mark ? m.model.caughtLines(f.percent(mark.share), f.percent(mark.caught)).join(' ') : m.model.liftCurve
        }
        points={[[0, 0] as const, ...lift.map(({ share, caught }) => [share, caught] as const)]}
        mark={
          mark && {
            at: [mark.share, mark.caught],
            lines: m.model.caughtLines(f.percent(mark.share), f.percent(mark.caught)),
          }
        }
        xLabel={m.model.contacted}
        yLabel={m.model.caught}
      />
    </Section>
  )
}
