import type { Contract } from '#api/contract.ts'
import type { Reply } from '#api/endpoint.ts'
import { useSession } from '#web/client/session.tsx'
import { useFormat } from '#web/ui/format.ts'
import { Link } from '#web/ui/link.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Counts, HeldLines } from './erasure-panel.tsx'
import { personalMessages } from './messages.ts'

/** What stands where a customer was: that they are gone, on whose word, and what law still keeps. */
export function ErasedNote({ erasure }: { erasure: Reply<Contract['GET /api/customers/:id/erasure']> }) {
  const { gone: m, askers } = useMessages(personalMessages)
  const { branch } = useSession()
  const format = useFormat(branch.timeZone)
  const { done, goes, held } = erasure
  if (!done) return null
  return (
    <div className="grid gap-3">
      <h2 className="t20 font-strong">{m.title}</h2>
      <p className="t13 text-ink-2">
        {m.line(askers[done.askedBy], done.askedOn, done.by, `${format.dayOf(done.at)} ${format.time(done.at)}`)}
      </p>
      <Counts title={m.went} counts={goes} />
      <HeldLines held={held} />
      <Link href="/customers">{m.back}</Link>
    </div>
  )
}
