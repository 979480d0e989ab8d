import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Happening, RunEvent } from './event.ts'
import { mayAppend } from './mayAppend.ts'
import { parsePlaybook } from './parse.ts'
import { reduceRun } from './run.ts'

const file = 'content/core/playbooks/care-call.yaml'
const read = parsePlaybook(file, readFileSync(file, 'utf8'))
if (!read.ok) throw new Error('care-call')
const playbook = read.value

const told = (...happenings: Happening[]): RunEvent[] =>
  happenings.map((happening, place) => ({
    id: `e${place}`,
    runId: 'r',
    actor: 'lin',
    at: new Date(Date.UTC(2026, 10, 23, 2, place)),
    sequence: place + 1,
    ...happening,
  }))

const started: Happening = {
  type: 'started',
  playbook: { id: 'care-call', version: 1, hash: 'h' },
  customerId: 'c',
  direction: 'outbound',
  customerKind: 'person',
  stage: null,
  skill: 'new',
  lastOutcome: null,
}
const words = { script: 'core/either-or-visit', wording: 'pack-1', version: 'first' as const }

test('words that were said are kept once, in the wording said last, and can be taken back', () => {
  const said: Happening = { type: 'wordsSaid', ...words, said: true }
  const again: Happening = { type: 'wordsSaid', ...words, version: 'difficult', said: true }
  expect(reduceRun(playbook, told(started, said, again)).words).toEqual([{ ...words, version: 'difficult' }])
  expect(reduceRun(playbook, told(started, said, { ...said, said: false })).words).toEqual([])
})

test('they are no reason to open a filed contact again', () => {
  const missed: Happening = { type: 'missed', outcome: 'noAnswer', retryAt: null }
  const filed = reduceRun(playbook, told(started, missed, { type: 'finished', reason: '' }))
  const [late] = told({ type: 'wordsSaid', ...words, said: true })
  if (!late) throw new Error('nothing told')
  const after = { ...late, id: 'later', at: new Date(Date.UTC(2026, 10, 24)) }
  const admission = mayAppend(filed, after, playbook)
  expect(admission.ok ? '' : admission.error.code).toBe('run.finished')
})
