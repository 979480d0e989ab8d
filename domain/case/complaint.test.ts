import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sentence } from '#domain/kernel/said.ts'
import { addWorkingMinutes, usualHours, workingMinutesBetween } from '#domain/kernel/working-hours.ts'
import { alarmOf, clockOf, isNearStatutory, type Pause } from './clock.ts'
import {
  type Complaint,
  type ComplaintMove,
  firstActionInTime,
  isSameDayHanding,
  moveComplaint,
  newComplaint,
  restUntil,
  stepMinutes,
} from './complaint.ts'
import { complaintRefusals as en } from './complaint-words.en.ts'
import { complaintRefusals as zh } from './complaint-words.zh.ts'
import { type Limit, limitsOn, publishedLimits } from './limits.ts'

const zone = 'Asia/Shanghai'
const time = { hours: usualHours, timeZone: zone }
const at = (text: string): Date => new Date(`${text.replace(' ', 'T')}:00+08:00`)

/** The market-day story: an outlet says on a Tuesday morning that the delivery comes after the market [S-48]. */
const marketDay = newComplaint(at('2026-11-24 10:00'))

const does = (entry: Complaint, move: ComplaintMove, when: string): Complaint => {
  const moved = moveComplaint(entry, move, at(when), zone)
  if (!moved.ok) throw new Error(moved.error.code)
  return moved.value
}

const refusal = (entry: Complaint, move: ComplaintMove, when: string) => {
  const moved = moveComplaint(entry, move, at(when), zone)
  return moved.ok ? null : moved.error
}

const note = {
  event: '集日前货没到',
  demand: '逢集前一天送到',
  problem: '线路先乡里后街上',
  measure: '街上先送',
  to: 'team-3',
}
const restated = does(marketDay, { move: 'step', step: 'restated' }, '2026-11-24 10:12')
const answered = does(restated, { move: 'step', step: 'answered' }, '2026-11-24 10:15')

