import type { Id } from '#domain/kernel/id.ts'
import type { Said } from '#domain/kernel/said.ts'
import { quantileOf } from './distribution.ts'
import { type Figure, figureOf } from './figure.ts'

/** Expected and experienced of one thing, asked separately: days (fewer is better) or grades 1–5 (more is better). [M-01] */
export type Compared = {
  customerId: Id
  topic: string
  unit: 'days' | 'grade'
  expected: number
  experienced: number
}

export type GapFacts = {
  'gap.days': { topic: string; expected: number; experienced: number; customers: number }
  'gap.grade': { topic: string; expected: number; experienced: number; customers: number }
  'gap.thin': { topic: string; answers: number; needed: number }
}

/** `gap` is how far the experience fell short, in the unit; negative when it was better than expected. `null` on thin evidence. */
export type Gap = {
  topic: string
  unit: 'days' | 'grade'
  answers: number
  expected: number | null
  experienced: number | null
  gap: number | null
  short: Figure
  said: Said<GapFacts>
}

/** Fewer answers than this and no figure is shown. */
const fewestAnswers = 5

const shortOf = ({ unit, expected, experienced }: Compared): number =>
  unit === 'days' ? experienced - expected : expected - experienced

/**
 * Where expectation and experience are furthest apart, by medians, the widest first: a gap in days counts against what was
 * expected, a gap in grades against the four steps of the scale. Topics with thin evidence stand last, without figures.
 */
export const gapsOf = (
  compared: readonly Compared[],
  where: { unit: Id | null; from: string; until: string },
): Gap[] => {
  const topics = new Map<string, Compared[]>()
  for (const each of compared.filter(isUsable)) {
    const key = `${each.unit}/${each.topic}`
    topics.set(key, [...(topics.get(key) ?? []), each])
  }
  return [...topics.values()]
    .flatMap((answers) => gapOf(answers, where))
    .sort((a, b) => width(b) - width(a) || b.answers - a.answers || (a.topic < b.topic ? -1 : 1))
}

const isUsable = ({ unit, expected, experienced }: Compared): boolean =>
  [expected, experienced].every((n) => Number.isFinite(n) && (unit === 'days' ? n >= 0 : n >= 1 && n <= 5))

const width = ({ unit, gap, expected }: Gap): number => {
  if (gap === null || expected === null) return Number.NEGATIVE_INFINITY
  return unit === 'days' ? gap / Math.max(1, expected) : gap / 4
}

const medianOf = (numbers: readonly number[]): number =>
  quantileOf(
    numbers.toSorted((a, b) => a - b),
    0.5,
  )

const gapOf = (answers: readonly Compared[], where: { unit: Id | null; from: string; until: string }): Gap[] => {
  const [first] = answers
  if (!first) return []
  const { topic, unit } = first
  const narrowed = { ...where, topic }
  const short = figureOf(
    { numerator: answers.filter((each) => shortOf(each) > 0).length, denominator: answers.length },
    {
      formula: 'figure.expectationsShort',
      numerator: { query: 'expectations.short', where: narrowed },
      denominator: { query: 'expectations.compared', where: narrowed },
    },
  )
  const base = { topic, unit, answers: answers.length, short }
  if (answers.length < fewestAnswers) {
    const said: Said<GapFacts> = { code: 'gap.thin', params: { topic, answers: answers.length, needed: fewestAnswers } }
    return [{ ...base, expected: null, experienced: null, gap: null, said }]
  }
  const expected = medianOf(answers.map((each) => each.expected))
  const experienced = medianOf(answers.map((each) => each.experienced))
  const customers = new Set(answers.map(({ customerId }) => customerId)).size
  const gap = shortOf({ ...first, expected, experienced })
  return [
    {
      ...base,
      expected,
      experienced,
      gap,
      said: { code: `gap.${unit}`, params: { topic, expected, experienced, customers } },
    },
  ]
}
