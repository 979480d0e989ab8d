import type { Contract } from '#api/contract.ts'
import type { Reply } from '#api/endpoint.ts'
import { useErrorText } from '#web/client/errors.ts'
import { useWrite } from '#web/client/query.ts'
import { useSession } from '#web/client/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Section } from '#web/ui/section.tsx'
import { notify } from '#web/ui/toast.tsx'
import { editorMessages } from './messages.ts'

type File = Reply<Contract['GET /api/pack-files']>['files'][number]

/** What the branch uses in the place of the packs' own files, and the way back. */
export function ImportedFiles({ files, mayPublish }: { files: readonly File[]; mayPublish: boolean }) {
  const m = useMessages(editorMessages)
  const language = useLanguage()
  const format = useFormat()
  const errorText = useErrorText()
  const { today } = useSession()
  const drop = useWrite('DELETE /api/pack-files/:pack/:kind/:name')
  const back = ({ pack, kind, name, own }: File): void =>
    drop.mutate(
      { params: { pack, kind, name } },
      {
        onSuccess: () => notify({ text: own ? m.packs.backDone : m.packs.stopDone }),
        onError: (error) => notify({ text: errorText(error), tone: 'problem' }),
      },
    )
  return (
    <Section title={m.packs.ours} remark={m.packs.oursRemark}>
      <ul>
        {files.map((file) => {
          const title = file.title[language]
          return (
            <li
              key={`${file.pack}/${file.kind}/${file.name}`}
              className="t13 flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line py-1.5"
            >
              <b>{title}</b>
              <span className="text-ink-3">
                {m.packs.kinds[file.kind]} ·{' '}
                {m.packs.imported(file.by, format.shortDay(format.dayOf(new Date(file.at)), today))}
              </span>
              {file.newer && <span className="text-amber">{m.packs.newer}</span>}
              {mayPublish && (
                <span className="ml-auto">
                  <Button
                    kind="bare"
                    size="s"
                    aria-label={file.own ? m.packs.back(title) : m.packs.stop(title)}
                    onPress={() => back(file)}
                  >
                    {file.own ? m.packs.backShort : m.packs.stopShort}
                  </Button>
                </span>
              )}
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