describe('settling a complaint', () => {
  test('answering before the restatement is confirmed takes a reason, once [S-46]', () => {
    expect(refusal(marketDay, { move: 'step', step: 'answered' }, '2026-11-24 10:05')?.code).toBe(
      'complaint.restateFirst',
    )
    const early = does(marketDay, { move: 'step', step: 'answered', reason: '老板要出摊' }, '2026-11-24 10:05')
    expect(early.early).toMatchObject({ step: 'answered', reason: '老板要出摊' })
    expect(refusal(early, { move: 'step', step: 'offered' }, '2026-11-24 10:06')).toBeNull()
    expect(refusal(restated, { move: 'step', step: 'answered' }, '2026-11-24 10:13')).toBeNull()
  })

  test('six stamps say how long each step took; a repeated step keeps its first time', () => {
    const again = does(answered, { move: 'step', step: 'restated' }, '2026-11-24 11:00')
    expect(stepMinutes(again)).toEqual({
      listened: null,
      analysed: null,
      understood: null,
      restated: 12,
      answered: 3,
      offered: null,
    })
  })

  test('a transfer has four parts and a person, and goes out the same day [S-48][S-49]', () => {
    const bare = { ...note, demand: ' ', to: null }
    expect(refusal(answered, { move: 'handed', handing: bare }, '2026-11-24 14:00')).toEqual({
      code: 'complaint.partMissing',
      params: { parts: 'demand, to' },
    })
    expect(isSameDayHanding(answered, zone)).toBeNull()
    const handedAt = (when: string) => isSameDayHanding(does(answered, { move: 'handed', handing: note }, when), zone)
    expect([handedAt('2026-11-24 23:59'), handedAt('2026-11-25 00:00')]).toEqual([true, false])
  })

  test('closes on the customer’s word; a no asks for its cause', () => {
    const asks = (settled: boolean, cause = ''): ComplaintMove => ({ move: 'asked', reached: true, settled, cause })
    expect(refusal(restated, asks(true), '2026-11-25 10:00')?.code).toBe('complaint.answerFirst')
    expect(refusal(answered, asks(false), '2026-11-25 10:00')?.code).toBe('complaint.causeMissing')
    expect(refusal(answered, { move: 'closed' }, '2026-11-25 10:00')?.code).toBe('complaint.unconfirmed')
    const yes = does(answered, asks(true), '2026-11-25 10:00')
    expect(does(yes, { move: 'closed' }, '2026-11-25 10:01').closed).toMatchObject({ confirmed: true })
    const no = does(yes, asks(false, '集上还是没货'), '2026-11-27 10:00')
    expect(refusal(no, { move: 'closed' }, '2026-11-27 10:01')?.code).toBe('complaint.unconfirmed')
  })

  test('after three tries on three days it closes unconfirmed, never after a no; reopening asks anew', () => {
    const tries = (...whens: string[]): Complaint =>
      whens.reduce(
        (entry, when) => does(entry, { move: 'asked', reached: false, settled: null, cause: '' }, when),
        answered,
      )
    const sameDay = tries('2026-11-25 10:00', '2026-11-25 15:00', '2026-11-26 10:00')
    expect(refusal(sameDay, { move: 'closed' }, '2026-11-26 10:01')?.params).toEqual({ tried: 3, days: 2, need: 3 })
    const three = tries('2026-11-25 10:00', '2026-11-26 15:00', '2026-11-27 11:00')
    const closed = does(three, { move: 'closed' }, '2026-11-27 11:01')
    expect(closed.closed?.confirmed).toBe(false)
    const open = does(closed, { move: 'reopened', reason: '集上还是没货' }, '2026-12-01 09:00')
    expect(refusal(open, { move: 'closed' }, '2026-12-01 09:01')?.code).toBe('complaint.unconfirmed')
    const no = does(answered, { move: 'asked', reached: true, settled: false, cause: '没变' }, '2026-11-25 09:00')
    const unheard = ['2026-11-25 10:00', '2026-11-26 15:00', '2026-11-27 11:00'].reduce(
      (entry, when) => does(entry, { move: 'asked', reached: false, settled: null, cause: '' }, when),
      no,
    )
    expect(refusal(unheard, { move: 'closed' }, '2026-11-27 12:00')?.code).toBe('complaint.unconfirmed')
  })

  test('the first action of a recovery is due within twenty minutes [R-29]', () => {
    const acted = does(marketDay, { move: 'recovery', step: 'acted' }, '2026-11-24 10:20')
    expect(firstActionInTime(acted, at('2026-11-24 12:00'))).toBe(true)
    expect(firstActionInTime(marketDay, at('2026-11-24 10:19'))).toBeNull()
    expect(firstActionInTime(marketDay, at('2026-11-24 10:21'))).toBe(false)
  })

  test('every refusal reads as a sentence', () => {
    const refused = refusal(
      answered,
      { move: 'handed', handing: { ...note, demand: '', to: null } },
      '2026-11-24 14:00',
    )
    if (!refused) throw new Error('not refused')
    expect(sentence(zh, refused)).toBe('转办单还缺：客户的要求、交给谁。')
    expect(sentence(en, refused)).toBe('The transfer still lacks: what the customer asks, to whom.')
  })
})

