import { useState } from 'react'
import type { Contract } from '#api/contract.ts'
import type { Reply } from '#api/endpoint.ts'
import { sentence } from '#domain/kernel/said.ts'
import { archiveWordsEn } from '#domain/playbook/editing/words.en.ts'
import { archiveWordsZh } from '#domain/playbook/editing/words.zh.ts'
import { problemWordsEn } from '#domain/playbook/words.en.ts'
import { problemWordsZh } from '#domain/playbook/words.zh.ts'
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
import { DifferenceList } from './difference-list.tsx'
import { editorMessages } from './messages.ts'

type Taken = Reply<Contract['POST /api/pack-checks']>

const words = { zh: { ...problemWordsZh, ...archiveWordsZh }, en: { ...problemWordsEn, ...archiveWordsEn } }

/** Packs as files: out with the branch's own words, in after one has seen what would change. */
export function PackFiles() {
  const m = useMessages(editorMessages)
  const errorText = useErrorText()
  const language = useLanguage()
  const { data } = useRead('GET /api/playbook-editions', {})
  const packs = new Map((data?.playbooks ?? []).map(({ pack }) => [pack.id, pack.title]))
  const failed = (error: unknown): void => notify({ text: errorText(error), tone: 'problem' })
  return (
    <div className="px-4 pb-6 lg:px-5">
      <Section title={m.packs.title} remark={m.packs.remark}>
        <div className="flex flex-wrap gap-2 py-3">
          {[...packs].map(([id, title]) => (
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
      notify({ text: m.packs.done(found.playbooks.filter(({ change }) => change !== 'same').length) })
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
        <Found
          found={looked.found}
          busy={busy}
          onTake={() => void take(looked.file)}
          onCancel={() => setLooked(null)}
        />
      )}
    </div>
  )
}

const isUnsound = ({ problems, refused }: Taken): boolean => problems.length > 0 || refused.length > 0

function Found({
  found,
  busy,
  onTake,
  onCancel,
}: {
  found: Taken
  busy: boolean
  onTake: () => void
  onCancel: () => void
}) {
  const m = useMessages(editorMessages)
  const language = useLanguage()
  const of = (change: string): number => found.playbooks.filter((one) => one.change === change).length
  const changed = found.playbooks.filter(({ change }) => change !== 'same')
  return (
    <section aria-label={m.packs.import} className="flex flex-col gap-2 rounded border border-line-2 p-3">
      {found.pack && (
        <p className="t13">
          <b>{m.packs.from(found.pack.title[language], found.pack.version)}</b>{' '}
          <span className="text-ink-3">{m.packs.counts(of('new'), of('changed'), of('same'))}</span>
        </p>
      )}
      {isUnsound(found) && <Mistakes found={found} />}
      <ul>
        {changed.map(({ key, title, change, from, to, differences }) => (
          <li key={key} className="t13 border-b border-line py-1.5">
            <b>{title[language]}</b>{' '}
            <span className="text-ink-3">
              {m.packs.change[change]} · {m.packs.fromTo(from, to)}
            </span>
            {differences.length > 0 && (
              <details>
                <summary className="t12 cursor-pointer text-ink-3">{m.publishing.changes(differences.length)}</summary>
                <DifferenceList of={differences} />
              </details>
            )}
          </li>
        ))}
      </ul>
      {found.passedOver.length > 0 && <p className="t12 text-ink-3">{m.packs.passedOver(found.passedOver.length)}</p>}
      {!isUnsound(found) && changed.length === 0 && <p className="t13 text-ink-2">{m.packs.none}</p>}
      <div className="flex gap-2">
        {!isUnsound(found) && changed.length > 0 && (
          <Button kind="go" isDisabled={busy} onPress={onTake}>
            {m.packs.go}
          </Button>
        )}
        <Button kind="bare" onPress={onCancel}>
          {m.packs.cancel}
        </Button>
      </div>
    </section>
  )
}

function Mistakes({ found: { problems, refused } }: { found: Taken }) {
  const m = useMessages(editorMessages)
  const language = useLanguage()
  return (
    <div role="alert" className="rounded bg-amber-wash p-2">
      {problems.length > 0 && <p className="t13 text-amber">{m.packs.mistakes(problems.length)}</p>}
      <ul className="t12">
        {refused.map((said) => (
          <li key={said.code}>{sentence(words[language], said)}</li>
        ))}
        {problems.map(({ file, line, column, field, said }) => (
          <li key={`${file}:${line}:${column}:${said.code}`}>
            <b className="tabular-nums">
              {file} {m.atLine(line)}
            </b>{' '}
            <span className="text-ink-3">{field}</span> {sentence(words[language], said)}
          </li>
        ))}
      </ul>
    </div>
  )
}
