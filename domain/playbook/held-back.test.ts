import { expect, test } from 'vitest'
import { aRun, begins, entersStep, holderChecked, thePlaybook } from '#test/playbook-run.ts'
import type { Happening } from './event.ts'
import { heldBack, understandsOnly } from './held-back.ts'
import { reduceRun, stepsOf } from './run.ts'

const cycle = thePlaybook('service-cycle')
const after = (...happenings: Happening[]) => reduceRun(cycle, aRun(begins(), ...holderChecked, ...happenings))
const wish = (sort: 'heard' | 'factual'): Happening => ({
  type: 'captured',
  capture: 'w',
  content: { kind: 'expectation', text: '别老打电话来问', sort, answer: null, offer: '', acknowledged: false },
})
const tense = (on: boolean): Happening => ({ type: 'tenseMarked', tense: on })

test('nothing is offered while it is tense, or to who only wants to be heard [R-24]', () => {
  expect(heldBack(after())).toBeNull()
  expect(heldBack(after(wish('factual')))).toBeNull()
  expect(heldBack(after(tense(true)))).toBe('tense')
  expect(heldBack(after(tense(true), tense(false)))).toBeNull()
  expect(heldBack(after(wish('heard'), tense(true), tense(false)))).toBe('heard')
  expect(heldBack(after(wish('heard'), { type: 'captureRemoved', capture: 'w' }))).toBeNull()
})

test('the last thing said is then that they were understood, but for reading back what was promised [R-24]', () => {
  const talks = stepsOf(cycle, after()).filter(({ kind, aside }) => kind === 'talk' && !aside)
  const [first] = talks
  const last = talks.at(-1)
  if (!first || !last) throw new Error('no talk')
  const closing = (...more: Happening[]) => understandsOnly(cycle, after(entersStep(last.id), ...more), last)
  expect(closing()).toBe(false)
  expect(closing(tense(true))).toBe(true)
  expect(closing(wish('heard'))).toBe(true)
  expect(understandsOnly(cycle, after(tense(true)), first)).toBe(false)
  const promise = { kind: 'promise', what: '补退 98 元', dueDay: '2026-11-24', dueTime: null } as const
  expect(closing(tense(true), { type: 'captured', capture: 'p', content: promise })).toBe(false)
})