describe('the clocks of a complaint', () => {
  const office: Limit = {
    code: 'result',
    amount: 4 * 60,
    unit: 'workingMinutes',
    pausable: true,
    since: '2026-01-01',
    until: null,
    source: 'branch',
    kind: 'office',
    note: { zh: '四小时', en: 'four hours' },
    checked: null,
  }
  const due = (limit: Limit, from: string, pauses: Pause[] = [], now = from) =>
    clockOf(limit, at(from), pauses, at(now), time).due
  const pause = (from: string, until: string | null): Pause => ({
    from: at(from),
    until: until === null ? null : at(until),
    reason: '等客户的单据',
  })
  const published = (code: Limit['code']): Limit => {
    const found = publishedLimits.find((limit) => limit.code === code)
    if (!found) throw new Error(code)
    return found
  }

  test('working minutes leave out lunch, the night, the holiday, and count a make-up workday [S-49]', () => {
    expect(due(office, '2026-11-24 10:00')).toEqual(at('2026-11-24 16:00'))
    expect(due(office, '2026-11-24 16:30')).toEqual(at('2026-11-25 11:30'))
    expect(due(office, '2026-09-30 17:00')).toEqual(at('2026-10-08 12:00'))
    expect(due(office, '2026-10-09 16:30')).toEqual(at('2026-10-10 11:30'))
  })

  test('a pause moves the office’s own clock by the working time it took, the law’s not at all', () => {
    const overLunch = [pause('2026-11-24 11:00', '2026-11-24 14:30')]
    expect(due(office, '2026-11-24 10:00', overLunch, '2026-11-24 15:00')).toEqual(at('2026-11-24 17:30'))
    const law = published('statutoryAnswer')
    expect(due(law, '2026-11-24 10:00', [pause('2026-11-25 09:00', '2026-12-02 09:00')])).toEqual(
      at('2026-12-10 00:00'),
    )
  })

  test('two pauses at once stop the clock once; while one goes on there is no due time and no alarm', () => {
    const both = [pause('2026-11-24 11:00', '2026-11-24 14:30'), pause('2026-11-24 11:30', '2026-11-24 14:15')]
    expect(due(office, '2026-11-24 10:00', both, '2026-11-24 15:00')).toEqual(at('2026-11-24 17:30'))
    const clock = clockOf(
      office,
      at('2026-11-24 10:00'),
      [pause('2026-11-24 11:00', null)],
      at('2026-11-30 11:00'),
      time,
    )
    expect([clock.due, clock.paused, alarmOf(clock)]).toEqual([null, true, 'none'])
    expect(clock.gone).toBeLessThan(0.5)
  })

  test('the owner, then the lead, then the supervisor is told', () => {
    const limit = published('directAnswer')
    const alarm = (now: string) => alarmOf(clockOf(limit, at('2026-11-24 10:00'), [], at(now), time))
    expect([
      alarm('2026-11-25 09:00'),
      alarm('2026-11-25 11:00'),
      alarm('2026-11-26 01:00'),
      alarm('2026-11-26 10:00'),
    ]).toEqual(['none', 'owner', 'lead', 'supervisor'])
  })

  test('the statutory day stands on Today from three days before it [S-50]', () => {
    const near = (now: string) =>
      isNearStatutory(clockOf(published('statutoryAnswer'), at('2026-11-24 10:00'), [], at(now), time), at(now))
    expect([near('2026-12-06 23:59'), near('2026-12-07 00:00')]).toEqual([false, true])
  })

  test('a newer version of a limit takes the place of the old from its day on', () => {
    const newer: Limit = { ...office, amount: 120, since: '2026-12-01' }
    const amounts = (day: string) => limitsOn(day, [office, newer]).map(({ amount }) => amount)
    expect([amounts('2026-11-30'), amounts('2026-12-01')]).toEqual([[240], [120]])
    expect(limitsOn('2016-07-29').some(({ kind }) => kind === 'law')).toBe(false)
    expect(limitsOn('2026-11-24')).toHaveLength(publishedLimits.length)
  })

  test('working time between two instants is what adding it walks over', () => {
    const start = fc
      .integer({ min: 0, max: 360 * 1440 })
      .map((n) => new Date(at('2026-01-01 00:00').getTime() + n * 60_000))
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 3000 }), (from, minutes) => {
        expect(workingMinutesBetween(from, addWorkingMinutes(from, minutes, time).at, time)).toBe(minutes)
      }),
    )
  })
})

test('after abuse nobody is measured for five minutes', () => {
  expect(restUntil(at('2026-11-24 10:00'))).toEqual(at('2026-11-24 10:05'))
})
