import type { Playbook } from '#domain/playbook/definition.ts'
import { writePlaybook } from '#domain/playbook/editing/draft.ts'
import { useReasonText } from '#web/client/errors.ts'
import { useWrite } from '#web/client/query.ts'
import { useSession } from '#web/client/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useMessages } from '#web/ui/messages.ts'
import { Section } from '#web/ui/section.tsx'
import { Banner } from '#web/ui/states.tsx'
import { notify } from '#web/ui/toast.tsx'
import { DifferenceList, useDifferences } from './difference-list.tsx'
import { editorMessages } from './messages.ts'
import { publishWords } from './publishing.tsx'
import type { Opened } from './use-draft.ts'

type Use = { use: 'edition'; version: number } | { use: 'pack' | 'ours' | 'none' }

/** What is in use, what the pack's file says, what was published before, and the way back to any of them. */
export function Versions({ opened, onDrop }: { opened: Opened; onDrop: (() => void) | null }) {
  const m = useMessages(editorMessages)
  const format = useFormat(useSession().branch.timeZone)
  const { today } = useSession()
  const { current, origin, file, editions, mayPublish } = opened
  const choose = useChoice(opened.key)
  return (
    <div className="mx-auto grid w-full max-w-3xl gap-4 px-4 py-4 lg:px-5">
      {opened.newer && file && current && (
        <Newer file={file} current={current} mayPublish={mayPublish} onChoose={choose} />
      )}
      <div className="flex flex-wrap items-center gap-3">
        <b className="t16">{current ? m.versions.now(current.version) : m.versions.stopped}</b>
        {origin === 'pack' && <span className="t13 text-ink-3">{m.versions.fromPack}</span>}
        <span className="ml-auto flex gap-2">
          {current && (
            <Button size="s" icon="download" onPress={() => saveAs(current)}>
              {m.versions.download}
            </Button>
          )}
          {onDrop && (
            <Button size="s" kind="bare" icon="trash" onPress={onDrop}>
              {m.versions.drop}
            </Button>
          )}
          {mayPublish && current && (
            <Button size="s" kind="bare" onPress={() => choose({ use: 'none' }, m.versions.stoppedDone)}>
              {m.versions.stop}
            </Button>
          )}
          {mayPublish && origin === 'stopped' && (
            <Button
              size="s"
              onPress={() =>
                choose(
                  editions[0] ? { use: 'edition', version: editions[0].version } : { use: 'pack' },
                  m.versions.done,
                )
              }
            >
              {m.versions.resume}
            </Button>
          )}
        </span>
      </div>
      <Section title={m.versions.history}>
        {editions.length === 0 && <p className="t13 py-3 text-ink-3">{m.versions.noHistory}</p>}
        <ol>
          {editions.map(({ version, by, at, inUse, playbook }) => (
            <Earlier
              key={version}
              title={m.version(version)}
              remark={m.versions.published(by, format.shortDay(format.dayOf(new Date(at)), today))}
              inUse={inUse}
              playbook={playbook}
              current={current}
              onBack={mayPublish ? () => choose({ use: 'edition', version }, m.versions.done) : null}
            />
          ))}
          {file && origin !== 'pack' && !opened.newer && (
            <Earlier
              title={m.versions.file(file.version)}
              remark={file.reviewed}
              inUse={false}
              playbook={file}
              current={current}
              onBack={mayPublish ? () => choose({ use: 'pack' }, m.versions.done) : null}
            />
          )}
        </ol>
      </Section>
    </div>
  )
}

const useChoice = (key: string) => {
  const reasonText = useReasonText(publishWords)
  const write = useWrite('PUT /api/playbook-editions/:key/choice')
  return (body: Use, done: string): void =>
    write.mutate(
      { params: { key }, body },
      {
        onSuccess: () => notify({ text: done }),
        onError: (error) => notify({ text: reasonText(error), tone: 'problem' }),
      },
    )
}

function Newer({
  file,
  current,
  mayPublish,
  onChoose,
}: {
  file: Playbook
  current: Playbook
  mayPublish: boolean
  onChoose: (use: Use, done: string) => void
}) {
  const m = useMessages(editorMessages)
  const changes = useDifferences(current, file)
  return (
    <section className="rounded border border-line-2 bg-amber-wash">
      <Banner tone="soon" title={m.versions.newer(file.version)}>
        {m.versions.differs(changes.length)}
      </Banner>
      <details className="px-5 py-2">
        <summary className="t13 cursor-pointer text-ink-2">{m.versions.differs(changes.length)}</summary>
        <DifferenceList of={changes} />
      </details>
      {mayPublish && (
        <div className="flex gap-2 px-5 pb-3">
          <Button onPress={() => onChoose({ use: 'pack' }, m.versions.done)}>{m.versions.take}</Button>
          <Button kind="bare" onPress={() => onChoose({ use: 'ours' }, m.versions.done)}>
            {m.versions.keep}
          </Button>
        </div>
      )}
    </section>
  )
}

type EarlierProps = {
  title: string
  remark: string
  inUse: boolean
  playbook: Playbook
  current: Playbook | null
  onBack: (() => void) | null
}

function Earlier({ title, remark, inUse, playbook, current, onBack }: EarlierProps) {
  const m = useMessages(editorMessages)
  const changes = useDifferences(current, playbook)
  return (
    <li className="t13 border-b border-line py-2">
      <div className="flex flex-wrap items-center gap-3">
        <b>{title}</b>
        <span className="text-ink-3">{remark}</span>
        {inUse && <span className="text-jade">{m.versions.inUse}</span>}
        {!inUse && onBack && (
          <Button size="s" className="ml-auto" icon="undo" aria-label={`${m.versions.back}：${title}`} onPress={onBack}>
            {m.versions.back}
          </Button>
        )}
      </div>
      {!inUse && changes.length > 0 && (
        <details>
          <summary className="t12 cursor-pointer text-ink-3">{m.versions.differs(changes.length)}</summary>
          <DifferenceList of={changes} />
        </details>
      )}
    </li>
  )
}

/** One playbook as the file it would be in a pack. */
const saveAs = (playbook: Playbook): void => {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([writePlaybook(playbook)], { type: 'application/yaml' }))
  link.download = `${playbook.id}.yaml`
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
