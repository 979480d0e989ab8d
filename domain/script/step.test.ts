import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parsePlaybook } from '#domain/playbook/parse.ts'
import { rolesOfStep } from './step.ts'

const file = 'content/core/playbooks/appointment-call.yaml'
const read = parsePlaybook(file, readFileSync(file, 'utf8'))
if (!read.ok) throw new Error('appointment-call')
const playbook = read.value
const rolesIn = (id: string) =>
  rolesOfStep(
    playbook,
    playbook.steps.find((step) => step.id === id),
  )

test('the first words open, the last close, a step that asks for a time asks for one', () => {
  expect(rolesIn('open')[0]).toBe('opening')
  expect(rolesIn('convenience')[0]).toBe('convenience')
  expect(rolesIn('when')).toContain('asksTime')
  expect(rolesIn(playbook.steps.findLast(({ kind, aside }) => kind === 'talk' && !aside)?.id ?? '')[0]).toBe('closing')
})

test('before anybody answers the opening is at hand, and no step is without words for a doubt or a dropped line', () => {
  expect(rolesOfStep(playbook, undefined)).toContain('absent')
  for (const step of playbook.steps.filter(({ kind }) => kind === 'talk'))
    expect(rolesOfStep(playbook, step)).toEqual(expect.arrayContaining(['objection', 'dropped']))
})
