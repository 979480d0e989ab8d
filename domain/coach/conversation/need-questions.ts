import type { Said } from '#domain/kernel/said.ts'
import type { Hit, Turn } from '../look.ts'
import { spinKindOf, spinKinds, type SpinKind, type SuggestionFacts, suggestionsFor } from '../suggest.ts'

/** Questions on the way to a need, by kind: the turns they were asked at (from 0), and what could be asked or said next. */
export type NeedQuestions = { asked: Record<SpinKind, number[]>; next: Said<SuggestionFacts>[] }

/** Which of the four kinds were asked and where; a difficulty nobody weighed is answered with the question that weighs it [H-29]. */
export const needQuestions = (turns: readonly Turn[], hits: readonly (readonly Hit[])[]): NeedQuestions => {
  const asked: Record<SpinKind, number[]> = { situation: [], problem: [], implication: [], payoff: [] }
  const own = hits.map((found, turn) => (turns[turn]?.by === 'staff' ? found : []))
  own.forEach((found, turn) => {
    const kinds = new Set(found.map(({ rule }) => spinKindOf(rule)))
    for (const kind of spinKinds) if (kinds.has(kind)) asked[kind].push(turn)
  })
  return { asked, next: suggestionsFor(own.flat()) }
}
