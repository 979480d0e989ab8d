import { useState } from 'react'
import type { Contract } from '#api/contract.ts'
import type { Reply } from '#api/endpoint.ts'
import { useErrorText } from '#web/client/errors.ts'
import { useRead, useRefresh } from '#web/client/query.ts'
import { download, upload } from '#web/client/send.ts'
import { Button } from '#web/ui/button.tsx'
import { FileDrop } from '#web/ui/file-drop.tsx'
import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Section } from '#web/ui/section.tsx'
import { Banner } from '#web/ui/states.tsx'
import { notify } from '#web/ui/toast.tsx'
import { ImportedFiles } from './imported-files.tsx'
import { editorMessages } from './messages.ts'
import { isUnsound, otherwise, PackFound } from './pack-found.tsx'

type Taken = Reply<Contract['POST /api/pack-checks']>

/** Packs as files: out with the branch's own words, in after one has seen what would change. */
export function PackFiles() {
  const m = useMessages(editorMessages)
  const errorText = useErrorText()
  const language = useLanguage()
  const { data } = useRead('GET /api/pack-files', {})
  const failed = (error: unknown): void => notify({ text: errorText(error), tone: 'problem' })
  return (
    <div className="px-4 pb-6 lg:px-5">
      <Section title={m.packs.title} remark={m.packs.remark}>
        <div className="flex flex-wrap gap-2 py-3">
          {data?.packs.map(({ id, title }) => (
            <Button
              key={id}
              icon="download"
              onPress={() => void download('GET /api/packs/:pack/file', { params: { pack: id } }).catch(failed)}
            >
              {m.packs.export(title[language])}
            </Button>
          ))}
        </div>
        {data?.mayPublish && <PackImport />}
      </Section>
      {data && data.files.length > 0 && <ImportedFiles files={data.files} mayPublish={data.mayPublish} />}
    </div>
  )
}

function PackImport() {
  const m = useMessages(editorMessages)
  const errorText = useErrorText()
  const refresh = useRefresh()
  const [looked, setLooked] = useState<{ file: File; found: Taken } | null>(null)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const during = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true)
    setProblem(null)
    await work().catch((error: unknown) => setProblem(errorText(error)))
    setBusy(false)
  }
  const check = (file: File): Promise<void> =>
    during(async () => {
      setLooked(null)
      setLooked({ file, found: await upload('POST /api/pack-checks', {}, file) })
    })
  const take = (file: File): Promise<void> =>
    during(async () => {
      const found = await upload('POST /api/pack-imports', {}, file)
      if (isUnsound(found)) return setLooked({ file, found })
      setLooked(null)
      notify({ text: m.packs.done(otherwise(found.playbooks).length, otherwise(found.files).length) })
      await refresh()
    })
  return (
    <div className="flex max-w-3xl flex-col gap-3">
      <FileDrop
        label={m.packs.import}
        hint={m.packs.hint}
        accept={['.zip']}
        onFiles={([file]) => file && void check(file)}
      />
      {busy && (
        <p role="status" className="t13 text-ink-3">
          {m.packs.checking}
        </p>
      )}
      {problem !== null && <Banner tone="now">{problem}</Banner>}
      {looked && (
        <PackFound
          found={looked.found}
          busy={busy}
          onTake={() => void take(looked.file)}
          onCancel={() => setLooked(null)}
        />
      )}
    </div>
  )
}
