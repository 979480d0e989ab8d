import { expect, test } from 'vitest'
import { newComplaint } from './complaint.ts'
import { type RunMark, stampedBy } from './run-stamps.ts'

const at = (minute: number): Date => new Date(Date.UTC(2026, 10, 24, 2, minute))
const entry = newComplaint(at(0))
const tick = (step: string, check: string, minute: number, done = true): RunMark => ({
  type: 'checkMarked',
  step,
  check,
  done,
  at: at(minute),
})

test('a step is stamped by the last of its checks that still stands [S-46]', () => {
  const { steps } = stampedBy(entry, [
    tick('listen', 'finished', 2),
    tick('listen', 'sorry', 3),
    tick('analyse', 'facts', 5),
    tick('analyse', 'want', 6),
    tick('analyse', 'want', 7, false),
    tick('understand', 'feeling', 8),
    tick('understand', 'feeling', 9, false),
  ])
  expect(steps).toEqual({ listened: at(3), analysed: at(5) })
})

test('only the customer’s yes confirms the restatement; two ways are counted, an early answer keeps its reason', () => {
  const early: RunMark = { type: 'stepEntered', step: 'answer', reason: '老板要出摊', at: at(4) }
  const stamped = stampedBy(entry, [early, tick('restate', 'said', 5), tick('offer', 'two-ways', 9)])
  expect(stamped.steps).toEqual({ offered: at(9) })
  expect([stamped.ways, stamped.early]).toEqual([2, { step: 'answered', reason: '老板要出摊', at: at(4) }])
  expect(stampedBy(entry, [tick('restate', 'restated', 5)]).steps.restated).toEqual(at(5))
})

test('what the complaint already has stays', () => {
  const known = { ...entry, steps: { listened: at(1) } }
  expect(stampedBy(known, [tick('listen', 'finished', 30)]).steps.listened).toEqual(at(1))
})
