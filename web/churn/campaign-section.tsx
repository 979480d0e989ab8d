import { useState } from 'react'
import type { Contract } from '#api/contract.ts'
import type { Reply } from '#api/endpoint.ts'
import { assumptionsOf, type CampaignFigures, paysFrom, PUBLISHED_FIGURES } from '#domain/churn/campaign-figures.ts'
import { type CampaignReach, profitOf } from '#domain/churn/profit.ts'
import { useErrorText } from '#web/client/errors.ts'
import { useRead, useRefresh, useWrite } from '#web/client/query.ts'
import { Button } from '#web/ui/button.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useMessages } from '#web/ui/messages.ts'
import { NumberField } from '#web/ui/number-field.tsx'
import { Row, Rows, Section } from '#web/ui/section.tsx'
import { SkeletonRows } from '#web/ui/states.tsx'
import { notify } from '#web/ui/toast.tsx'
import { modelMessages } from './model-messages.ts'

type Kept = Reply<Contract['GET /api/warning/campaign-figures']>

/** How many to call with the branch's own figures in place of the paper's, tried here and kept by who may: the warning then speaks from the risk a contact pays at. */
export function CampaignSection({ reach }: { reach: CampaignReach }) {
  const { data } = useRead('GET /api/warning/campaign-figures', {})
  return data ? <Figures key={data.version} reach={reach} kept={data} /> : <SkeletonRows rows={4} />
}

function Figures({ reach, kept }: { reach: CampaignReach; kept: Kept }) {
  const { profit: m } = useMessages(modelMessages)
  const holding = kept.figures ?? PUBLISHED_FIGURES
  const [figures, setFigures] = useState<CampaignFigures>(holding)
  const money = (key: 'value' | 'offer' | 'contact', most: number) => (
    <NumberField
      label={m[key]}
      unit={m.yuan}
      value={figures[key] / 100}
      minValue={0}
      maxValue={most}
      onChange={(yuan) => setFigures({ ...figures, [key]: Math.round(yuan * 100) })}
    />
  )
  return (
    <Section
      title={m.try}
      remark={kept.figures ? m.ownRemark : m.tryRemark}
      end={
        isSame(figures, PUBLISHED_FIGURES) ? undefined : (
          <Button size="s" onPress={() => setFigures(PUBLISHED_FIGURES)}>
            {m.back}
          </Button>
        )
      }
    >
      <div className="grid grid-cols-2 gap-3 pt-3">
        {money('value', 10_000_000)}
        {money('offer', 10_000_000)}
        {money('contact', 1_000_000)}
        <NumberField
          label={m.accept}
          unit="%"
          value={figures.accept}
          minValue={1}
          maxValue={99}
          onChange={(percent) => setFigures({ ...figures, accept: Math.round(percent) })}
        />
      </div>
      <Best reach={reach} figures={figures} />
      <Keeping kept={kept} figures={figures} changed={!isSame(figures, holding)} />
    </Section>
  )
}

const isSame = (one: CampaignFigures, other: CampaignFigures): boolean =>
  one.value === other.value && one.offer === other.offer && one.contact === other.contact && one.accept === other.accept

const isWhole = (figures: CampaignFigures): boolean => Object.values(figures).every((amount) => !Number.isNaN(amount))

function Best({ reach, figures }: { reach: CampaignReach; figures: CampaignFigures }) {
  const { profit: m } = useMessages(modelMessages)
  const f = useFormat()
  if (!isWhole(figures)) return <p className="t13 pt-3 text-ink-2">{m.missing}</p>
  const best = profitOf(reach, assumptionsOf(figures))
  return (
    <p className="t13 pt-3" role="status">
      {best.profit < 0.5
        ? m.nobody
        : `${m.best(f.percent(best.share), f.money(Math.round(best.profit)))}${m.from(f.percent(paysFrom(figures)))}`}
    </p>
  )
}

/** Keeping what was tried, what was kept before by whom, and from where the warning speaks now. */
function Keeping({ kept, figures, changed }: { kept: Kept; figures: CampaignFigures; changed: boolean }) {
  const { profit: m } = useMessages(modelMessages)
  const f = useFormat()
  const errorText = useErrorText()
  const refresh = useRefresh()
  const write = useWrite('PUT /api/warning/campaign-figures')
  const own = isSame(figures, PUBLISHED_FIGURES) ? null : figures
  const save = (): void =>
    write.mutate(
      { body: { figures: own, baseVersion: kept.version } },
      {
        onSuccess: () => notify({ text: m.kept }),
        onError: (error) => {
          if (error.reply.code === 'record.conflict') void refresh()
          notify({ text: errorText(error), tone: 'problem' })
        },
      },
    )
  const told = (each: CampaignFigures | null): string =>
    each === null
      ? m.papers
      : m.told(f.money(each.value), f.money(each.offer), f.money(each.contact), f.percent(each.accept / 100))
  return (
    <>
      {kept.mayChange && changed && isWhole(figures) && paysFrom(figures) < 1 && (
        <p className="pt-3">
          <Button kind="go" isDisabled={write.isPending} onPress={save}>
            {m.keep}
          </Button>
        </p>
      )}
      <p className="t12 pt-3 text-ink-3">{m.speaks(f.percent(kept.borders.raised), f.percent(kept.borders.high))}</p>
      {kept.past.length > 0 && (
        <details className="t13 pt-1">
          <summary className="touch cursor-pointer py-1 text-ink-2">{m.past(kept.past.length)}</summary>
          <Rows label={m.pastTitle}>
            {kept.past.map(({ version, figures: each, by, on }) => (
              <Row key={version} note={told(each)} end={<span className="text-ink-3">{on}</span>}>
                {m.by(version, by)}
              </Row>
            ))}
          </Rows>
        </details>
      )}
    </>
  )
}
