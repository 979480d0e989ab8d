import { useMemo } from 'react'
import { type Difference, differences } from '#domain/playbook/editing/difference.ts'
import { differenceLine } from '#domain/playbook/editing/difference-line.ts'
import type { Playbook } from '#domain/playbook/definition.ts'
import { useLanguage } from '#web/ui/language.tsx'
import { useNames } from './names.ts'

/** What is otherwise than before, each in a sentence. */
export function DifferenceList({ of }: { of: readonly Difference[] }) {
  const names = useNames()
  const language = useLanguage()
  return (
    <ul className="t13">
      {of.map((one, place) => (
        <li key={place} className="border-b border-line py-1.5 break-words">
          {differenceLine(names, language, one)}
        </li>
      ))}
    </ul>
  )
}

export const useDifferences = (before: Playbook | null, after: Playbook): Difference[] =>
  useMemo(() => (before ? differences(before, after) : []), [before, after])
