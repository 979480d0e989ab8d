import type { Said } from '#domain/kernel/said.ts'
import type { Hit, Turn } from '../look.ts'
import { lastQuestion } from '../question.ts'
import type { MoodPoint } from './mood.ts'
import type { StepsSeen } from './steps.ts'

/** What a trainer would have wished for, each at the turn it belongs to (counted from 1). */
export type MissedFacts = {
  'feeling.unheard': { turn: number }
  'need.unrestated': { turns: number }
  'no.unopened': { turn: number }
  'refusal.bare': { turn: number }
  'promise.undated': { turn: number }
  'answer.repeated': { first: number; turn: number }
  'question.unanswered': { turn: number }
  'leaving.unasked': { turn: number }
  'solution.absent': { turns: number }
}

/** What was missed in a conversation: a list of chances, not of faults; in the order of the talk. */
export const missedIn = (
  turns: readonly Turn[],
  hits: readonly (readonly Hit[])[],
  seen: StepsSeen,
  mood: readonly MoodPoint[],
): Said<MissedFacts>[] => {
  const has = (turn: number, ...acts: string[]): boolean => (hits[turn] ?? []).some(({ act }) => acts.includes(act))
  const answerTo = (turn: number): number => turns.findIndex(({ by }, i) => i > turn && by === 'staff')
  const missed: { at: number; said: Said<MissedFacts> }[] = []
  const add = (at: number, said: Said<MissedFacts>): void => void missed.push({ at, said })

  const hurt = mood.find((point) => point.mood <= -2)
  const heard = hurt ? answerTo(hurt.turn) : -1
  if (hurt && heard >= 0 && !has(heard, 'empathy', 'feelFeltFound', 'apology'))
    add(heard, { code: 'feeling.unheard', params: { turn: hurt.turn + 1 } })

  const leaves = mood.find(({ why }) => why.includes('leaving'))
  if (leaves && !turns.some((_, i) => i > leaves.turn && has(i, 'openQuestion')))
    add(leaves.turn, { code: 'leaving.unasked', params: { turn: leaves.turn + 1 } })

  turns.forEach((turn, i) => {
    const next = answerTo(i)
    const asked = turns.slice(0, i).findLastIndex(({ by }) => by === 'staff')
    if (
      turn.by === 'customer' &&
      asked >= 0 &&
      lastQuestion(hits[asked] ?? []) === 'closed' &&
      // A no to words said back puts them right; it has said already what an open question would ask for.
      !has(asked, 'restatement') &&
      DENIES.test(turn.text) &&
      next >= 0
    )
      if (!has(next, 'openQuestion', 'factQuestion')) add(next, { code: 'no.unopened', params: { turn: i + 1 } })
    if (turn.by === 'staff' && has(i, 'bareRefusal')) add(i, { code: 'refusal.bare', params: { turn: i + 1 } })
  })

  const undated = turns.findIndex((_, i) => has(i, 'vagueCommitment'))
  if (undated >= 0 && !turns.some((_, i) => has(i, 'datedCommitment')))
    add(undated, { code: 'promise.undated', params: { turn: undated + 1 } })

  const again = repeatedAnswer(turns)
  if (again) add(again.turn, { code: 'answer.repeated', params: { first: again.first + 1, turn: again.turn + 1 } })

  const customers = turns.filter(({ by }) => by === 'customer').length
  if (customers > 1 && seen.restate.length === 0)
    add(turns.length, { code: 'need.unrestated', params: { turns: customers } })
  if (customers > 0 && seen.solve.length === 0 && seen.answer.length === 0)
    add(turns.length, { code: 'solution.absent', params: { turns: customers } })

  const last = turns.at(-1)
  if (last?.by === 'customer' && QUESTION.test(last.text))
    add(turns.length, { code: 'question.unanswered', params: { turn: turns.length } })
  return missed.toSorted((a, b) => a.at - b.at).map(({ said }) => said)
}

const DENIES = /^\s*(?:不是|没有|不(?!客气|好意思)|没|未|no\b|not\b|never\b)/i
const QUESTION = /[?？]|吗[。！]?$|呢[。！]?$/
/** Two answers that share this many of their pairs of characters are one answer given twice. */
const SAME = 0.6

const repeatedAnswer = (turns: readonly Turn[]): { first: number; turn: number } | null => {
  const answers = turns.flatMap(({ by, text }, turn) =>
    by === 'staff' && text.length > 20 ? [{ turn, pairs: pairsOf(text) }] : [],
  )
  for (const [i, { turn, pairs }] of answers.entries())
    for (const earlier of answers.slice(0, i)) {
      const both = [...pairs].filter((pair) => earlier.pairs.has(pair)).length
      if (both / (pairs.size + earlier.pairs.size - both) >= SAME) return { first: earlier.turn, turn }
    }
  return null
}

const pairsOf = (text: string): Set<string> =>
  new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2)))
