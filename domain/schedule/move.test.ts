import { describe, expect, test } from 'vitest'
import type { Appointment, AppointmentMove, Span } from './appointment.ts'
import { isHeldBy, moveAppointment, punctualityOf } from './move.ts'

const at = (text: string): Date => new Date(`${text.replace(' ', 'T')}:00+08:00`)
const span = (from: string, until: string): Span => ({ from: at(from), until: at(until) })

const agreed: Appointment = {
  ...span('2026-11-24 10:00', '2026-11-24 10:30'),
  place: '东林路 12 号',
  state: 'agreed',
  sequence: 0,
  arrivedAt: null,
  told: null,
  untold: null,
  before: null,
  reason: '',
}
const planned: Appointment = { ...agreed, state: 'planned' }

const after = (entry: Appointment, move: AppointmentMove, when: string): Appointment => {
  const moved = moveAppointment(entry, move, at(when))
  if (!moved.ok) throw new Error(moved.error.code)
  return moved.value
}
const refused = (entry: Appointment, move: AppointmentMove): string | null => {
  const moved = moveAppointment(entry, move, at('2026-11-24 09:00'))
  return moved.ok ? null : moved.error.code
}
const arrives = (when: string, entry = agreed) => punctualityOf(after(entry, { move: 'arrived' }, when))
const late = (until: string, told: boolean): AppointmentMove => ({
  move: 'late',
  until: at(until),
  reason: '堵车',
  told,
})

describe('an appointment [S-34]', () => {
  test('five minutes early is early; a delay told before the time is not late', () => {
    expect([arrives('2026-11-24 09:55'), arrives('2026-11-24 09:58'), arrives('2026-11-24 10:10')]).toEqual([
      'early',
      'onTime',
      'late',
    ])
    const told = after(agreed, late('2026-11-24 10:20', true), '2026-11-24 09:50')
    expect([told.until, told.sequence]).toEqual([at('2026-11-24 10:50'), 1])
    expect(arrives('2026-11-24 10:15', told)).toBe('toldLate')
    expect(arrives('2026-11-24 10:25', told)).toBe('late')
    expect(arrives('2026-11-24 10:15', after(agreed, late('2026-11-24 10:20', true), '2026-11-24 10:05'))).toBe('late')
    expect(arrives('2026-11-24 10:15', after(agreed, late('2026-11-24 10:20', false), '2026-11-24 09:50'))).toBe('late')
  })

  test('agreed anew at another time, it is measured against that time', () => {
    const to = span('2026-11-25 10:00', '2026-11-25 10:30')
    const moved = after(agreed, { move: 'moved', to, reason: '客户出差', told: true }, '2026-11-23 10:00')
    expect(arrives('2026-11-25 09:50', moved)).toBe('early')
  })

  test('what ended stays ended; a change carries its reason', () => {
    const to = span('2026-11-25 11:00', '2026-11-25 10:00')
    expect(refused(agreed, { move: 'cancelled', reason: ' ', told: true })).toBe('appointment.reason')
    expect(refused(agreed, { move: 'moved', to, reason: '客户出差', told: true })).toBe('appointment.backward')
    const long = span('2026-11-25 08:00', '2026-11-26 08:00')
    expect(refused(agreed, { move: 'moved', to: long, reason: '客户出差', told: true })).toBe('appointment.tooLong')
    expect(refused(agreed, { move: 'agreed' })).toBe('appointment.alreadyAgreed')
    const over = after(agreed, { move: 'cancelled', reason: '客户出差', told: true }, '2026-11-24 09:00')
    expect(refused(over, { move: 'arrived' })).toBe('appointment.over')
  })
})

describe('the customer', () => {
  test.each([
    ['moved', { move: 'moved', to: span('2026-11-25 10:00', '2026-11-25 10:30'), reason: '开会', told: false }],
    ['late', late('2026-11-24 10:20', false)],
    ['cancelled', { move: 'cancelled', reason: '生病', told: false }],
    ['missed', { move: 'missed', reason: '车坏了', told: false }],
  ] as const)('has to hear that it was %s, until they have', (what, move) => {
    const changed = after(agreed, move, '2026-11-24 09:30')
    expect(changed.untold).toEqual({ what, since: at('2026-11-24 09:30'), expects: agreed.from })
    const told = after(changed, { move: 'told' }, '2026-11-24 09:40')
    expect([told.untold, told.told]).toEqual([null, at('2026-11-24 09:40')])
    expect(refused(told, { move: 'told' })).toBe('appointment.nothingToTell')
  })

  test('goes on expecting the time they know, however often it is changed behind their back', () => {
    const once = after(agreed, late('2026-11-24 10:20', false), '2026-11-24 09:30')
    const twice = after(once, { move: 'cancelled', reason: '走不开', told: false }, '2026-11-24 10:10')
    expect(twice.untold?.expects).toEqual(agreed.from)
  })

  test('is owed nothing for a plan they know nothing of, and a plan needs no reason', () => {
    const to = span('2026-11-25 10:00', '2026-11-25 10:30')
    expect(after(planned, { move: 'moved', to, reason: '', told: false }, '2026-11-23 10:00').untold).toBeNull()
    expect(after(planned, { move: 'cancelled', reason: '', told: false }, '2026-11-23 10:00').untold).toBeNull()
    expect(after(planned, { move: 'agreed' }, '2026-11-23 10:00').state).toBe('agreed')
  })

  test('who was met is owed no more word', () => {
    const delayed = after(agreed, late('2026-11-24 10:20', false), '2026-11-24 09:30')
    expect(after(delayed, { move: 'done' }, '2026-11-24 11:00').untold).toBeNull()
  })
})

test('a call in the morning is not the visit of the afternoon', () => {
  expect(isHeldBy(agreed, at('2026-11-24 08:30'))).toBe(false)
  expect([isHeldBy(agreed, at('2026-11-24 09:50')), isHeldBy(agreed, at('2026-11-24 11:30'))]).toEqual([true, true])
  expect(isHeldBy({ ...agreed, state: 'cancelled' }, at('2026-11-24 10:00'))).toBe(false)
})
