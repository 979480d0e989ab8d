import { useRead, useWrite } from '#web/client/query.ts'
import { Button } from '#web/ui/button.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useMessages } from '#web/ui/messages.ts'
import { ProgressBar } from '#web/ui/progress-bar.tsx'
import { useEffect } from 'react'
import { now } from '#web/client/clock.ts'
import { importMessages } from './messages.ts'
import type { ImportView } from './past-imports.tsx'

const EVERY_MS = 700

/** How far the long part is, how fast it goes, and the way out. `onEnd` is called when it has ended. */
export function Underway({ view, jobId, onEnd }: { view: ImportView; jobId: string; onEnd: () => void }) {
  const m = useMessages(importMessages)
  const { number } = useFormat()
  const job = useRead('GET /api/jobs/:id', { params: { id: jobId } }, { every: EVERY_MS })
  const cancel = useWrite('PUT /api/jobs/:id/cancellation')
  const ended = job.data !== undefined && job.data.finishedAt !== null
  useEffect(() => {
    if (ended || job.error) onEnd()
  }, [ended, job.error, onEnd])
  const { done = 0, total = null, startedAt = null, cancelling = false } = job.data ?? {}
  const all = total ?? view.figures.rowsTotal
  const seconds = startedAt ? (now().getTime() - Date.parse(startedAt)) / 1000 : 0
  const speed = seconds > 0.5 && done > 0 ? m.progress.speed(number(done / seconds)) : null
  const rows = all === null ? m.progress.rows(number(done)) : m.progress.rowsOf(number(done), number(all))
  const label = cancelling ? m.progress.cancelling : m.progress[stageOf(view.state, startedAt !== null)]
  return (
    <div className="grid gap-3 px-4 py-8 lg:px-5">
      <ProgressBar
        label={label}
        {...(all !== null && all > 0 ? { share: Math.min(1, done / all) } : {})}
        remark={[done > 0 ? rows : null, speed].filter(Boolean).join(' · ')}
        end={
          view.mine &&
          view.state !== 'undoing' && (
            <Button
              isDisabled={cancelling || cancel.isPending}
              onPress={() => cancel.mutate({ params: { id: jobId } })}
            >
              {m.acts.cancel}
            </Button>
          )
        }
      />
      <p className="t12 text-ink-3">{view.state === 'undoing' ? m.progress.leaveUndoing : m.progress.leave}</p>
    </div>
  )
}

const stageOf = (state: ImportView['state'], started: boolean): 'checking' | 'waiting' | 'running' | 'undoing' => {
  if (state === 'undoing') return 'undoing'
  if (!started) return 'waiting'
  return state === 'checking' ? 'checking' : 'running'
}
