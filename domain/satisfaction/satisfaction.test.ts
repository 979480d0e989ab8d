import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Answer, courseOf, newestSatisfied, pairsOf } from './answer.ts'
import { customerValue } from './customer-value.ts'
import { serviceGaps } from './five-gaps.ts'
import { gradeOf, type GradeRule, usualGradeRules } from './grade.ts'
import { type Invitation, mayAnswer, mayInvite, questionsOf } from './invitation.ts'
import { playFor, shiftOf } from './shift.ts'
import { goneBy, scoredStays } from './stay.ts'
import { tellingsOwed, trustReasons } from './telling.ts'
import { notSafe, stayByScore, taughtCurve, zoneOf } from './zone.ts'

const day = '2026-11-22'
const graded = (experienced: number, expected: number, rules: readonly GradeRule[] = usualGradeRules, on = day) => {
  const result = gradeOf(experienced, expected, rules, on)
  return result.ok ? result.value : result.error
}

describe('a grade from what was experienced and what was expected', () => {
  test.each([
    [4, 4, 'acceptable', 'met'],
    [3, 4, 'poor', 'below'],
    [5, 4, 'good', 'above'],
    [5, 3, 'excellent', 'above'],
    [4.3, 2.8, 'excellent', 'above'],
    [4.2, 2.8, 'good', 'above'],
  ])('%d against %d is %s [M-01][M-02][R-18]', (experienced, expected, grade, felt) => {
    expect(graded(experienced, expected)).toMatchObject({ grade, felt })
  })

  test('keeps the border of its day when the border is moved', () => {
    const rules = [...usualGradeRules, { version: 'strict', validFrom: '2026-11-20', border: 2.5 }]
    expect(graded(5, 3, rules, '2026-11-19')).toMatchObject({ grade: 'excellent', version: 'start' })
    expect(graded(5, 3, rules, '2026-11-20')).toMatchObject({ grade: 'good', version: 'strict' })
  })

  test('is refused off the scale and by a border that cannot be', () => {
    expect(graded(0, 3)).toMatchObject({ code: 'grade.outOfScale', params: { value: 0 } })
    expect(graded(Number.NaN, 3)).toMatchObject({ code: 'grade.outOfScale' })
    for (const border of [0, -1, 5e-324, 4.5, Number.NaN])
      expect(graded(5, 3, [{ version: 'x', validFrom: '2026-01-01', border }])).toMatchObject({
        code: 'grade.badBorder',
      })
    expect(graded(5, 3, [])).toMatchObject({ code: 'grade.noRule' })
  })

  test('never falls when the experience rises', () => {
    const score = fc.integer({ min: 2, max: 10 }).map((half) => half / 2)
    const order = ['poor', 'acceptable', 'good', 'excellent']
    fc.assert(
      fc.property(score, score, score, (low, high, expected) => {
        const place = (experienced: number): number => {
          const result = gradeOf(experienced, expected, usualGradeRules, day)
          return result.ok ? order.indexOf(result.value.grade) : -1
        }
        expect(place(Math.max(low, high))).toBeGreaterThanOrEqual(place(Math.min(low, high)))
      }),
    )
  })
})

const answer = (asks: Answer['asks'], score: number, on: string, matter = '修障', customerId = 'zhao'): Answer => ({
  id: `${on}-${asks}`,
  customerId,
  matter,
  asks,
  score,
  on,
  words: '',
})

describe('answers', () => {
  test('pair an experience with what was expected before it, never with what was said afterwards', () => {
    const pairs = pairsOf(
      [
        answer('experienced', 3, '2026-11-10'),
        answer('expected', 4, '2026-11-01'),
        answer('expected', 2, '2026-11-12'),
        answer('experienced', 5, '2026-11-05', '账单'),
        answer('expected', 5, '2026-11-01', '修障', 'qian'),
      ],
      usualGradeRules,
    )
    expect(pairs).toHaveLength(1)
    expect(pairs[0]).toMatchObject({ matter: '修障', expected: { score: 4 }, graded: { grade: 'poor' } })
  })

  test('stay dated and by matter [R-19]', () => {
    const answers = [
      answer('satisfied', 4, '2026-10-01'),
      answer('satisfied', 2, '2026-11-01'),
      answer('satisfied', 5, '2026-09-01', '账单'),
    ]
    expect(
      courseOf(answers, 'zhao').map(({ matter, answers: own }) => [matter, own.map(({ score }) => score)]),
    ).toEqual([
      ['账单', [5]],
      ['修障', [4, 2]],
    ])
    expect(newestSatisfied(answers, 'zhao')?.score).toBe(2)
    expect(newestSatisfied(answers, 'sun')).toBeNull()
  })
})

