import { useState } from 'react'
import { freshId } from '#web/client/id.ts'
import { useRead, useWrite } from '#web/client/query.ts'
import { useWhen } from '#web/client/use-when.ts'
import { Button } from '#web/ui/button.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useMessages } from '#web/ui/messages.ts'
import { ProgressBar } from '#web/ui/progress-bar.tsx'
import { Section } from '#web/ui/section.tsx'
import { Banner } from '#web/ui/states.tsx'
import { notify } from '#web/ui/toast.tsx'
import { auditMessages } from './messages.ts'

const CHAIN_EVERY_MS = 10_000
const CHECK_EVERY_MS = 700

/** How far the log is sealed, the seal to note elsewhere, and the walk over all of it. */
export function ChainPanel() {
  const m = useMessages(auditMessages).chain
  const { number } = useFormat()
  const when = useWhen()
  const chain = useRead('GET /api/audit/chain', {}, { every: CHAIN_EVERY_MS })
  const ask = useWrite('POST /api/audit/checks')
  const [jobId, setJobId] = useState<string | null>(null)
  if (!chain.data) return null
  const { seals, rows, unsealed, head, sealedAt } = chain.data
  const start = () => ask.mutate({ body: { id: freshId() } }, { onSuccess: (asked) => setJobId(asked.jobId) })
  const state = [
    seals > 0 ? m.state(number(rows), number(seals)) : m.none,
    sealedAt ? m.at(when(sealedAt)) : null,
    unsealed > 0 ? m.waiting(number(unsealed)) : null,
  ].filter(Boolean)
  return (
    <Section
      title={m.title}
      remark={state.join(' · ')}
      end={
        <Button size="s" icon="check" isPending={ask.isPending} isDisabled={seals === 0} onPress={start}>
          {m.check}
        </Button>
      }
    >
      {jobId !== null && <Check key={jobId} jobId={jobId} />}
      {head !== null && (
        <div className="py-2">
          <p className="t12 text-ink-3">{m.head}</p>
          <div className="flex flex-wrap items-center gap-2">
            <code className="t12 break-all">{head}</code>
            <Button
              kind="bare"
              size="s"
              icon="link"
              onPress={() => void navigator.clipboard.writeText(head).then(() => notify({ text: m.copied }))}
            >
              {m.copy}
            </Button>
          </div>
          <p className="t12 text-ink-3">{m.headWhy}</p>
        </div>
      )}
    </Section>
  )
}

function Check({ jobId }: { jobId: string }) {
  const m = useMessages(auditMessages).chain
  const { number } = useFormat()
  const [ended, setEnded] = useState(false)
  const job = useRead('GET /api/jobs/:id', { params: { id: jobId } }, ended ? {} : { every: CHECK_EVERY_MS })
  const { done = 0, total = null, finishedAt = null, result = null } = job.data ?? {}
  if (finishedAt !== null && !ended) setEnded(true)
  if (finishedAt === null)
    return (
      <div className="py-2">
        <ProgressBar label={m.checking} {...(total ? { share: done / total } : {})} />
      </div>
    )
  const faults = Number(result?.['faults'] ?? 0)
  const first = String(result?.['firstFault'] ?? '') as keyof typeof m.faults
  return faults === 0 ? (
    <Banner tone="good">{m.sound(number(Number(result?.['rows'] ?? 0)))}</Banner>
  ) : (
    <Banner tone="now">
      {m.broken(number(faults), m.faults[first] ?? first, String(result?.['firstSeal'] ?? ''))} {m.brokenHint}
    </Banner>
  )
}
