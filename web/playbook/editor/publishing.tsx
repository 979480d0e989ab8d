import { useState } from 'react'
import { sentence } from '#domain/kernel/said.ts'
import { publishWordsEn } from '#domain/playbook/editing/words.en.ts'
import { publishWordsZh } from '#domain/playbook/editing/words.zh.ts'
import { guardEn, lawEn } from '#domain/retention/guard-words.en.ts'
import { guardZh, lawZh } from '#domain/retention/guard-words.zh.ts'
import { useReasonText } from '#web/client/errors.ts'
import { useWrite } from '#web/client/query.ts'
import { useSession } from '#web/client/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Banner } from '#web/ui/states.tsx'
import { notify } from '#web/ui/toast.tsx'
import { DifferenceList, useDifferences } from './difference-list.tsx'
import { useEditor } from './editor-context.tsx'
import { editorMessages } from './messages.ts'
import type { Editing, Opened } from './use-draft.ts'

/** What may be said against publishing; of a procedure about staying or leaving also by the guard. */
export const publishWords = {
  zh: { ...publishWordsZh, ...guardZh, ...lawZh },
  en: { ...publishWordsEn, ...guardEn, ...lawEn },
}

type Props = { opened: Opened; editing: Editing; isOpen: boolean; onClose: () => void; onPublished: () => void }

/** Before publishing: what becomes otherwise, in words; who answers for it, and that contacts under way go on as they began. */
export function Publishing({ opened, editing, isOpen, onClose, onPublished }: Props) {
  const m = useMessages(editorMessages)
  const language = useLanguage()
  const { staff, today } = useSession()
  const reasonText = useReasonText(publishWords)
  const write = useWrite('POST /api/playbook-editions/:key')
  const [problem, setProblem] = useState<string | null>(null)
  const changes = useDifferences(opened.current, editing.draft)
  const { problems } = useEditor()
  const unsound =
    problems.length > 0 &&
    sentence(publishWords[language], { code: 'draft.unsound', params: { problems: problems.length } })
  const next = Math.max(0, opened.file?.version ?? 0, ...opened.editions.map(({ version }) => version)) + 1
  const publish = async (): Promise<void> => {
    setProblem(null)
    const draftVersion = await editing.settle()
    if (draftVersion === null) return setProblem(m.publishing.notKept)
    write.mutate(
      { params: { key: opened.key }, body: { draftVersion } },
      {
        onSuccess: ({ version }) => {
          notify({ text: m.publishing.done(version) })
          onPublished()
        },
        onError: (error) => setProblem(reasonText(error)),
      },
    )
  }
  return (
    <Dialog
      wide
      title={m.publishing.title(editing.draft.title[language], next)}
      isOpen={isOpen}
      onClose={onClose}
      acts={
        <Button kind="go" isDisabled={write.isPending || problems.length > 0} onPress={() => void publish()}>
          {m.publishing.go}
        </Button>
      }
    >
      {unsound && <Banner tone="soon">{unsound}</Banner>}
      {problem !== null && <Banner tone="now">{problem}</Banner>}
      <p className="t13 py-1 font-strong">
        {opened.current ? m.publishing.changes(changes.length) : m.publishing.first}
      </p>
      <div className="max-h-[45dvh] overflow-y-auto">
        <DifferenceList of={changes} />
      </div>
      <p className="t13 pt-3 text-ink-2">{m.publishing.review(staff.name, today)}</p>
      <p className="t13 text-ink-2">{m.publishing.running}</p>
    </Dialog>
  )
}
