import { readFileSync } from 'node:fs'
import type { Playbook } from '#domain/playbook/definition.ts'
import type { Happening, RunContext, RunEvent } from '#domain/playbook/event.ts'
import { parsePlaybook } from '#domain/playbook/parse.ts'

/** A playbook of the core pack, as it is shipped. */
export const thePlaybook = (id: string): Playbook => {
  const file = `content/core/playbooks/${id}.yaml`
  const parsed = parsePlaybook(file, readFileSync(file, 'utf8'))
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error[0]))
  return parsed.value
}

const context: RunContext = {
  playbook: { id: 'service-cycle', version: 1, hash: 'as-shipped' },
  customerId: 'li-suzhen',
  direction: 'inbound',
  customerKind: 'person',
  stage: null,
  skill: 'able',
  lastOutcome: null,
}

export const begins = (changes: Partial<RunContext> = {}): Happening => ({ type: 'started', ...context, ...changes })

/** One event of the run `call`, `second` seconds after ten o'clock; the sequence follows the second unless given. */
export const eventAt = (second: number, happening: Happening, sequence: number | null = second + 1): RunEvent => ({
  id: `event-${String(second).padStart(4, '0')}`,
  runId: 'call',
  actor: 'lin-wan',
  at: new Date(Date.UTC(2026, 10, 23, 2, 0, second)),
  sequence,
  ...happening,
})

/** A run told as what happened, ten seconds apart. */
export const aRun = (...happenings: Happening[]): RunEvent[] =>
  happenings.map((happening, index) => eventAt(index * 10, happening))

export const holderChecked: Happening[] = [
  { type: 'identified', role: 'holder', name: '' },
  { type: 'identityChecked', method: 'servicePassword', passed: true },
]

export const entersStep = (step: string, branch: string | null = null): Happening => ({
  type: 'stepEntered',
  step,
  branch,
})

export const checks = (name: string, done = true): Happening => {
  const [step = '', check = ''] = name.split('.')
  return { type: 'checkMarked', step, check, done }
}
