import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { movePromise, promiseStates, standingOfPromise } from '#domain/touch/promise-ledger.ts'
import { sentence } from '#domain/kernel/said.ts'
import { explainFigure } from './figure.ts'
import { promiseFigures, promisesBehind, type PromiseRecord } from './promises.ts'
import { aFortnightOfPromises, inNovember } from './stories.ts'
import { insightEn } from './words.en.ts'
import { insightZh } from './words.zh.ts'

const period = { from: inNovember(1, 0), until: inNovember(30, 0), unit: null }
const now = inNovember(20, 10)

const anyInstant = fc.integer({ min: 1, max: 40 }).map((day) => inNovember(day, 12))
const anyPromise: fc.Arbitrary<PromiseRecord> = fc.record({
  id: fc.string(),
  ownerId: fc.constant('lin'),
  madeAt: anyInstant,
  dueAt: anyInstant,
  state: fc.constantFrom(...promiseStates),
  settledAt: fc.option(anyInstant),
  toldAt: fc.option(anyInstant),
  history: fc.constant([]),
})

describe('promises kept [R-23]', () => {
  test('kept in time of those due, told of those missed, made per hundred contacts', () => {
    const { kept, told, perHundred } = promiseFigures(aFortnightOfPromises(), 20, period, now)
    expect([kept.numerator, kept.denominator]).toEqual([4, 6])
    expect([told.numerator, told.denominator]).toEqual([1, 2])
    expect(perHundred.value).toBe(40)
  })

  test('every figure opens to exactly the promises it counts', () => {
    fc.assert(
      fc.property(fc.array(anyPromise), anyInstant, (promises, now) => {
        const { kept, told } = promiseFigures(promises, 10, period, now)
        for (const { numerator, denominator, source } of [kept, told]) {
          expect(promisesBehind(source.numerator.query, promises, period, now)).toHaveLength(numerator)
          expect(promisesBehind(source.denominator.query, promises, period, now)).toHaveLength(denominator)
          expect(numerator).toBeLessThanOrEqual(denominator)
        }
        expect(kept.denominator - kept.numerator).toBe(told.denominator)
      }),
    )
  })

  test('a day moved after it had passed is missed, and not told in time, as the ledger says too', () => {
    const [one] = aFortnightOfPromises()
    if (!one) throw new Error('no story')
    const at = inNovember(13, 9)
    const wish = { move: 'postponed', note: '今天才说', dueAt: inNovember(16, 18) } as const
    const moved = movePromise({ ...one, state: 'open', settledAt: null }, wish, { at, actorId: 'lin' })
    if (!moved.ok) throw new Error(moved.error.code)
    const kept = { ...one, ...moved.value, state: 'kept', settledAt: inNovember(15, 9) } as const
    expect(standingOfPromise(kept, now, now)).toBe('late')
    const figures = promiseFigures([kept], 0, period, now)
    expect([figures.kept.numerator, figures.told.numerator, figures.told.denominator]).toEqual([0, 0, 1])
  })

  test('a promise counts from the moment it is kept or broken, not only on its day; taken back it waits again', () => {
    const open = aFortnightOfPromises().find(({ id }) => id === 'to-come')
    if (!open) throw new Error('no story')
    const by = { at: inNovember(20, 9), actorId: 'lin' }
    const after = (move: 'kept' | 'broken' | 'reopened', from = open): PromiseRecord => {
      const moved = movePromise(from, { move, note: '说明' }, by)
      if (!moved.ok) throw new Error(moved.error.code)
      return { ...from, ...moved.value }
    }
    const counted = (promise: PromiseRecord): number[] => {
      const { kept, told } = promiseFigures([promise], 0, period, now)
      return [kept.numerator, kept.denominator, told.denominator]
    }
    expect(counted(open)).toEqual([0, 0, 0])
    expect(counted(after('kept'))).toEqual([1, 1, 0])
    expect(counted(after('broken'))).toEqual([0, 1, 1])
    expect(counted(after('reopened', after('kept')))).toEqual([0, 0, 0])
  })

  test('telling the customer moves only what was not kept', () => {
    const [kept] = aFortnightOfPromises()
    const silent = aFortnightOfPromises().find(({ id }) => id === 'silent')
    if (!kept || !silent) throw new Error('no story')
    const told = (promise: PromiseRecord): number[] => {
      const figure = promiseFigures([{ ...promise, toldAt: inNovember(12, 9) }], 0, period, now).told
      return [figure.numerator, figure.denominator]
    }
    expect([told(kept), told(silent)]).toEqual([
      [0, 0],
      [1, 1],
    ])
  })

  test('nothing due is no rate, not a bad one', () => {
    const { kept, perHundred } = promiseFigures([], 0, period, now)
    expect([kept.value, perHundred.value]).toEqual([null, null])
  })

  test('a figure says how it was made', () => {
    const { kept } = promiseFigures(aFortnightOfPromises(), 20, period, now)
    expect(sentence(insightZh, explainFigure(kept))).toBe(
      '这段时间到期或已了结的承诺 6 条，按时兑现 4 条；客户同意不用办的不算。',
    )
    expect(sentence(insightEn, explainFigure(kept))).toContain(
      'Of 6 promises due or settled in this time, 4 were kept in time',
    )
  })
})
