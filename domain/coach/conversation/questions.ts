import type { Hit, Turn } from '../look.ts'
import { lastQuestion } from '../question.ts'

/** Our turns that end on an open or a closed question [H-25], counted from 0. */
export type QuestionsAsked = { open: number[]; closed: number[] }

export const questionsAsked = (turns: readonly Turn[], hits: readonly (readonly Hit[])[]): QuestionsAsked => {
  const asked: QuestionsAsked = { open: [], closed: [] }
  turns.forEach(({ by }, turn) => {
    const kind = by === 'staff' ? lastQuestion(hits[turn] ?? []) : null
    if (kind) asked[kind].push(turn)
  })
  return asked
}
