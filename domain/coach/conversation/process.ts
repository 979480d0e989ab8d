import type { Hit, Turn } from '../look.ts'
import type { MoodPoint } from './mood.ts'
import { type Step, steps, type StepsSeen } from './steps.ts'

/**
 * How the conversation was led, 0–100, and what that is made of. It speaks of the way, not of the end: it doesn't predict what the
 * customer thinks of it (see the risk). Where it helped with nothing, courtesy cannot make up for that.
 */
export type ProcessScore = {
  score: number
  /** Somebody found something out, or showed a way; without that the score stops at `processPoints.unhelped`. */
  helped: boolean
  steps: { step: Step; needed: boolean; credit: number }[]
  manners: { greeting: boolean; closing: boolean }
  /** Sentences with a forbidden or blunt mark. */
  marked: number
}

/**
 * Points for the steps that were needed, for greeting and closing, and for words without a mark. `unhelped` is the most a conversation gets
 * that neither answers nor solves: less than one step of six that helps and words without a mark (70 ÷ 6 + 20), so that a polite
 * conversation that doesn't help loses to any plain one that does [S-46].
 */
export const processPoints = { steps: 70, greeting: 5, closing: 5, words: 20, eachMark: 10, unhelped: 30 } as const

export const processScore = (
  turns: readonly Turn[],
  hits: readonly (readonly Hit[])[],
  seen: StepsSeen,
  mood: readonly MoodPoint[],
): ProcessScore => {
  const upset = mood.some((point) => point.mood < 0)
  const longer = turns.filter(({ by }) => by === 'customer').length > 1
  const needed: Readonly<Record<Step, boolean>> = {
    listen: longer || upset,
    analyse: true,
    understand: upset,
    restate: longer,
    answer: true,
    solve: true,
  }
  const credits = steps.map((step) => ({ step, needed: needed[step], credit: creditOf(seen, step) }))
  const own = hits.filter((_, i) => turns[i]?.by === 'staff').flat()
  const said = (act: string): boolean => own.some((hit) => hit.act === act)
  const manners = { greeting: said('greeting'), closing: said('closing') }
  const marked = new Set(
    hits.flatMap((turn, i) =>
      turn
        .filter(({ level }) => level === 'forbid' || level === 'avoid')
        .map(({ sentence }) => `${i}:${sentence.start}`),
    ),
  ).size
  const wanted = credits.filter((each) => each.needed)
  const share = wanted.reduce((sum, { credit }) => sum + credit, 0) / wanted.length
  const points = processPoints
  const helped = creditOf(seen, 'answer') === 1 || creditOf(seen, 'solve') === 1
  const score = Math.round(
    points.steps * share +
      (manners.greeting ? points.greeting : 0) +
      (manners.closing ? points.closing : 0) +
      Math.max(0, points.words - points.eachMark * marked),
  )
  return {
    score: helped ? score : Math.min(points.unhelped, score),
    helped,
    steps: credits,
    manners,
    marked,
  }
}

const creditOf = (seen: StepsSeen, step: Step): number => {
  if (seen[step].some(({ weak }) => !weak)) return 1
  return seen[step].length > 0 ? 0.5 : 0
}
