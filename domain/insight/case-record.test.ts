import { expect, test } from 'vitest'
import { newComplaint } from '#domain/case/complaint.ts'
import { usualHours } from '#domain/kernel/working-hours.ts'
import { caseRecordOf, type KeptCase } from './case-record.ts'

const time = { hours: usualHours, timeZone: 'Asia/Shanghai' }
const at = (text: string): Date => new Date(`${text.replace(' ', 'T')}:00+08:00`)
const now = at('2026-11-30 09:00')

const entry = {
  ...newComplaint(at('2026-11-17 09:40')),
  steps: { listened: at('2026-11-17 09:46'), restated: at('2026-11-17 09:56'), answered: at('2026-11-17 09:59') },
  ways: 2,
  handings: [{ event: 'a', demand: 'b', problem: 'c', measure: 'd', to: 'lao', at: at('2026-11-17 15:10') }],
  told: [{ what: '改了线', nextAt: null, at: at('2026-11-18 16:40') }],
  asked: [{ at: at('2026-11-20 11:20'), reached: true, settled: true, cause: '' }],
  closed: { at: at('2026-11-20 11:25'), confirmed: true },
}

const marketDay: KeptCase = {
  id: 'one',
  kind: 'complaint',
  openedAt: entry.openedAt,
  dueAt: at('2026-11-17 15:40'),
  answeredAt: entry.steps.answered,
  closedAt: entry.closed.at,
  feltAt: at('2026-11-20 11:22'),
  raisedByUs: false,
  complaint: entry,
  takenAt: [at('2026-11-17 15:30')],
}

test('the market-day story meets what it can: told in time, taken up at once, restated, two ways [S-44][S-48]', () => {
  expect(caseRecordOf(marketDay, now, time)).toMatchObject({
    restated: true,
    ways: 2,
    progressDue: 2,
    progressTold: 2,
    handings: 1,
    handingsWhole: 1,
    ownerless: 20,
    satisfied: true,
    reopenedAt: null,
  })
})

test('a word that comes after two days, or not at all, was due and not told', () => {
  const silent = { ...entry, told: [], asked: [], closed: null }
  const record = caseRecordOf({ ...marketDay, complaint: silent, closedAt: null, feltAt: null }, now, time)
  expect([record.progressDue, record.progressTold, record.satisfied]).toEqual([1, 0, null])
  const late = { ...silent, told: [{ what: '还在排', nextAt: at('2026-12-02 09:00'), at: at('2026-11-20 16:00') }] }
  const told = caseRecordOf({ ...marketDay, complaint: late, closedAt: null, feltAt: null }, now, time)
  expect([told.progressDue, told.progressTold]).toEqual([1, 0])
})

test('waiting is working time in which nothing was done, the customer’s own time left out', () => {
  const alone = { ...newComplaint(entry.openedAt), pauses: [] }
  const open = { ...marketDay, answeredAt: null, closedAt: null, feltAt: null, complaint: alone, takenAt: [] }
  const noon = at('2026-11-18 12:00')
  expect(caseRecordOf(open, noon, time).longestWait).toBe(140 + 210 + 210)
  const paused = { ...alone, pauses: [{ from: at('2026-11-17 10:40'), until: null, reason: '等账单' }] }
  expect(caseRecordOf({ ...open, complaint: paused }, noon, time).longestWait).toBe(60)
})

test('reopened soon after closing it keeps both days; answered early it was not restated; a request is not measured by it', () => {
  const again = {
    ...entry,
    closed: null,
    early: { step: 'answered' as const, reason: '赶集', at: entry.steps.answered },
    reopened: [{ closedAt: at('2026-11-20 11:25'), reason: '又断货', at: at('2026-11-23 09:00') }],
  }
  const record = caseRecordOf({ ...marketDay, closedAt: null, complaint: again }, now, time)
  expect([record.closedAt, record.reopenedAt, record.restated]).toEqual([
    at('2026-11-20 11:25'),
    at('2026-11-23 09:00'),
    false,
  ])
  expect(caseRecordOf({ ...marketDay, kind: 'request', complaint: null, takenAt: [] }, now, time)).toMatchObject({
    restated: true,
    handings: 0,
    progressDue: 0,
  })
})
