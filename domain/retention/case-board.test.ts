import { describe, expect, test } from 'vitest'
import { usualHours } from '#domain/kernel/working-hours.ts'
import { dispatched, hoursLater, opened, understoodCase } from '#test/retention-case.ts'
import { reduceCase } from './case.ts'
import { boardOf, cardOf } from './case-board.ts'
import type { CaseState } from './case-state.ts'
import { lossesByReason, type LossLine, lossReview } from './loss-review.ts'

const time = { hours: usualHours, timeZone: 'Asia/Shanghai' }
const card = (state: CaseState, now = hoursLater(1)) => cardOf(state, now, time)

describe('the board of retention cases', () => {
  const waiting = reduceCase([opened(), dispatched()])

  test('has every column, with what is due first on top', () => {
    const later: CaseState = { ...waiting, caseId: 'later', dueAt: hoursLater(8) }
    const dear: CaseState = { ...waiting, caseId: 'dear', atRisk: 900_000 }
    const board = boardOf([later, waiting, dear, reduceCase(understoodCase())].map((state) => card(state)))
    expect(board.map(({ stage, cards }) => [stage, cards.map(({ state }) => state.caseId)])).toEqual([
      ['signalled', []],
      ['dispatched', ['dear', 'case', 'later']],
      ['understanding', []],
      ['offering', ['case']],
      ['settled', []],
      ['following', []],
      ['learning', []],
      ['closed', []],
    ])
  })

  test('says how the next thing stands', () => {
    expect(card(waiting)).toMatchObject({ next: { kind: 'reach' }, standing: 'soon' })
    expect(card(waiting, hoursLater(5)).standing).toBe('overdue')
  })
})

describe('the month-end look at losses [R-15]', () => {
  const lost = [
    { customerId: 'small', managerId: 'lin', leftOn: '2026-10-05', paid12: 50_000 },
    { customerId: 'large', managerId: 'lin', leftOn: '2026-10-20', paid12: 900_000 },
    { customerId: 'middle', managerId: 'fang', leftOn: '2026-10-31', paid12: 300_000 },
    { customerId: 'later', managerId: 'fang', leftOn: '2026-11-01', paid12: 800_000 },
  ]
  const line = (customerId: string, leftOn: string, text: string, minute = 0): LossLine => ({
    customerId,
    leftOn,
    reason: 'rivalPrice',
    line: text,
    by: 'lin',
    at: new Date(Date.UTC(2026, 10, 1, 2, minute)),
  })

  test('lists those of weight, the largest first, and counts those without a line', () => {
    const lines = [
      line('large', '2026-10-20', '先写的'),
      line('large', '2026-10-20', '合约到期前没谈', 5),
      line('middle', '2026-10-31', ' '),
    ]
    const { losses, missing } = lossReview(lost, lines, '2026-10', 100_000)
    expect(losses.map(({ customerId, line: own }) => [customerId, own?.line ?? null])).toEqual([
      ['large', '合约到期前没谈'],
      ['middle', null],
    ])
    expect(missing).toBe(1)
    expect(lossesByReason(losses)).toEqual([
      { reason: 'rivalPrice', customers: 1, paid12: 900_000 },
      { reason: null, customers: 1, paid12: 300_000 },
    ])
  })
})
