import { describe, expect, test } from 'vitest'
import { lossesByReason, lossReview, type LossLine } from './loss-review.ts'
import { isOfValue, mayMarkLeft, mayNoteTalk, talkToPlan } from './loss.ts'
import { winBackOf } from './win-back.ts'

const today = '2026-11-23'
const codeOf = (result: { ok: boolean; error?: { code: string } }): string =>
  result.ok ? 'ok' : (result.error?.code ?? '')

describe('marking a customer as left', () => {
  test('is for a day that has been, once at a time, and not for old history', () => {
    expect(codeOf(mayMarkLeft('2026-11-20', null, today))).toBe('ok')
    expect(codeOf(mayMarkLeft('2026-11-24', null, today))).toBe('loss.notYet')
    expect(codeOf(mayMarkLeft('2025-09-01', null, today))).toBe('loss.longAgo')
    expect(codeOf(mayMarkLeft('2026-11-20', '2026-11-02', today))).toBe('loss.gone')
  })

  test('asks for a visit of everyone but the lowest tier [R-16]', () => {
    expect([isOfValue('A', 'D'), isOfValue('D', 'D'), isOfValue(null, 'D')]).toEqual([true, false, true])
  })
})

describe('a talk with somebody who left', () => {
  const gone = { leftOn: '2026-11-02', backOn: null }

  test('lies between their leaving and today, and the day to ask again after it', () => {
    expect(codeOf(mayNoteTalk(gone, { on: today, askAgainOn: '2026-12-01' }, today))).toBe('ok')
    expect(codeOf(mayNoteTalk(gone, { on: '2026-11-01', askAgainOn: null }, today))).toBe('loss.before')
    expect(codeOf(mayNoteTalk(gone, { on: '2026-11-24', askAgainOn: null }, today))).toBe('loss.notYet')
    expect(codeOf(mayNoteTalk(gone, { on: today, askAgainOn: today }, today))).toBe('loss.askedBefore')
    expect(codeOf(mayNoteTalk({ ...gone, backOn: today }, { on: today, askAgainOn: null }, today))).toBe('loss.notGone')
  })

  test('is planned for the tenth workday, and not at all for who wants no contact', () => {
    const left = { customerId: 'zhao', leftOn: '2026-11-02', ofValue: true, wantsNoContact: false, talks: [] }
    expect(talkToPlan(winBackOf(left))).toEqual({ task: 'first', dueOn: '2026-11-16' })
    expect(talkToPlan(winBackOf({ ...left, wantsNoContact: true }))).toBeNull()
  })
})

describe('the month-end look [R-15]', () => {
  const lost = (customerId: string, leftOn: string, paid12: number) => ({
    customerId,
    managerId: 'lin',
    leftOn,
    paid12,
  })
  const line = (customerId: string, leftOn: string, words: string): LossLine => ({
    customerId,
    leftOn,
    reason: 'price',
    line: words,
    by: 'lin',
    at: new Date('2026-11-20T02:00:00Z'),
  })

  test('lists those of weight of that month, the largest first; a blank line is none', () => {
    const { losses, missing } = lossReview(
      [
        lost('a', '2026-11-02', 900),
        lost('b', '2026-11-09', 2000),
        lost('c', '2026-10-30', 5000),
        lost('d', '2026-11-05', 100),
      ],
      [line('a', '2026-11-02', '资费涨了才说'), line('b', '2026-11-09', ' ')],
      '2026-11',
      500,
    )
    expect(losses.map(({ customerId, line: own }) => [customerId, own?.line ?? null])).toEqual([
      ['b', null],
      ['a', '资费涨了才说'],
    ])
    expect(missing).toBe(1)
    expect(lossesByReason(losses)).toEqual([
      { reason: null, customers: 1, paid12: 2000 },
      { reason: 'price', customers: 1, paid12: 900 },
    ])
  })
})
