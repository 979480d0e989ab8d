import { IntervalPlot } from '#web/ui/charts/interval-plot.tsx'
import { Link } from '#web/ui/link.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Popover } from '#web/ui/popover.tsx'
import { Section } from '#web/ui/section.tsx'
import { insightMessages } from './messages.ts'

/** Effect against a random holdout. No campaign has one yet, so the row says that, and no point is drawn. */
export function HoldoutSection({ className }: { className?: string }) {
  const m = useMessages(insightMessages)
  return (
    <Section
      title={m.holdout.title}
      remark={m.holdout.remark}
      end={
        <Popover label={m.holdout.how} trigger={<Link>{m.holdout.how}</Link>} placement="bottom end">
          <p className="t13 max-w-xs">{m.holdout.explain}</p>
        </Popover>
      }
      className={className}
    >
      <IntervalPlot
        label={m.holdout.title}
        heads={m.holdout.heads}
        marks={[-5, 0, 5, 10]}
        format={(value) => (value > 0 ? `+${value}` : String(value))}
        rows={[{ label: m.holdout.all, counts: '0 / 0', thin: m.holdout.missing, result: m.none, strong: true }]}
      />
    </Section>
  )
}