describe('a survey', () => {
  const sent: Invitation = { asks: 'satisfied', sentOn: '2026-11-10', answeredOn: null, withdrawn: false }
  const code = (result: ReturnType<typeof mayAnswer>): string => (result.ok ? 'may' : result.error.code)

  test('is answered once, in time', () => {
    expect(code(mayAnswer(sent, '2026-11-24'))).toBe('may')
    expect(code(mayAnswer(sent, '2026-11-25'))).toBe('survey.over')
    expect(code(mayAnswer({ ...sent, answeredOn: '2026-11-11' }, '2026-11-12'))).toBe('survey.answered')
    expect(code(mayAnswer({ ...sent, withdrawn: true }, '2026-11-12'))).toBe('survey.withdrawn')
  })

  test('is not asked again while open, nor too soon', () => {
    const done = { ...sent, answeredOn: '2026-11-11' }
    expect(code(mayInvite('satisfied', [sent], '2026-11-20'))).toBe('survey.open')
    expect(code(mayInvite('satisfied', [done], '2027-02-08'))).toBe('survey.tooSoon')
    expect(code(mayInvite('satisfied', [done], '2027-02-09'))).toBe('may')
    expect(code(mayInvite('contact', [done], '2026-11-20'))).toBe('may')
    expect(code(mayInvite('satisfied', [sent], '2026-12-20'))).toBe('may')
  })
})

test('after a contact what was expected is asked before and apart, and not again where it was told lately [R-18]', () => {
  expect(questionsOf('contact', null, day)).toEqual(['expected', 'experienced', 'satisfied'])
  expect(questionsOf('contact', '2026-11-01', day)).toEqual(['experienced', 'satisfied'])
  expect(questionsOf('contact', '2026-06-01', day)).toEqual(['expected', 'experienced', 'satisfied'])
  expect([questionsOf('satisfied', null, day), questionsOf('servqual', null, day)]).toEqual([['satisfied'], []])
})

test('whether somebody stayed is read a year after the newest answer that is a year old [M-04]', () => {
  const answers = [
    answer('satisfied', 2, '2025-03-10'),
    answer('satisfied', 4, '2025-09-30'),
    answer('satisfied', 5, '2026-01-10'),
    answer('satisfied', 3, '2025-08-02', '', 'qian'),
    answer('experienced', 1, '2025-08-02', '', 'sun'),
  ]
  const billed = new Set(['zhao/2026-09'])
  expect(scoredStays(answers, '2026-10', (id, month) => billed.has(`${id}/${month}`))).toEqual([
    { customerId: 'zhao', score: 4, on: '2025-09-30', stayed: true },
    { customerId: 'qian', score: 3, on: '2025-08-02', stayed: false },
  ])
})

test('who is known to have left did not stay, though a last bill came; who came back in time did [M-04][R-16]', () => {
  const left = { customerId: 'zhao', leftOn: '2026-09-12', backOn: null }
  expect(goneBy([left], 'zhao', '2026-08')).toBe(false)
  expect(goneBy([left], 'zhao', '2026-09')).toBe(true)
  expect(goneBy([{ ...left, backOn: '2026-09-30' }], 'zhao', '2026-09')).toBe(false)
  expect(goneBy([{ ...left, backOn: '2026-10-01' }], 'zhao', '2026-09')).toBe(true)
  expect(goneBy([left], 'qian', '2026-09')).toBe(false)
  const [stay] = scoredStays([answer('satisfied', 4, '2025-09-30', '', 'zhao')], '2026-10', () => true, [left])
  expect(stay?.stayed).toBe(false)
})

