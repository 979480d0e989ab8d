import { useState } from 'react'
import { mappingFaults } from '#domain/import/mapping.ts'
import { useWrite } from '#web/client/query.ts'
import { ActBar } from '#web/ui/act-bar.tsx'
import { Button } from '#web/ui/button.tsx'
import { Checkbox } from '#web/ui/checkbox.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Banner, ErrorState, SkeletonRows } from '#web/ui/states.tsx'
import { notify } from '#web/ui/toast.tsx'
import { ColumnsForm } from './columns-form.tsx'
import { HowForm } from './how-form.tsx'
import { importMessages } from './messages.ts'
import { Figures, RejectedRows } from './outcome.tsx'
import type { ImportView } from './past-imports.tsx'
import { PreviewTable } from './preview-table.tsx'
import { useRefusalText } from './refusal.ts'
import { type Preview, useOrder } from './use-order.ts'
import { useWhen } from './when.ts'
import { saidIn } from './words.ts'

/** Below this the person is asked whether the text reads right. */
const SURE_ENCODING = 0.8

/** Before an import: what the rows are, what each column means, what a dry run says; then the one act. */
export function Prepare({ view, onGone }: { view: ImportView; onGone: () => void }) {
  const m = useMessages(importMessages)
  const language = useLanguage()
  const refusalText = useRefusalText()
  const order = useOrder(view.id)
  const [seen, setSeen] = useState(false)
  const check = useWrite('PUT /api/imports/:id/check')
  const run = useWrite('PUT /api/imports/:id/run')
  const discard = useWrite('DELETE /api/imports/:id')
  const { preview } = order
  if (preview.error)
    return <ErrorState title={refusalText(preview.error)} remedy="" onRetry={() => void preview.refetch()} />
  if (!preview.data || !order.mapping || !order.body)
    return (
      <div className="px-4 py-3 lg:px-5">
        <SkeletonRows rows={10} />
      </div>
    )
  const faults = mappingFaults(order.mapping)
  const unsure = preview.data.encoding !== null && preview.data.encoding.confidence < SURE_ENCODING
  const blocked = faults.length > 0 || (unsure && !seen) || preview.isPlaceholderData
  const body = order.body
  const start = (write: typeof check | typeof run): void =>
    write.mutate(
      { params: { id: view.id }, body },
      { onError: (error) => notify({ text: refusalText(error), tone: 'problem' }) },
    )
  const checked = view.state === 'ready' && view.figures.rowsTotal !== null
  return (
    <>
      <Notes view={view} preview={preview.data} seen={seen} unsure={unsure} onSeen={setSeen} />
      <div className="grid gap-4 px-4 py-3 lg:px-5">
        {checked && (
          <>
            <Figures view={view} title={m.outcome.checked} remark={m.outcome.checkedRemark} />
            {view.figures.rejected > 0 && <RejectedRows view={view} />}
          </>
        )}
        <HowForm order={order} preview={preview.data} />
        <ColumnsForm order={order} preview={preview.data} />
        <PreviewTable preview={preview.data} />
      </div>
      <ActBar
        end={
          <Button
            kind="bare"
            size="s"
            onPress={() => discard.mutate({ params: { id: view.id } }, { onSuccess: onGone })}
            isDisabled={view.state !== 'ready'}
          >
            {m.acts.discard}
          </Button>
        }
      >
        <Button kind="go" hotkey="mod+enter" isDisabled={blocked || run.isPending} onPress={() => start(run)}>
          {m.acts.run}
        </Button>
        <Button isDisabled={blocked || check.isPending} onPress={() => start(check)}>
          {m.acts.check}
        </Button>
        {faults.length > 0 && (
          <p role="status" className="t13 text-red">
            {faults.map((fault) => saidIn(language, fault)).join(language === 'zh' ? '；' : '; ')}
          </p>
        )}
      </ActBar>
    </>
  )
}

type NotesProps = {
  view: ImportView
  preview: Preview
  unsure: boolean
  seen: boolean
  onSeen: (seen: boolean) => void
}

/** What should be known before anything is chosen. */
function Notes({ view, preview, unsure, seen, onSeen }: NotesProps) {
  const m = useMessages(importMessages)
  const language = useLanguage()
  const when = useWhen()
  const { percent } = useFormat()
  const { encoding, template, before } = preview
  return (
    <>
      {view.problem && (
        <Banner tone="now" title={m.outcome.failed}>
          {saidIn(language, view.problem)}
        </Banner>
      )}
      {view.state === 'cancelled' && <Banner>{m.outcome.cancelled}</Banner>}
      {unsure && encoding && (
        <Banner
          tone="soon"
          title={m.encoding.title}
          end={
            <Checkbox isSelected={seen} onChange={onSeen}>
              {m.encoding.confirm}
            </Checkbox>
          }
        >
          {m.encoding.remark(encoding.name.toUpperCase(), percent(encoding.confidence))}
        </Banner>
      )}
      {before && <Banner tone="soon">{m.before(when(before.finishedAt))}</Banner>}
      {template && (
        <Banner tone="good" title={m.template.applied(template.name)}>
          {template.missing.length > 0 && m.template.missing(template.missing.join(language === 'zh' ? '、' : ', '))}
        </Banner>
      )}
    </>
  )
}
