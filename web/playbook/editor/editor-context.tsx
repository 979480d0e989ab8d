import { createContext, type ReactNode, use, useDeferredValue, useMemo } from 'react'
import { type Draft, draftProblems } from '#domain/playbook/editing/draft.ts'
import { partAt } from '#domain/playbook/editing/place.ts'
import { fieldName, type Path } from '#domain/playbook/locate.ts'
import type { Problem } from '#domain/playbook/problem.ts'
import { sentence } from '#domain/kernel/said.ts'
import { problemWordsEn } from '#domain/playbook/words.en.ts'
import { problemWordsZh } from '#domain/playbook/words.zh.ts'
import { useLanguage } from '#web/ui/language.tsx'
import type { Editing } from './use-draft.ts'

const words = { zh: problemWordsZh, en: problemWordsEn }

export type Editor = {
  draft: Draft
  write: Editing['write']
  problems: readonly Problem[]
  /** What is wrong at a place itself, in the reader's language. */
  faultAt: (path: Path) => string | undefined
  /** How many things are wrong at a place and inside it. */
  faultsIn: (path: Path) => number
  /** Playbooks that a task may be done by. */
  others: readonly { key: string; title: { zh: string; en: string } }[]
}

const EditorContext = createContext<Editor | null>(null)

/** Whatever stands inside writes on this draft and sees what is wrong in it. */
export function EditorProvider({
  editing,
  others,
  children,
}: {
  editing: Editing
  others: Editor['others']
  children: ReactNode
}) {
  const language = useLanguage()
  const { draft, write } = editing
  const looked = useDeferredValue(draft)
  const problems = useMemo(() => draftProblems(looked), [looked])
  const editor: Editor = {
    draft,
    write,
    problems,
    faultAt: (path) => {
      const name = fieldName(path)
      const here = problems.filter(({ field }) => field === name)
      return here.length === 0 ? undefined : here.map(({ said }) => sentence(words[language], said)).join('')
    },
    faultsIn: (path) => {
      const name = fieldName(path)
      return problems.filter(
        ({ field }) => field === name || field.startsWith(`${name}.`) || field.startsWith(`${name}[`),
      ).length
    },
    others,
  }
  return <EditorContext value={editor}>{children}</EditorContext>
}

export const useEditor = (): Editor => {
  const editor = use(EditorContext)
  if (!editor) throw new Error('useEditor outside an editor')
  return editor
}

/** What stands at a place, how to write it, and what is wrong with it. */
export const usePart = <T,>(
  path: Path,
): { value: T | undefined; write: (value: T | undefined) => void; fault: string | undefined } => {
  const { draft, write, faultAt } = useEditor()
  return {
    value: partAt(draft, path) as T | undefined,
    write: (value) => write(path, value),
    fault: faultAt(path),
  }
}
