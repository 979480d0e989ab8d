import type { Day } from '#domain/kernel/day.ts'
import type { Id } from '#domain/kernel/id.ts'
import { type Graded, type GradeRule, gradeOf } from './grade.ts'

/** What is asked: what one expects, what one got, how satisfied one is on the whole. Each is a question of its own. */
export const questionKinds = ['expected', 'experienced', 'satisfied'] as const
export type QuestionKind = (typeof questionKinds)[number]

/** One answer of a customer about one matter, 1–5. What one expects and what one got are two answers of two days. */
export type Answer = {
  id: Id
  customerId: Id
  /** What it is about, as the customer would name it: repair, delivery, bill. */
  matter: string
  asks: QuestionKind
  score: number
  on: Day
  /** In the customer's own words, empty for none. */
  words: string
}

/** An experience with the expectation it is held against. */
export type Pair = { matter: string; customerId: Id; expected: Answer; experienced: Answer; graded: Graded }

/**
 * Each experience with the last expectation the same customer had told of the same matter by then, graded, oldest first. An expectation told
 * only after the experience is coloured by it and is never used; an experience whose expectation nobody asked for is left out.
 */
export const pairsOf = (answers: readonly Answer[], rules: readonly GradeRule[]): Pair[] => {
  const told = inTime(answers)
  return told
    .filter(({ asks }) => asks === 'experienced')
    .flatMap((experienced): Pair[] => {
      const { customerId, matter, on } = experienced
      const expected = told.findLast(
        (each) => each.asks === 'expected' && each.customerId === customerId && each.matter === matter && each.on <= on,
      )
      const graded = expected && gradeOf(experienced.score, expected.score, rules, on)
      return expected && graded?.ok ? [{ matter, customerId, expected, experienced, graded: graded.value }] : []
    })
}

/** A customer's satisfaction as it went, matter by matter, each oldest first: objective in its day, subjective in its words, changing, and
 * whole only over all matters. Never one number. */
export const courseOf = (answers: readonly Answer[], customerId: Id): { matter: string; answers: Answer[] }[] => {
  const own = inTime(answers).filter((each) => each.customerId === customerId)
  const matters = [...new Set(own.map(({ matter }) => matter))]
  return matters.map((matter) => ({ matter, answers: own.filter((each) => each.matter === matter) }))
}

/** The newest answer to how satisfied a customer is, null while never asked. */
export const newestSatisfied = (answers: readonly Answer[], customerId: Id): Answer | null =>
  inTime(answers).findLast((each) => each.customerId === customerId && each.asks === 'satisfied') ?? null

/** By day; on one day in the order questions are asked, then as they were written. */
const inTime = (answers: readonly Answer[]): Answer[] =>
  answers.toSorted((a, b) => {
    if (a.on !== b.on) return a.on < b.on ? -1 : 1
    return questionKinds.indexOf(a.asks) - questionKinds.indexOf(b.asks) || (a.id < b.id ? -1 : 1)
  })
