import { sentence } from '#domain/kernel/said.ts'
import type { Problem } from '#domain/playbook/problem.ts'
import { problemWordsEn } from '#domain/playbook/words.en.ts'
import { problemWordsZh } from '#domain/playbook/words.zh.ts'
import { differenceLine } from '#domain/playbook/editing/difference-line.ts'
import { spotsOf } from '#domain/playbook/editing/spots.ts'
import type { Draft } from '#domain/playbook/editing/draft.ts'
import { Icon } from '#web/ui/icons.tsx'
import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { editorMessages } from './messages.ts'
import { useNames } from './names.ts'

const words = { zh: problemWordsZh, en: problemWordsEn }

/** What is wrong, place by place, with the remedy; a press leads there. `draft` given: places by name, else by line. */
export function FaultList({
  problems,
  draft,
  onOpen,
}: {
  problems: readonly Problem[]
  draft?: Draft
  onOpen: (problem: Problem) => void
}) {
  const m = useMessages(editorMessages)
  const names = useNames()
  const language = useLanguage()
  return (
    <ul aria-label={m.faultsTitle} className="t13">
      {problems.map((problem) => (
        <li
          key={`${problem.line}:${problem.column}:${problem.field}:${problem.said.code}`}
          className="border-b border-line"
        >
          <button
            type="button"
            onClick={() => onOpen(problem)}
            className="flex w-full cursor-pointer items-baseline gap-2 py-1.5 text-left hover:bg-paper-2"
          >
            <Icon name="alert" small className="relative top-0.5 flex-none text-amber" />
            <span className="min-w-0">
              <b className="font-normal text-ink-3">
                {draft ? placeName(names, language, draft, problem.field) : m.atLine(problem.line)}
              </b>{' '}
              {sentence(words[language], problem.said)}
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}

/** A field as an editor knows it: `第 2 步“先说” › 话术 1 › 初次（英文）`. */
const placeName = (names: ReturnType<typeof useNames>, language: 'zh' | 'en', draft: Draft, field: string): string => {
  const line = differenceLine(names, language, {
    ...spotsOf(draft, field),
    change: 'removed',
    before: null,
    after: null,
  })
  return line.slice(0, line.lastIndexOf(names.differenceWords.colon))
}
