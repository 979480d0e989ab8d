import { useState } from 'react'
import { freshId } from '#web/client/id.ts'
import { useRead, useWrite } from '#web/client/query.ts'
import { useCan } from '#web/client/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Banner, EmptyState, ErrorState, SkeletonBrief } from '#web/ui/states.tsx'
import { FrozenLists } from './frozen-lists.tsx'
import { valueMessages } from './messages.ts'
import { type KindChoice, ValueOverview } from './overview.tsx'
import { type ValueFiles, WatchLists } from './watch-lists.tsx'

export type ValueAsk = {
  month?: string | undefined
  kind: KindChoice
  share?: number | undefined
  tiers?: readonly string[] | undefined
}

/** Reads what the page shows; the pages of figures share it. */
export const useValue = ({ month, share, tiers }: ValueAsk, enabled: boolean) =>
  useRead(
    'GET /api/value',
    {
      query: {
        ...(month ? { month } : {}),
        ...(share ? { share } : {}),
        ...(tiers && tiers.length > 0 ? { tiers: tiers.join(',') } : {}),
      },
    },
    { keep: true, enabled },
  )

/** Everything about value but the rules: what stands here depends on there being a computed month. */
export function ValueBoard({
  ask,
  tab,
  files,
  onAsk,
  onTab,
}: {
  ask: ValueAsk
  tab: 'overview' | 'watch' | 'frozen'
  files: ValueFiles
  onAsk: (change: Partial<ValueAsk>) => void
  onTab: (tab: 'watch') => void
}) {
  const m = useMessages(valueMessages)
  const read = useValue(ask, true)
  if (read.error)
    return (
      <ErrorState
        title={m.failed}
        remedy={m.remedy}
        onRetry={() => void read.refetch()}
        code={read.error.reply.requestId}
      />
    )
  if (!read.data) return <SkeletonBrief />
  const { shown } = read.data
  if (!shown) return <NothingYet />
  const tiers = [...new Set(read.data.tiers.flatMap(({ tier }) => (tier === null ? [] : [tier])))]
  return (
    <>
      {shown.stale && <Banner tone="soon">{m.stale}</Banner>}
      {tab === 'overview' && (
        <ValueOverview
          value={read.data}
          kind={ask.kind}
          onShare={(share) => onAsk({ share })}
          onTiers={(chosen) => onAsk({ tiers: chosen })}
          onWatch={() => onTab('watch')}
        />
      )}
      {tab === 'watch' && <WatchLists kind={ask.kind} file={files.watch} />}
      {tab === 'frozen' && (
        <FrozenLists tiers={tiers} month={read.data.months[0]?.month ?? shown.month} file={files.frozen} />
      )}
    </>
  )
}

function NothingYet() {
  const m = useMessages(valueMessages)
  return (
    <EmptyState icon="chance" title={m.none} hint={m.noneHint}>
      <RunButton words={m.compute} kind="go" />
    </EmptyState>
  )
}

const LOOK_EVERY_MS = 1500

/** Asks for the monthly run and waits for it; every figure on the page is read again when it is done. */
export function RunButton({ words, kind }: { words: string; kind?: 'go' }) {
  const m = useMessages(valueMessages)
  const may = useCan('value.rule')
  const run = useWrite('POST /api/standings/runs')
  const [jobId, setJobId] = useState<string | null>(null)
  const job = useRead(
    'GET /api/jobs/:id',
    { params: { id: jobId ?? '' } },
    { enabled: jobId !== null, every: LOOK_EVERY_MS },
  )
  const refresh = useRead('GET /api/value', { query: {} }, { enabled: false })
  const busy = jobId !== null && (job.data?.finishedAt ?? null) === null
  if (jobId !== null && job.data?.finishedAt) {
    setJobId(null)
    void refresh.refetch()
  }
  if (!may) return null
  return (
    <Button
      {...(kind ? { kind } : { icon: 'again' as const })}
      isPending={run.isPending || busy}
      onPress={() => run.mutate({ body: { id: freshId() } }, { onSuccess: (asked) => setJobId(asked.jobId) })}
    >
      {busy ? m.computing : words}
    </Button>
  )
}
