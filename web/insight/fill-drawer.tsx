import { useState } from 'react'
import type { TemplatePlace } from '#domain/insight/report.ts'
import { sentence } from '#domain/kernel/said.ts'
import { useErrorText } from '#web/client/errors.ts'
import { freshId } from '#web/client/id.ts'
import { useRead, useWrite } from '#web/client/query.ts'
import { download, Refused, upload } from '#web/client/send.ts'
import { IconButton, Button } from '#web/ui/button.tsx'
import { Drawer } from '#web/ui/drawer.tsx'
import { FileDrop } from '#web/ui/file-drop.tsx'
import { useFormat } from '#web/ui/format.ts'
import { Link } from '#web/ui/link.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Section } from '#web/ui/section.tsx'
import { Banner } from '#web/ui/states.tsx'
import { notify } from '#web/ui/toast.tsx'
import { CodeList } from './code-list.tsx'
import { insightMessages } from './messages.ts'

export type Chosen = { month: string; unit?: string }

/** The lead's own workbook: handed in once, filled every month. [P-18] */
export function FillDrawer({ chosen, isOpen, onClose }: { chosen: Chosen; isOpen: boolean; onClose: () => void }) {
  const m = useMessages(insightMessages)
  const { monthOfYear } = useFormat()
  const errorText = useErrorText()
  const templates = useRead('GET /api/team/templates', {}, { enabled: isOpen })
  const [problem, setProblem] = useState<string | null>(null)
  const failed = (error: unknown): void => {
    const reason = error instanceof Refused ? error.reply.reasons?.[0] : undefined
    setProblem(reason ? sentence(m.said, reason) : errorText(error))
  }
  const take = (file: File): void => {
    setProblem(null)
    upload('PUT /api/team/templates/:id', { params: { id: freshId() }, query: { fileName: file.name } }, file).then(
      () => void templates.refetch(),
      failed,
    )
  }
  return (
    <Drawer title={m.fill.title} remark={monthOfYear(chosen.month)} isOpen={isOpen} onClose={onClose}>
      <p className="t13 py-3 text-ink-2">{m.fill.lead}</p>
      <FileDrop
        label={m.fill.upload}
        hint={m.fill.uploadHint}
        accept={['.xlsx', '.xlsm']}
        onFiles={([file]) => file && take(file)}
      />
      {problem !== null && <Banner tone="now">{problem}</Banner>}
      <p className="t13 py-2">
        <Link onPress={() => void download('GET /api/team/templates/sample', {}).catch(failed)}>{m.fill.sample}</Link>
      </p>
      {templates.data && templates.data.templates.length > 0 && (
        <Section title={m.fill.mine}>
          <ul>
            {templates.data.templates.map((template) => (
              <TemplateRow key={template.id} {...template} chosen={chosen} onFailed={failed} />
            ))}
          </ul>
        </Section>
      )}
      <CodeList chosen={chosen} enabled={isOpen} />
    </Drawer>
  )
}

type TemplateRowProps = {
  id: string
  fileName: string
  places: readonly TemplatePlace[]
  chosen: Chosen
  onFailed: (error: unknown) => void
}

function TemplateRow({ id, fileName, places, chosen, onFailed }: TemplateRowProps) {
  const m = useMessages(insightMessages)
  const drop = useWrite('DELETE /api/team/templates/:id')
  const unknown = places.filter(({ known }) => !known)
  const fill = (): void =>
    void download('GET /api/team/templates/:id/filled', { params: { id }, query: chosen }).catch(onFailed)
  const remove = (): void =>
    drop.mutate({ params: { id } }, { onSuccess: () => notify({ text: m.fill.removed(fileName) }), onError: onFailed })
  return (
    <li className="t13 flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line py-2">
      <span className="min-w-0 flex-1">
        <b className="break-all">{fileName}</b>
        <span className="t12 block text-ink-3">{m.fill.places(places.length)}</span>
        {unknown.length > 0 && (
          <span className="t12 block text-amber">
            {m.fill.unknown(unknown.length)} {unknown.map(({ cell, code }) => m.fill.unknownAt(cell, code)).join('、')}
          </span>
        )}
      </span>
      <Button icon="download" kind="go" onPress={fill}>
        {m.fill.download}
      </Button>
      <IconButton label={m.fill.remove(fileName)} icon="x" kind="bare" onPress={remove} />
    </li>
  )
}
