import { describe, expect, test } from 'vitest'
import { usualHours } from '#domain/kernel/working-hours.ts'
import { answerDue, type CaseEntry, type CaseMove, moveCase, standingOfCase } from './service-case.ts'

const monday = new Date('2026-11-23T02:00:00Z')
const later = new Date('2026-11-24T02:00:00Z')
const time = { hours: usualHours, timeZone: 'Asia/Shanghai' }

const complaint: CaseEntry = {
  kind: 'complaint',
  ownerId: 'lin',
  openedAt: monday,
  dueAt: answerDue('complaint', monday, time).at,
  answeredAt: null,
  answer: null,
  closedAt: null,
  felt: null,
  askedAt: null,
}

const moved = (entry: CaseEntry, move: CaseMove, text = ''): CaseEntry => {
  const result = moveCase(entry, { move, text }, later)
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

const refusal = (entry: CaseEntry, move: CaseMove, text = ''): string | null => {
  const result = moveCase(entry, { move, text }, later)
  return result.ok ? null : result.error.code
}

describe('a case', () => {
  test('is due within working hours: a complaint at ten the same afternoon, a request the next day', () => {
    expect(complaint.dueAt).toEqual(new Date('2026-11-23T08:00:00Z'))
    expect(answerDue('request', monday, time)).toEqual({ at: new Date('2026-11-24T03:00:00Z'), provisional: false })
  })

  test('is not closed before it was answered [S-41]', () => {
    expect(refusal(complaint, 'closed')).toBe('case.answerFirst')
    expect(refusal(complaint, 'answered')).toBe('case.answerNeeded')
    expect(moved(moved(complaint, 'answered', '退 98 元'), 'closed').closedAt).toEqual(later)
  })

  test('asks how it felt apart from closing, in the customer’s words', () => {
    expect(refusal(complaint, 'felt', '还行')).toBe('case.answerFirst')
    const closed = moved(moved(complaint, 'answered', '退 98 元'), 'closed')
    expect(standingOfCase(closed, later)).toBe('unasked')
    expect(standingOfCase(moved(closed, 'felt', '“讲清楚就好”'), later)).toBe('closed')
  })

  test('says when it is overdue, and can be opened again', () => {
    expect(standingOfCase(complaint, monday)).toBe('waiting')
    expect(standingOfCase(complaint, later)).toBe('overdue')
    const closed = moved(moved(complaint, 'answered', '退 98 元'), 'closed')
    expect(standingOfCase(moved(closed, 'reopened'), later)).toBe('answered')
    expect([refusal(complaint, 'reopened'), refusal(closed, 'closed')]).toEqual(['case.notClosed', 'case.closed'])
  })
})
