import { useRead, useRefresh } from '#web/client/query.ts'
import { useErrorText } from '#web/client/errors.ts'
import { ErrorState, SkeletonRows } from '#web/ui/states.tsx'
import { Outcome } from './outcome.tsx'
import type { ImportView } from './past-imports.tsx'
import { Prepare } from './prepare.tsx'
import { Underway } from './underway.tsx'

const LOOK_EVERY_MS = 1500

const isUnderway = ({ state }: ImportView): boolean => ['checking', 'waiting', 'running', 'undoing'].includes(state)

/** One import at whatever point it is: being prepared, under way, or done. */
export function OneImport({ id, onGone }: { id: string; onGone: () => void }) {
  const errorText = useErrorText()
  const read = useRead('GET /api/imports/:id', { params: { id } })
  const refresh = useRefresh()
  const view = read.data
  // while it goes on the whole page follows it, its title too
  const underway = view !== undefined && isUnderway(view)
  useRead(
    'GET /api/imports/:id',
    { params: { id } },
    { enabled: underway, ...(underway ? { every: LOOK_EVERY_MS } : {}) },
  )
  if (read.error) return <ErrorState title={errorText(read.error)} remedy="" onRetry={() => void read.refetch()} />
  if (!view)
    return (
      <div className="px-4 py-3 lg:px-5">
        <SkeletonRows rows={8} />
      </div>
    )
  if (isUnderway(view) && view.jobId)
    return <Underway key={view.jobId} view={view} jobId={view.jobId} onEnd={() => void refresh()} />
  if (view.mine && ['ready', 'uploading', 'cancelled'].includes(view.state))
    return <Prepare view={view} onGone={onGone} />
  if (view.mine && view.state === 'failed' && view.problem?.code !== 'import.not-taken-back')
    return <Prepare view={view} onGone={onGone} />
  return <Outcome view={view} />
}
