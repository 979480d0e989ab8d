import { useRead } from '#web/client/query.ts'
import { useFormat } from '#web/ui/format.ts'
import { useMessages } from '#web/ui/messages.ts'
import { type AudienceQuery, points } from './campaign-types.ts'
import { campaignMessages } from './messages.ts'

/** How many a campaign would be about, whom it leaves out, and how small a difference so many could show: before anything is set. */
export function AudienceCount({ query }: { query: AudienceQuery }) {
  const { audience: m } = useMessages(campaignMessages)
  const f = useFormat()
  const { data } = useRead('GET /api/campaigns/audience', { query }, { keep: true })
  const reasons = data
    ? (['left', 'refused', 'undisturbed', 'noManager', 'otherKind'] as const)
        .filter((why) => data.leftOut[why] > 0)
        .map((why) => m.why[why](f.number(data.leftOut[why])))
    : []
  return (
    <section aria-label={m.title} aria-live="polite" className="t13 border-y border-line-2 bg-paper-2 px-3 py-2">
      {!data && <p className="text-ink-3">{m.counting}</p>}
      {data?.customers === 0 && <p className="text-amber">{m.nobody}</p>}
      {data && data.customers > 0 && (
        <>
          <p>
            <b>{m.customers(f.number(data.customers))}</b>
            <span className="ml-1.5 text-ink-2">{m.split(f.number(data.contacted), f.number(data.heldOut))}</span>
          </p>
          <p className={data.detectable === null ? 'text-amber' : ''}>
            {data.detectable === null ? m.never : m.detectable(points(data.detectable))}
          </p>
          <p className="t12 text-ink-3">{m.base(f.percent(data.base.share), data.base.assumed)}</p>
        </>
      )}
      {reasons.length > 0 && (
        <p className="t12 text-ink-3">
          {m.leftOut}
          {f.colon}
          {f.list(reasons)}
        </p>
      )}
    </section>
  )
}
