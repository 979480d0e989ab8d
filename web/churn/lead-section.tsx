import { useRead } from '#web/client/query.ts'
import { useFormat } from '#web/ui/format.ts'
import { useMessages } from '#web/ui/messages.ts'
import { Section } from '#web/ui/section.tsx'
import { SkeletonRows } from '#web/ui/states.tsx'
import { Why } from '#web/ui/why.tsx'
import { modelMessages } from './model-messages.ts'

/** How long before they left customers had been warned of; with few of them the single days, and no middle. */
export function LeadSection() {
  const m = useMessages(modelMessages)
  const f = useFormat()
  const { data } = useRead('GET /api/warning/lead-time', {})
  if (!data) return <SkeletonRows rows={2} />
  const { losses, unknown, share, days, median, least } = data
  return (
    <Section title={m.lead.title} remark={losses === 0 ? undefined : m.lead.remark(losses)}>
      <div className="t13 grid gap-1 py-2">
        {losses === 0 && <p className="text-ink-2">{m.lead.none}</p>}
        {share && (
          <p>
            <Why made={<p>{m.lead.why}</p>}>
              {m.lead.share(days.length, losses - unknown, f.percent(share.low), f.percent(share.high))}
            </Why>
          </p>
        )}
        {median !== null && <p>{m.lead.median(f.number(median, 1))}</p>}
        {median === null && days.length > 0 && <p>{m.lead.few(f.list(days.map((day) => f.number(day))), least)}</p>}
        {unknown > 0 && <p className="text-ink-2">{m.lead.unknown(unknown)}</p>}
      </div>
    </Section>
  )
}
