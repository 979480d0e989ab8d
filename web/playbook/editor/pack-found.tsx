import type { Contract } from '#api/contract.ts'
import type { Reply } from '#api/endpoint.ts'
import { sentence } from '#domain/kernel/said.ts'
import { archiveWordsEn } from '#domain/playbook/editing/words.en.ts'
import { archiveWordsZh } from '#domain/playbook/editing/words.zh.ts'
import type { Text } from '#domain/playbook/field.ts'
import { problemWordsEn } from '#domain/playbook/words.en.ts'
import { problemWordsZh } from '#domain/playbook/words.zh.ts'
import { Button } from '#web/ui/button.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { DifferenceList } from './difference-list.tsx'
import { editorMessages } from './messages.ts'

type Taken = Reply<Contract['POST /api/pack-checks']>
type File = Taken['files'][number]

const words = { zh: { ...problemWordsZh, ...archiveWordsZh }, en: { ...problemWordsEn, ...archiveWordsEn } }

export const isUnsound = ({ problems, refused }: Taken): boolean => problems.length > 0 || refused.length > 0

/** What would change, of what a pack holds. */
export const otherwise = <T extends { change: string }>(all: readonly T[]): T[] =>
  all.filter(({ change }) => change !== 'same')

const kinds = ['scripts', 'texts', 'forms', 'checklists', 'offers'] as const

/** A pack that was looked through: what it would change, or what is wrong in it by file and line. */
export function PackFound({
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
  const unsound = isUnsound(found)
  const playbooks = otherwise(found.playbooks)
  const files = otherwise(found.files)
  const changes = playbooks.length + files.length
  return (
    <section aria-label={m.packs.import} className="flex flex-col gap-2 rounded border border-line-2 p-3">
      {found.pack && (
        <div className="t13">
          <b>{m.packs.from(found.pack.title[language], found.pack.version)}</b>
          <ul className="t12 flex flex-wrap gap-x-4 text-ink-3">
            <Counts kind="playbooks" of={found.playbooks} />
            {kinds.map((kind) => (
              <Counts key={kind} kind={kind} of={found.files.filter((one) => one.kind === kind)} />
            ))}
          </ul>
        </div>
      )}
      {unsound && <Mistakes found={found} />}
      <ul>
        {playbooks.map(({ key, title, change, from, to, differences }) => (
          <li key={key} className="t13 border-b border-line py-1.5">
            <b>{title[language]}</b>{' '}
            <span className="text-ink-3">
              {m.packs.kinds.playbooks} · {m.packs.change[change]} · {m.packs.fromTo(from, to)}
            </span>
            {differences.length > 0 && (
              <details>
                <summary className="t12 cursor-pointer text-ink-3">{m.publishing.changes(differences.length)}</summary>
                <DifferenceList of={differences} />
              </details>
            )}
          </li>
        ))}
        {files.map((file) => (
          <FileRow key={`${file.kind}/${file.name}`} file={file} />
        ))}
      </ul>
      {found.passedOver.length > 0 && <PassedOver names={found.passedOver} />}
      {!unsound && changes > 0 && <p className="t12 text-ink-3">{m.packs.stays}</p>}
      {!unsound && changes === 0 && <p className="t13 text-ink-2">{m.packs.none}</p>}
      <div className="flex gap-2">
        {!unsound && changes > 0 && (
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

function Counts({ kind, of }: { kind: File['kind'] | 'playbooks'; of: readonly { change: string }[] }) {
  const m = useMessages(editorMessages)
  const count = (change: string): number => of.filter((one) => one.change === change).length
  return of.length > 0 && <li>{m.packs.counts(m.packs.kinds[kind], count('new'), count('changed'), count('same'))}</li>
}

function FileRow({ file }: { file: File }) {
  const m = useMessages(editorMessages)
  const language = useLanguage()
  const format = useFormat()
  const named = (titles: readonly Text[]): string => format.list(titles.map((title) => title[language]))
  const lines = [
    file.added.length > 0 && m.packs.added(named(file.added)),
    file.changed.length > 0 && m.packs.edited(named(file.changed)),
    file.removed.length > 0 && m.packs.removed(named(file.removed)),
    file.head && file.change === 'changed' && m.packs.head,
  ]
  return (
    <li className="t13 border-b border-line py-1.5">
      <b>{file.title[language]}</b>{' '}
      <span className="text-ink-3">
        {m.packs.kinds[file.kind]} · {m.packs.change[file.change]}
        {file.to > 0 && ` · ${m.packs.fromTo(file.from, file.to)}`}
      </span>
      {lines.map(
        (line) =>
          line && (
            <p key={line} className="t12 text-ink-2">
              {line}
            </p>
          ),
      )}
    </li>
  )
}

function PassedOver({ names }: { names: readonly string[] }) {
  const m = useMessages(editorMessages)
  const format = useFormat()
  return <p className="t12 break-all text-ink-3">{m.packs.passedOver(format.list(names))}</p>
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
