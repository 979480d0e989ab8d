import type { Day } from '#domain/kernel/day.ts'
import { ok, refuse, type Result } from '#domain/kernel/result.ts'
import type { Said } from '#domain/kernel/said.ts'

/** How the experience (P) stood to what was expected (E): far above, above, equal, below [M-01]. */
export const grades = ['excellent', 'good', 'acceptable', 'poor'] as const
export type Grade = (typeof grades)[number]

/** The three-way comparison in words: above, met, below [M-02, R-18]. */
export type Felt = 'above' | 'met' | 'below'

/** From how many points above expectation on the scale of 1–5 an experience is excellent. A changed border is a new version, so that earlier
 * grades keep theirs. */
export type GradeRule = { version: string; validFrom: Day; border: number }

/** A starting point: 1.5 points [M-01]. */
export const usualGradeRules: readonly GradeRule[] = [{ version: 'start', validFrom: '1970-01-01', border: 1.5 }]

export type GradeFacts = {
  'grade.excellent': { experienced: number; expected: number }
  'grade.good': { experienced: number; expected: number }
  'grade.acceptable': { experienced: number; expected: number }
  'grade.poor': { experienced: number; expected: number }
  'grade.outOfScale': { value: number }
  'grade.badBorder': { border: number }
  'grade.noRule': { day: Day }
}

export type Graded = { grade: Grade; felt: Felt; gap: number; version: string; said: Said<GradeFacts> }

/** The rule in force on a day: the newest that had begun. */
export const gradeRuleOn = (rules: readonly GradeRule[], day: Day): GradeRule | null =>
  rules.filter(({ validFrom }) => validFrom <= day).toSorted((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0] ?? null

const onScale = (value: number): boolean => Number.isFinite(value) && value >= 1 && value <= 5

/** Points are means of whole and half answers; what lies this near to a border lies on it. */
const NEAR = 1e-9

/** Finer than the halves of a mean can be told apart. */
const LEAST_BORDER = 0.01

/**
 * The grade of one thing from its two answers, each 1–5 and asked apart [M-01, M-02, R-18], by the rule of the day the experience was told.
 * Refuses answers off the scale and borders under 0.01, or beyond the four steps there are.
 */
export const gradeOf = (
  experienced: number,
  expected: number,
  rules: readonly GradeRule[],
  day: Day,
): Result<Graded, Said<GradeFacts>> => {
  const off = [experienced, expected].find((value) => !onScale(value))
  if (off !== undefined) return refuse({ code: 'grade.outOfScale', params: { value: off } })
  const rule = gradeRuleOn(rules, day)
  if (!rule) return refuse({ code: 'grade.noRule', params: { day } })
  const { border, version } = rule
  if (!(border >= LEAST_BORDER && border <= 4)) return refuse({ code: 'grade.badBorder', params: { border } })
  const gap = experienced - expected
  const felt = feltOf(gap)
  const grade: Grade =
    felt === 'above' ? (gap >= border - NEAR ? 'excellent' : 'good') : felt === 'met' ? 'acceptable' : 'poor'
  return ok({ grade, felt, gap, version, said: { code: `grade.${grade}`, params: { experienced, expected } } })
}

const feltOf = (gap: number): Felt => (gap > NEAR ? 'above' : gap < -NEAR ? 'below' : 'met')