describe('the zones of satisfaction and loyalty [R-20]', () => {
  test('lie where the borders say', () => {
    expect([1, 2, 3, 4, 5].map((score) => zoneOf(score))).toEqual([
      'swing',
      'swing',
      'indifference',
      'indifference',
      'delight',
    ])
    expect(zoneOf(4, { indifferentFrom: 2, delightedFrom: 4 })).toBe('delight')
  })

  test('are measured on one’s own customers, with no percentage from few [M-04]', () => {
    const rows = [
      ...Array.from({ length: 40 }, (_, i) => ({ score: 4, stayed: i < 30 })),
      ...Array.from({ length: 5 }, () => ({ score: 5, stayed: true })),
      { score: 4, stayed: null },
    ]
    const measured = stayByScore(rows)
    expect(measured[3]).toMatchObject({ score: 4, customers: 40, stayed: 30 })
    expect(measured[3]?.rate?.value).toBeCloseTo(0.75, 12)
    expect(measured[4]).toMatchObject({ customers: 5, rate: null, said: { code: 'zone.few' } })
    expect(notSafe(4, measured)).toMatchObject({ code: 'zone.notSafeMeasured', params: { stayed: 30, customers: 40 } })
    expect(notSafe(4, [])).toMatchObject({ code: 'zone.notSafe' })
    expect([notSafe(5, measured), notSafe(3, measured), notSafe(1, measured)]).toEqual([null, null, null])
  })

  test('keep the taught curve apart, with the ends that are known', () => {
    expect(taughtCurve).toMatchObject({
      label: 'asTaught',
      ends: [
        { score: 1, stayed: 0.2 },
        { score: 5, stayed: 1 },
      ],
    })
  })

  test('open a play when an answer moves to another zone, due in workdays', () => {
    const course = (...scores: number[]): Answer[] =>
      scores.map((score, i) => answer('satisfied', score, `2026-11-${10 + i * 5}`))
    const play = (...scores: number[]) => {
      const shift = shiftOf(course(...scores), 'zhao')
      return shift ? (playFor(shift)?.play ?? 'none') : 'no shift'
    }
    expect([play(5, 4), play(4, 2), play(5, 1), play(2, 5), play(2, 4), play(3, 4), play(4)]).toEqual([
      'listen',
      'recover',
      'recover',
      'thank',
      'none',
      'no shift',
      'no shift',
    ])
    const fell = shiftOf(course(5, 5, 1), 'zhao')
    expect(fell).toMatchObject({ way: 'fell', from: 'delight', to: 'swing', on: '2026-11-20' })
    expect(fell && playFor(fell)).toMatchObject({ dueOn: '2026-11-23', because: { code: 'zone.fell' } })
  })
})

test('what changed is told to everyone who asked, and nobody twice [R-21]', () => {
  const changes = [
    { id: 'c1', what: '停车券', doneOn: '2026-11-01', askedBy: ['a', 'b', 'a'], toldTo: ['b'] },
    { id: 'c2', what: '叫号屏', doneOn: null, askedBy: ['a'], toldTo: [] },
    { id: 'c3', what: '账单', doneOn: '2026-10-01', askedBy: ['c'], toldTo: [] },
  ]
  expect(tellingsOwed(changes, day).map(({ change, customerId }) => [change, customerId])).toEqual([
    ['c3', 'c'],
    ['c1', 'a'],
  ])
})

test('standing up for a customer is a reason for trust, newest first [R-21]', () => {
  const told = trustReasons(
    [
      { on: '2026-10-01', what: '免一次停机', result: 'won' },
      { on: '2026-11-21', what: '提前装机', result: 'not' },
      { on: '2026-12-01', what: '以后的事', result: 'won' },
    ],
    day,
  )
  expect(told.map(({ code }) => code)).toEqual(['trust.not', 'trust.won'])
})

test('the five gaps have a figure where there is one, and none elsewhere [M-07]', () => {
  const gaps = serviceGaps({ delivery: { short: 10, of: 50 }, communication: { short: 0, of: 0 } })
  expect(gaps.map(({ gap, share }) => [gap, share?.value ?? null])).toEqual([
    ['perception', null],
    ['specification', null],
    ['delivery', 0.2],
    ['communication', null],
    ['felt', null],
  ])
})

test('customer value is results and process over price and access, or says what is missing [M-03]', () => {
  const whole = customerValue({ results: 4, process: 3, price: 2, access: 1.5 })
  expect(whole.ok && whole.value.value).toBeCloseTo(2, 12)
  expect(customerValue({ results: 4, process: 3, price: 2, access: null })).toMatchObject({
    error: { code: 'value.missing', params: { part: 'access' } },
  })
  expect(customerValue({ results: 4, process: 3, price: 0, access: 1 })).toMatchObject({
    error: { code: 'value.notPositive' },
  })
})
