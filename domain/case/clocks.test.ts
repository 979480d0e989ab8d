import { describe, expect, test } from 'vitest'
import { usualHours } from '#domain/kernel/working-hours.ts'
import { clocksOf, nextAsk } from './clocks.ts'
import { type Complaint, type ComplaintMove, moveComplaint, newComplaint } from './complaint.ts'
import { type CheckedLimit, limitsFor, limitsWith, publishedLimits } from './limits.ts'

const zone = 'Asia/Shanghai'
const time = { hours: usualHours, timeZone: zone }
const at = (text: string): Date => new Date(`${text.replace(' ', 'T')}:00+08:00`)

/** Tuesday at ten; nothing said yet. */
const fresh = newComplaint(at('2026-11-24 10:00'))

const after = (entry: Complaint, ...moves: [ComplaintMove, string][]): Complaint =>
  moves.reduce((one, [move, when]) => {
    const moved = moveComplaint(one, move, at(when), zone)
    if (!moved.ok) throw new Error(moved.error.code)
    return moved.value
  }, entry)

const checkedOf = (code: string, more: Partial<CheckedLimit> = {}): CheckedLimit => {
  const found = publishedLimits.find((limit) => limit.code === code)
  if (!found || found.kind === 'office') throw new Error(code)
  const { amount, unit, since, source, kind } = found
  return { code: found.code, amount, unit, since, source, kind, checked: { by: 'gu', on: '2026-03-02' }, ...more }
}

const clock = (entry: Complaint, code: string, kind: string, now: string, limits = publishedLimits) =>
  clocksOf(entry, limits, at(now), time).find((one) => one.code === code && one.limit.kind === kind)

const handing = { event: '集前货没到', demand: '集前一天送', problem: '线路', measure: '街上先送', to: 'lao' }

const answered = after(
  fresh,
  [{ move: 'step', step: 'restated' }, '2026-11-24 10:10'],
  [{ move: 'step', step: 'answered' }, '2026-11-24 10:12'],
)

describe('which clocks run', () => {
  test('our own four working hours, the standard and the law, until it is answered', () => {
    const own = clock(fresh, 'directAnswer', 'office', '2026-11-24 11:00')
    expect([own?.due, own?.stoppedAt]).toEqual([at('2026-11-24 16:00'), null])
    expect(clock(fresh, 'firstContact', 'standard', '2026-11-24 11:00')?.due).toEqual(at('2026-11-25 10:00'))
    expect(clock(fresh, 'progress', 'standard', '2026-11-24 11:00')).toBeUndefined()
    expect(clock(answered, 'directAnswer', 'office', '2026-11-26 11:00')?.stoppedAt).toEqual(at('2026-11-24 10:12'))
    expect(clock(answered, 'statutoryAnswer', 'law', '2026-12-30 11:00')?.gone).toBeLessThan(0.01)
  })

  test('a heavier grade is reached sooner', () => {
    const urgent = clock({ ...fresh, level: 'urgent' }, 'firstContact', 'office', '2026-11-24 11:00')
    expect(urgent?.due).toEqual(at('2026-11-24 12:00'))
    expect(clock(fresh, 'firstContact', 'office', '2026-11-24 11:00')).toBeUndefined()
  })

  test('what went to another department owes words on progress and a result, until the customer says it is settled', () => {
    const handed = after(answered, [{ move: 'handed', handing }, '2026-11-24 14:30'])
    expect(clock(handed, 'progress', 'standard', '2026-11-25 10:00')?.due).toEqual(at('2026-11-26 14:30'))
    expect(clock(handed, 'result', 'standard', '2026-11-25 10:00')?.due).toEqual(at('2026-11-26 10:00'))
    const agreedOn = at('2026-11-27 09:00')
    const told = after(handed, [{ move: 'told', what: '周四试送', nextAt: agreedOn }, '2026-11-25 10:00'])
    expect(clock(told, 'progress', 'standard', '2026-11-25 11:00')?.due).toEqual(agreedOn)
    const settled = after(told, [{ move: 'asked', reached: true, settled: true, cause: '' }, '2026-11-27 10:00'])
    expect(clock(settled, 'result', 'standard', '2026-11-28 10:00')?.stoppedAt).toEqual(at('2026-11-27 10:00'))
  })

  test('an appeal has its own two clocks; a reopening owes a result anew', () => {
    const appealed = after(fresh, [{ move: 'escalated', to: 'appeal', reason: '没有答复' }, '2026-12-15 10:00'])
    expect(clock(appealed, 'appealAcceptance', 'law', '2026-12-15 11:00')?.due).toEqual(at('2026-12-23 00:00'))
    const closed = after(
      answered,
      [{ move: 'asked', reached: true, settled: true, cause: '' }, '2026-11-25 10:00'],
      [{ move: 'closed' }, '2026-11-25 10:01'],
      [{ move: 'reopened', reason: '又没货' }, '2026-11-30 09:00'],
    )
    expect(clock(closed, 'result', 'standard', '2026-11-30 10:00')?.due).toEqual(at('2026-12-02 09:00'))
  })

  test('a limit nobody has checked warns of nothing; one that was checked does [S-50]', () => {
    const late = '2026-11-27 10:00'
    expect(clock(fresh, 'directAnswer', 'standard', late)?.alarm).toBe('none')
    const limits = limitsWith([checkedOf('directAnswer')])
    expect(limits).toHaveLength(publishedLimits.length)
    expect(clock(fresh, 'directAnswer', 'standard', late, limits)?.alarm).toBe('supervisor')
    expect(clock(fresh, 'directAnswer', 'office', late)?.alarm).toBe('supervisor')
  })

  test('a retailer’s complaint knows no limit of telecom law or standard', () => {
    const kinds = (kind: 'person' | 'outlet') =>
      clocksOf(fresh, limitsFor(kind, publishedLimits), fresh.openedAt, time).map(({ limit }) => limit.kind)
    expect(new Set(kinds('outlet'))).toEqual(new Set(['office']))
    expect(new Set(kinds('person'))).toEqual(new Set(['office', 'standard', 'law']))
  })

  test('a changed limit with a later day of force stands beside the old one', () => {
    const limits = limitsWith([checkedOf('statutoryAnswer', { amount: 10, since: '2026-11-24' })])
    expect(limits).toHaveLength(publishedLimits.length + 1)
    expect(clock(fresh, 'statutoryAnswer', 'law', '2026-11-24 11:00', limits)?.due).toEqual(at('2026-12-05 00:00'))
    const older = newComplaint(at('2026-11-23 10:00'))
    expect(clock(older, 'statutoryAnswer', 'law', '2026-11-24 11:00', limits)?.due).toEqual(at('2026-12-09 00:00'))
  })
})

