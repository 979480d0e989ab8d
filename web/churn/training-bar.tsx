import { sentence } from '#domain/kernel/said.ts'
import { useErrorText } from '#web/client/errors.ts'
import { freshId } from '#web/client/id.ts'
import { useRead, useWrite } from '#web/client/query.ts'
import { useCan } from '#web/client/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useMessages } from '#web/ui/messages.ts'
import { ProgressBar } from '#web/ui/progress-bar.tsx'
import { EmptyState } from '#web/ui/states.tsx'
import { warningMessages } from './messages.ts'
import type { WarningPage } from './model-board.tsx'

const LOOK_EVERY_MS = 1000

/** What can be trained on, a training under way, or how the last one ended. */
export function TrainingBar({ page, excluded }: { page: WarningPage; excluded: readonly string[] }) {
  const m = useMessages(warningMessages)
  const f = useFormat()
  const may = useCan('warning.train')
  const errorText = useErrorText()
  const train = useWrite('POST /api/warning/trainings')
  const { labels, least, model, training } = page
  const running = training?.state === 'waiting' || training?.state === 'running'
  // while it runs the whole page is asked again, so that the new model stands here as soon as it is there
  useRead('GET /api/warning', {}, { enabled: running, ...(running ? { every: LOOK_EVERY_MS } : {}) })
  if (running) return <Running training={training} />
  const more = excluded.filter((column) => !model?.excluded.includes(column)).length
  const start = (
    <Button
      kind={model ? 'outlined' : 'go'}
      isPending={train.isPending}
      isDisabled={!may || labels.rows === 0}
      onPress={() => train.mutate({ body: { id: freshId(), exclude: [...excluded] } })}
    >
      {!model ? m.model.train : more > 0 ? m.model.retrainWithout(excluded.length) : m.model.retrain}
    </Button>
  )
  const enough =
    labels.rows >= least.rows && labels.leavers >= least.leavers && labels.rows - labels.leavers >= least.stayers
  const [rows, leavers] = [f.number(labels.rows), f.number(labels.leavers)]
  const known = enough
    ? m.model.canTrain(rows, leavers)
    : m.model.tooFew(rows, leavers, f.number(least.rows), f.number(least.leavers))
  const ended =
    training?.state === 'failed'
      ? [m.model.failed, training.problem ? sentence(m.said, training.problem) : ''].join(' ')
      : training?.state === 'cancelled'
        ? m.model.cancelled
        : null
  const told = (
    <>
      {ended && (
        <p role="status" className="t13 text-amber">
          {ended}
        </p>
      )}
      {train.error && (
        <p role="alert" className="t13 text-red">
          {errorText(train.error)}
        </p>
      )}
    </>
  )
  if (model)
    return (
      <div className="flex flex-wrap items-center gap-3 border-b border-line py-3">
        <span className="t13 text-ink-2">{known}</span>
        {told}
        <span className="ml-auto">{start}</span>
      </div>
    )
  const hint = labels.rows === 0 ? m.model.noLabels : known
  return (
    <EmptyState icon="shield" title={m.model.none} hint={`${m.model.noneSignals} ${hint}`}>
      <div className="grid justify-items-center gap-2">
        {start}
        {told}
      </div>
    </EmptyState>
  )
}

function Running({ training }: { training: NonNullable<WarningPage['training']> }) {
  const m = useMessages(warningMessages)
  const cancel = useWrite('PUT /api/jobs/:id/cancellation')
  const { done, total, jobId, mine } = training
  return (
    <div className="border-b border-line py-4">
      <ProgressBar
        label={m.model.training}
        remark={total ? m.model.fits(done, total) : m.model.waiting}
        {...(total ? { share: done / total } : {})}
        end={
          mine && (
            <Button size="s" isPending={cancel.isPending} onPress={() => cancel.mutate({ params: { id: jobId } })}>
              {m.model.cancel}
            </Button>
          )
        }
      />
    </div>
  )
}
