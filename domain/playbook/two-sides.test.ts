import { expect, test } from 'vitest'
import { aRun, begins, checks, entersStep, holderChecked, thePlaybook } from '#test/playbook-run.ts'
import { reduceRun } from './run.ts'
import { twoSidesOf } from './two-sides.ts'

const cycle = thePlaybook('service-cycle')
const birthday = thePlaybook('birthday')

test('the procedure and the person are told apart, with what shows each basic [S-43][S-45]', () => {
  const inTone = aRun(begins({ direction: 'inbound' }), ...holderChecked, checks('set-tone.taken-on'))
  const before = twoSidesOf(cycle, reduceRun(cycle, inTone))
  expect(before?.personal).toEqual({ done: 0, of: 1 })
  const after = twoSidesOf(
    cycle,
    reduceRun(
      cycle,
      aRun(
        begins({ direction: 'inbound' }),
        ...holderChecked,
        checks('set-tone.taken-on'),
        { type: 'skillMarked', step: 'set-tone', skill: 'empathy', used: true },
        entersStep('diagnose'),
        { type: 'skillMarked', step: 'diagnose', skill: 'confirm', used: true },
      ),
    ),
  )
  expect(after).toMatchObject({ personal: { done: 1, of: 2 }, understanding: { done: 1, of: 1 } })
  const shown = new Map(after?.basics.map(({ basic, evidence }) => [basic, evidence.length]))
  expect([shown.get('response'), shown.get('respect'), shown.get('body')]).toEqual([1, 1, 0])
})

test('what was ticked as said back counts as understanding checked, without its words being pressed too [S-42]', () => {
  const told = aRun(begins({ direction: 'inbound' }), ...holderChecked, entersStep('diagnose'))
  const sides = (...more: Parameters<typeof aRun>) =>
    twoSidesOf(cycle, reduceRun(cycle, [...told, ...aRun(...more).slice(1)]))
  expect(sides(begins())?.understanding).toEqual({ done: 0, of: 1 })
  expect(sides(begins(), checks('diagnose.said-back'))).toMatchObject({
    understanding: { done: 1, of: 1 },
    personal: { done: 0 },
  })
})

test('a procedure without words for the feeling side says nothing of the person', () => {
  expect(twoSidesOf(birthday, reduceRun(birthday, aRun(begins())))).toBeNull()
})