describe('what it asks for next', () => {
  const next = (entry: Complaint, now: string, limits = publishedLimits) =>
    nextAsk(entry, clocksOf(entry, limits, at(now), time), at(now), time)

  test('an answer; then the customer’s word by the next working day; nothing while it waits or once closed', () => {
    expect(next(fresh, '2026-11-24 11:00')).toEqual({ ask: 'answer', due: at('2026-11-24 16:00') })
    expect(next(answered, '2026-11-24 11:00')).toEqual({ ask: 'confirm', due: at('2026-11-25 17:30') })
    const waits = after(fresh, [{ move: 'paused', reason: '等客户寄账单' }, '2026-11-24 10:30'])
    expect(next(waits, '2026-11-25 11:00')).toBeNull()
    expect(next(after(waits, [{ move: 'resumed' }, '2026-11-24 15:30']), '2026-11-25 11:00')?.due).toEqual(
      at('2026-11-25 10:00'),
    )
  })

  test('what was handed on: a word on progress, as agreed or by the next working day', () => {
    const handed = after(answered, [{ move: 'handed', handing }, '2026-11-27 16:30'])
    expect(next(handed, '2026-11-27 17:00')).toEqual({ ask: 'progress', due: at('2026-11-30 17:30') })
    const agreedOn = at('2026-12-03 09:00')
    const told = after(handed, [{ move: 'told', what: '下周三试', nextAt: agreedOn }, '2026-11-30 10:00'])
    expect(next(told, '2026-11-30 17:00')?.due).toEqual(agreedOn)
  })

  test('the statutory day from three days before it, once checked', () => {
    const limits = limitsWith([checkedOf('statutoryAnswer')])
    const waits = after(fresh, [{ move: 'paused', reason: '等客户寄账单' }, '2026-11-24 10:30'])
    expect(next(waits, '2026-12-08 10:00')).toBeNull()
    expect(next(waits, '2026-12-08 10:00', limits)).toEqual({ ask: 'law', due: at('2026-12-10 00:00') })
  })
})
