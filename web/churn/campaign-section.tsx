import { useState } from 'react'
import { acceptedBy, type CampaignReach, profitOf, PUBLISHED_CAMPAIGN } from '#domain/churn/profit.ts'
import { Button } from '#web/ui/button.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useMessages } from '#web/ui/messages.ts'
import { NumberField } from '#web/ui/number-field.tsx'
import { Section } from '#web/ui/section.tsx'
import { modelMessages } from './model-messages.ts'

const { value, offer, contact, accept } = PUBLISHED_CAMPAIGN
const published = { value, offer, contact, accept: (100 * accept.alpha) / (accept.alpha + accept.beta) }
type Figures = typeof published

/** How many to call with the reader's own figures in place of the paper's; nothing is kept. */
export function CampaignSection({ reach }: { reach: CampaignReach }) {
  const { profit: m } = useMessages(modelMessages)
  const [figures, setFigures] = useState<Figures>(published)
  const field = (key: keyof Figures, unit: string, most: number, least = 0) => (
    <NumberField
      label={m[key]}
      unit={unit}
      value={figures[key]}
      minValue={least}
      maxValue={most}
      onChange={(amount) => setFigures({ ...figures, [key]: amount })}
    />
  )
  const same = Object.values(figures).every((amount, i) => amount === Object.values(published)[i])
  return (
    <Section
      title={m.try}
      remark={m.tryRemark}
      end={
        same ? undefined : (
          <Button size="s" onPress={() => setFigures(published)}>
            {m.back}
          </Button>
        )
      }
    >
      <div className="grid grid-cols-2 gap-3 pt-3">
        {field('value', m.yuan, 10_000_000)}
        {field('offer', m.yuan, 10_000_000)}
        {field('contact', m.yuan, 1_000_000)}
        {field('accept', '%', 99, 1)}
      </div>
      <Best reach={reach} figures={figures} />
    </Section>
  )
}

function Best({ reach, figures }: { reach: CampaignReach; figures: Figures }) {
  const { profit: m } = useMessages(modelMessages)
  const f = useFormat()
  if (Object.values(figures).some(Number.isNaN)) return <p className="t13 pt-3 text-ink-2">{m.missing}</p>
  const best = profitOf(reach, { ...figures, accept: acceptedBy(figures.accept / 100) })
  return (
    <p className="t13 pt-3" role="status">
      {best.profit < 0.005 ? m.nobody : m.best(f.percent(best.share), f.money(Math.round(best.profit * 100)))}
    </p>
  )
}
