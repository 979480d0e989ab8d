import { expect, test } from 'vitest'
import { aRun, begins, checks, entersStep, holderChecked, thePlaybook } from '#test/playbook-run.ts'
import type { Happening } from './event.ts'
import { checksOf, leftOutOf, missingChecks, standingOf } from './progress.ts'
import { reduceRun, stepsOf } from './run.ts'

const cycle = thePlaybook('service-cycle')

const after = (...happenings: Happening[]) => {
  const state = reduceRun(cycle, aRun(begins(), ...holderChecked, ...happenings))
  const steps = stepsOf(cycle, state)
  return { state, steps, standings: steps.map((step) => standingOf(cycle, step, state)) }
}

const { steps, state: begun } = after()
const [first, second, third] = steps
const musts = first ? checksOf(first, begun).filter(({ required }) => required) : []
const does = (step: string, ids: readonly { id: string }[]): Happening[] => ids.map(({ id }) => checks(`${step}.${id}`))

test('a step gone through with none of its musts ticked is half, with their number, never done [S-41]', () => {
  expect(musts.length).toBeGreaterThan(0)
  const { standings } = after(entersStep(second?.id ?? ''))
  expect(standings[0]).toEqual({ is: 'half', open: musts.length })
  expect(standings[1]).toEqual({ is: 'here' })
  expect(standings[2]).toEqual({ is: 'ahead' })
})

test('it is done once the last must is ticked, and half again when one is taken back', () => {
  const all = [...does(first?.id ?? '', musts), entersStep(second?.id ?? '')]
  expect(after(...all).standings[0]).toEqual({ is: 'done' })
  expect(after(...all, checks(`${first?.id}.${musts[0]?.id}`, false)).standings[0]).toEqual({ is: 'half', open: 1 })
})

test('a step ahead with one check ticked already is half, as far as its other musts are open', () => {
  const [tick, ...others] = third ? checksOf(third, begun).filter(({ required }) => required) : []
  const { standings } = after(checks(`${third?.id}.${tick?.id}`))
  expect(standings[2]).toEqual(others.length > 0 ? { is: 'half', open: others.length } : { is: 'done' })
})

test('what stands open beside the steps is what filing asks the reason for', () => {
  const { state, steps: all, standings } = after(...all3())
  const open = standings.reduce((sum, standing) => sum + ('open' in standing ? standing.open : 0), 0)
  const here = all.find(({ id }) => id === state.step)
  const hereOpen = missingChecks(cycle, state).filter((name) => name.startsWith(`${here?.id}.`)).length
  expect(open + hereOpen).toBe(missingChecks(cycle, state).length)
})

test('what was left out is named step by step, as many as filing counts', () => {
  const { state } = after(...all3())
  const named = leftOutOf(cycle, state)
  expect(named.flatMap((step) => step.checks)).toHaveLength(missingChecks(cycle, state).length)
  expect(named[0]?.step).toEqual(first?.title)
  expect(named[0]?.checks[0]).toEqual(musts[0]?.label)
})

const all3 = (): Happening[] => steps.slice(1).map(({ id }) => entersStep(id))
