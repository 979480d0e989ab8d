import { describe, expect, test } from 'vitest'
import { aRun, begins, checks, entersStep, eventAt, holderChecked } from '#test/playbook-run.ts'
import type { CustomerKind, Direction, Playbook } from '#domain/playbook/definition.ts'
import type { Happening, RunEvent } from '#domain/playbook/event.ts'
import { mayAppend } from '#domain/playbook/mayAppend.ts'
import { checksOf, nextStep } from '#domain/playbook/progress.ts'
import { reduceRun } from '#domain/playbook/run.ts'
import { spokenLines } from '#domain/playbook/script.ts'
import { readPack } from './pack.ts'

const packs = await Promise.all(['core', 'telecom', 'tobacco'].map((name) => readPack(`content/${name}`)))
const playbooks = packs.flatMap(({ definitions }) => definitions.map(({ playbook }) => playbook))

/** Adds what is admitted; an unexpected refusal fails the test with its code. */
const walker = (playbook: Playbook) => {
  const events: RunEvent[] = []
  return {
    events,
    state: () => reduceRun(playbook, events),
    does: (...happenings: Happening[]) => {
      for (const happening of happenings) {
        const event = eventAt(events.length, happening)
        const admission = mayAppend(reduceRun(playbook, events), event, playbook)
        if (!admission.ok) throw new Error(`${playbook.id} ${happening.type}: ${JSON.stringify(admission.error)}`)
        events.push(event)
      }
    },
  }
}

/** From the first step to the end along “next step”, every check done, saying nothing but what can always be said. */
const walk = (playbook: Playbook, direction: Direction, customerKind: CustomerKind): string[] => {
  const { does, state } = walker(playbook)
  does(begins({ direction, customerKind, playbook: { id: playbook.id, version: 1, hash: 'as-shipped' } }))
  if (playbook.asksAim) does({ type: 'aimSet', aim: { why: '对账单', gives: '哪里能省一目了然' } })
  if (playbook.purposes) does({ type: 'purposesSet', purposes: playbook.purposes.map(({ id }) => id) })
  if (direction === 'inbound') does(...holderChecked)
  else does({ type: 'identified', role: 'holder', name: '' })
  const silent: string[] = []
  for (;;) {
    const { step: id } = state()
    const step = playbook.steps.find((one) => one.id === id)
    if (!step) throw new Error(`${playbook.id} stands nowhere`)
    does(...checksOf(step, state()).map((check) => checks(`${step.id}.${check.id}`)))
    if (step.kind === 'talk' && spokenLines(step.say, state(), 'first', {}, 'zh').length === 0) silent.push(step.id)
    const next = nextStep(playbook, state())
    if (!next) break
    if (next.kind === 'talk' && state().connectedAt === null) does({ type: 'connected' })
    else does(entersStep(next.id))
  }
  does({ type: 'followUpSet', followUp: { day: '2026-11-25', time: null, about: '用得怎么样' } })
  does({ type: 'finished', reason: '' })
  return silent
}

describe('every playbook shipped', () => {
  const ways = playbooks.flatMap((playbook) =>
    playbook.directions.flatMap((direction) =>
      (playbook.customerKinds ?? (['person', 'group', 'outlet'] as const)).map(
        (kind) => [playbook.id, direction, kind, playbook] as const,
      ),
    ),
  )

  test.each(ways)(
    '%s (%s, %s) leads from its first step to its end without a reason, and is never silent',
    (...way) => {
      const [, direction, kind, playbook] = way
      expect(walk(playbook, direction, kind)).toEqual([])
    },
  )

  test('has ids of its own', () => {
    expect(new Set(playbooks.map(({ id }) => id)).size).toBe(playbooks.length)
  })
})

describe('the complaint [S-46]', () => {
  const complaint = playbooks.find(({ id }) => id === 'complaint')

  test('is not answered before the restatement is confirmed, but for a reason that is kept', () => {
    if (!complaint) throw new Error('complaint')
    const { does, events, state } = walker(complaint)
    does(begins(), ...holderChecked)
    const answer = entersStep('answer')
    const refused = mayAppend(state(), eventAt(events.length, answer), complaint)
    expect(refused).toMatchObject({ ok: false, error: { code: 'step.early', params: { missing: 'restate.restated' } } })
    does({ ...answer, reason: '客户马上登机' } as Happening)
    expect(state().early).toMatchObject([{ step: 'answer', missing: ['restate.restated'], reason: '客户马上登机' }])
    expect(reduceRun(complaint, aRun(begins(), ...holderChecked, checks('restate.restated'), answer)).early).toEqual([])
  })
})
