import { describe, expect, test } from 'vitest'
import { addDays } from '#domain/kernel/day.ts'
import { sentence } from '#domain/kernel/said.ts'
import { dayToPromise, LEAST_PROMISES, pacesOf, paceSaid, type PastPromise } from './promise-time.ts'
import { paceWords as en } from './pace-words.en.ts'
import { paceWords as zh } from './pace-words.zh.ts'

const today = '2026-11-22'

/** Promises of ten weeks ago, kept after so many days each; null is never. */
const made = (took: (number | null)[], { own = true, ago = 70 } = {}): PastPromise[] =>
  took.map((days) => {
    const madeOn = addDays(today, -ago)
    return { kind: 'fix', own, madeOn, keptOn: days === null ? null : addDays(madeOn, days) }
  })

describe('how long promises of a kind take [R-07]', () => {
  test('the day chosen is laid against what was kept, and nine of ten is proposed', () => {
    const paces = pacesOf(made([0, 0, 0, 1, 1, 2, 2, 3, 3, 9]), today)
    const day = paceSaid(paces, 'fix', 1)
    expect(day).toMatchObject({
      share: 0.5,
      safeDays: 3,
      said: { code: 'pace.kept', params: { own: true, kept: 5, of: 10 } },
    })
    expect(sentence(zh, day.said)).toBe('自己的“办理”承诺，1 天内兑现过 10 次里的 5 次（50%，可信范围 24%–76%）。')
    expect(sentence(en, day.said)).toBe(
      'Own promises to get something done: 5 of 10 kept within 1 day (50%, interval 24%–76%).',
    )
    expect(paceSaid(paces, 'fix', 3).safeDays).toBeNull()
    expect(paceSaid(paces, 'fix', 400)).toMatchObject({ share: 1, safeDays: null })
  })

  test('where nine of ten were never kept no day is proposed', () => {
    expect(paceSaid(pacesOf(made([0, 1, 1, 2, 3, null, null, null, 1, 1]), today), 'fix', 1)).toMatchObject({
      share: 0.5,
      safeDays: null,
      never: { code: 'pace.never', params: { kept: 7, of: 10 } },
    })
  })

  test('with too few of one’s own colleagues’ are taken along, and still too few are said to be', () => {
    const few = made([0, 0, 1])
    const paces = pacesOf([...few, ...made([1, 1, 1, 1, 2, 2, 2], { own: false })], today)
    expect(paceSaid(paces, 'fix', 1).said).toMatchObject({ params: { own: false, kept: 7, of: 10 } })
    expect(paceSaid(pacesOf(few, today), 'fix', 1)).toMatchObject({
      share: null,
      said: { code: 'pace.few', params: { of: 3, least: LEAST_PROMISES } },
    })
    expect(sentence(zh, paceSaid([], 'call', 1).said)).toBe('“回电”承诺到期的才 0 次，不满 10 次不算把握。')
  })

  test('a promise counts for a span only once the span is over for it', () => {
    const fresh: PastPromise[] = made(
      Array.from({ length: 12 }, () => null),
      { ago: 1 },
    )
    const paces = pacesOf([...made(Array.from({ length: 10 }, () => 2)), ...fresh], today)
    expect(paceSaid(paces, 'fix', 0).said).toMatchObject({ params: { kept: 0, of: 22 } })
    expect(paceSaid(paces, 'fix', 2).said).toMatchObject({ params: { kept: 10, of: 10 } })
  })
})

test('a day to promise is a working day', () => {
  expect([dayToPromise('2026-11-20', 1), dayToPromise('2026-11-23', 1)]).toEqual(['2026-11-23', '2026-11-24'])
})
