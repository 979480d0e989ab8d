import { describe, expect, test } from 'vitest'
import { aRun, begins, checks, entersStep, eventAt, holderChecked, thePlaybook } from '#test/playbook-run.ts'
import type { Happening } from './event.ts'
import { mayAppend } from './mayAppend.ts'
import { missingChecks } from './progress.ts'
import { reduceRun } from './run.ts'

const cycle = thePlaybook('service-cycle')
const care = thePlaybook('care-call')
const inbound = [begins()]
const outbound = [begins({ direction: 'outbound' }), { type: 'connected' } as const]

/** `inTime`, `late` or the refusal's code. */
const answer = (happening: Happening, before: Happening[], playbook = cycle, second = before.length * 10): string => {
  const admission = mayAppend(reduceRun(playbook, aRun(...before)), eventAt(second, happening), playbook)
  return admission.ok ? admission.value : admission.error.code
}

const captured = (content: (Happening & { type: 'captured' })['content'], capture = 'a'): Happening => ({
  type: 'captured',
  capture,
  content,
})

describe('an inbound call: identity before anything is told', () => {
  const telling = entersStep('solve')

  test('who is speaking comes first, then the check', () => {
    expect(answer(telling, inbound)).toBe('person.first')
    expect(answer(telling, [...inbound, { type: 'identified', role: 'holder', name: '' }])).toBe('identity.first')
    expect(answer(telling, [...inbound, ...holderChecked])).toBe('inTime')
  })

  test('a failed check keeps the account closed until another succeeds', () => {
    const failed: Happening = { type: 'identityChecked', method: 'idTail', passed: false }
    expect(answer(telling, [...inbound, ...holderChecked.slice(0, 1), failed])).toBe('identity.failed')
    expect(answer(telling, [...inbound, ...holderChecked.slice(0, 1), failed, ...holderChecked.slice(1)])).toBe(
      'inTime',
    )
  })

  test('a caller who is neither holder nor authorised hears nothing, even with the password', () => {
    expect(
      answer(telling, [...inbound, { type: 'identified', role: 'other', name: '邻居' }, ...holderChecked.slice(1)]),
    ).toBe('person.notEntitled')
    expect(
      answer(telling, [
        ...inbound,
        { type: 'identified', role: 'authorised', name: '女儿' },
        ...holderChecked.slice(1),
      ]),
    ).toBe('inTime')
  })

  test('when the telephone is handed on, the check is made again', () => {
    const daughter: Happening = { type: 'identified', role: 'authorised', name: '女儿' }
    expect(answer(telling, [...inbound, ...holderChecked, daughter])).toBe('identity.first')
    expect(answer(telling, [...inbound, ...holderChecked, ...holderChecked.slice(0, 1)])).toBe('inTime')
  })

  test('nobody passes a check without having been named', () => {
    expect(answer({ type: 'identityChecked', method: 'idTail', passed: true }, inbound)).toBe('person.first')
  })
})

describe('the request first, a suggestion after [G-04]', () => {
  const shown: Happening = { type: 'suggestionShown', suggestion: 'roaming-alert' }

  test('no suggestion before what the customer came with is settled', () => {
    expect(answer(shown, inbound)).toBe('suggestion.beforeSolved')
    expect(answer(shown, [...inbound, checks('agree.settled')])).toBe('inTime')
    expect(answer(shown, [...inbound, checks('agree.settled'), checks('agree.settled', false)])).toBe(
      'suggestion.beforeSolved',
    )
  })

  test('in a care call not before the customer was heard out', () => {
    expect(answer(shown, outbound, care)).toBe('suggestion.beforeSolved')
    expect(answer(shown, [...outbound, checks('listen.heard')], care)).toBe('inTime')
  })

  test('a playbook that names no moment makes none', () => {
    const { suggestWhen: _left, ...silent } = cycle
    expect(answer(shown, [...inbound, checks('agree.settled')], silent)).toBe('suggestion.none')
  })

  test('only what was shown is accepted or declined', () => {
    expect(answer({ type: 'suggestionDeclined', suggestion: 'roaming-alert' }, inbound)).toBe('suggestion.notShown')
    expect(
      answer({ type: 'suggestionDeclined', suggestion: 'roaming-alert' }, [...inbound, checks('agree.settled'), shown]),
    ).toBe('inTime')
  })
})

describe('calling out', () => {
  test('no talking before someone picks up', () => {
    expect(answer(entersStep('open'), [begins({ direction: 'outbound' })], care)).toBe('connect.first')
    expect(answer(entersStep('open'), outbound, care)).toBe('inTime')
  })

  test('who answered is asked before anything is told; the registered number stands for the check', () => {
    expect(answer(entersStep('account'), outbound, care)).toBe('person.first')
    expect(answer(entersStep('account'), [...outbound, { type: 'identified', role: 'holder', name: '' }], care)).toBe(
      'inTime',
    )
  })

  test('not reached is an end of a call out only, and can be taken back', () => {
    const missed: Happening = { type: 'missed', outcome: 'busy', retryAt: null }
    expect(answer(missed, inbound)).toBe('missed.inbound')
    expect(answer(missed, [begins({ direction: 'outbound' })], care)).toBe('inTime')
    const taken = reduceRun(
      care,
      aRun(begins({ direction: 'outbound' }), missed, { type: 'missed', outcome: null, retryAt: null }),
    )
    expect(taken.missed).toBeNull()
  })

  test('a care call does not come in', () => {
    const admission = mayAppend(reduceRun(care, []), eventAt(0, begins()), care)
    expect(!admission.ok && admission.error).toEqual({ code: 'direction.notHere', params: { direction: 'inbound' } })
  })

  test('a branch leads only where the playbook says', () => {
    expect(answer(entersStep('close', 'busy-now'), outbound, care)).toBe('inTime')
    expect(answer(entersStep('listen', 'busy-now'), outbound, care)).toBe('branch.unknown')
  })
})

describe('finishing', () => {
  const finished = (reason = ''): Happening => ({ type: 'finished', reason })

  test('required checks left out ask for one line of reason, and are counted', () => {
    const admission = mayAppend(reduceRun(cycle, aRun(...inbound)), eventAt(10, finished()), cycle)
    expect(!admission.ok && admission.error).toEqual({ code: 'finish.reasonNeeded', params: { missing: 8 } })
    expect(answer(finished('客户上车了，约晚上再说'), inbound)).toBe('inTime')
  })

  test('with every required check done nothing is asked', () => {
    const done = missingChecks(cycle, reduceRun(cycle, aRun(...inbound))).map((name) => checks(name))
    const asked: Happening = { type: 'followUpSet', followUp: { day: '2026-11-26', time: null, about: '办得怎么样' } }
    expect(answer(finished(), [...inbound, ...done, asked])).toBe('inTime')
  })

  test('what is settled is not left without a day to ask how it went, or the reason why not [S-41]', () => {
    const settled = [...inbound, checks('agree.settled')]
    expect(
      answer(finished(), [
        ...inbound,
        ...missingChecks(cycle, reduceRun(cycle, aRun(...settled))).map((name) => checks(name)),
        checks('agree.settled'),
      ]),
    ).toBe('finish.followUpNeeded')
    expect(answer(finished('客户说不用再打'), settled)).toBe('inTime')
  })

  test('a call that reached nobody ends by an outcome key, without reasons', () => {
    const dialled = [begins({ direction: 'outbound' })]
    expect(answer(finished('没人接'), dialled, care)).toBe('finish.nobodyReached')
    expect(answer(finished(), [...dialled, { type: 'missed', outcome: 'noAnswer', retryAt: null }], care)).toBe(
      'inTime',
    )
  })

  test('what a device did before the end is let in late; what is done after asks to reopen', () => {
    const ended = [...inbound, finished('断线')]
    expect(answer(checks('agree.settled'), ended, cycle, 5)).toBe('late')
    expect(answer(checks('agree.settled'), ended, cycle, 60)).toBe('run.finished')
    expect(answer({ type: 'noted', text: '补一句', replaces: [] }, ended, cycle, 60)).toBe('late')
  })

  const lateOf = (event: Partial<{ actor: string; at: Date }>, happening: Happening, before: Happening[]): string => {
    const state = reduceRun(cycle, aRun(...before))
    const admission = mayAppend(state, { ...eventAt(5, happening), ...event }, cycle)
    return admission.ok ? admission.value : admission.error.code
  }
  const promise = { kind: 'promise', what: '发漫游明细', dueDay: '2026-11-25', dueTime: null } as const
  const ended = [...inbound, captured(promise), finished('断线')]

  test('of another person, and from before the contact began, only words are let in late', () => {
    const takenBack: Happening = { type: 'captureRemoved', capture: 'a' }
    expect(lateOf({}, takenBack, ended)).toBe('late')
    expect(lateOf({ actor: 'han' }, takenBack, ended)).toBe('run.finished')
    expect(lateOf({ actor: 'han' }, { type: 'caseSet', serviceCase: null }, ended)).toBe('run.finished')
    expect(lateOf({ at: new Date('1960-05-05') }, takenBack, ended)).toBe('run.finished')
    expect(lateOf({ actor: 'han' }, { type: 'noted', text: '补一句', replaces: [] }, ended)).toBe('late')
    expect(lateOf({ actor: 'han' }, captured(promise, 'b'), ended)).toBe('late')
  })

  test.each<[string, Happening]>([
    ['capture.empty', captured({ ...promise, what: ' ' }, 'b')],
    ['capture.known', captured(promise)],
    ['capture.unknown', { type: 'captureRemoved', capture: 'b' }],
    ['step.unknown', entersStep('dance')],
    ['check.unknown', checks('diagnose.tango')],
    ['suggestion.notShown', { type: 'suggestionDeclined', suggestion: 'roaming-alert' }],
    ['finish.reasonNeeded', finished()],
    ['offer.none', { type: 'offerMade', offer: { what: '', answer: 'accepted' } }],
    ['person.first', { type: 'identityChecked', method: 'idTail', passed: true }],
  ])('what is let in late is judged as what comes in time: %s', (code, happening) => {
    expect(lateOf({}, happening, ended)).toBe(code)
  })

  test('reopening says why', () => {
    expect(answer({ type: 'reopened', reason: '' }, [...inbound, finished('断线')])).toBe('reason.empty')
    expect(answer({ type: 'reopened', reason: '漏记一条承诺' }, [...inbound, finished('断线')])).toBe('inTime')
    expect(answer({ type: 'reopened', reason: '再看看' }, inbound)).toBe('run.notFinished')
  })
})

describe('what is written down is whole', () => {
  const heard = {
    kind: 'expectation',
    text: '想让你们知道',
    sort: 'heard',
    answer: null,
    offer: '',
    acknowledged: false,
  } as const

  test('a promise names what and by which day', () => {
    expect(
      answer(captured({ kind: 'promise', what: '发漫游明细', dueDay: '2026-11-25', dueTime: '18:00' }), inbound),
    ).toBe('inTime')
    expect(answer(captured({ kind: 'promise', what: '发漫游明细', dueDay: '周三', dueTime: null }), inbound)).toBe(
      'promise.dayMissing',
    )
    expect(answer(captured({ kind: 'promise', what: ' ', dueDay: '2026-11-25', dueTime: null }), inbound)).toBe(
      'capture.empty',
    )
  })

  test('who only wants to be heard is acknowledged, not answered [R-24]', () => {
    expect(answer(captured({ ...heard, answer: 'cannot' }), inbound)).toBe('expectation.onlyHeard')
    const change = (fields: object): Happening => ({
      type: 'captureChanged',
      capture: 'a',
      change: { kind: 'expectation', ...fields },
    })
    expect(answer(change({ answer: 'can' }), [...inbound, captured(heard)])).toBe('expectation.onlyHeard')
    expect(answer(change({ acknowledged: true }), [...inbound, captured(heard)])).toBe('inTime')
    expect(answer(change({ sort: 'factual', answer: 'can' }), [...inbound, captured(heard)])).toBe('inTime')
  })

  test.each<[string, Happening, Happening[]]>([
    ['run.notStarted', checks('diagnose.facts'), []],
    ['run.alreadyStarted', begins(), inbound],
    ['step.unknown', entersStep('dance'), inbound],
    ['step.unknown', checks('dance.tango'), inbound],
    ['check.unknown', checks('diagnose.tango'), inbound],
    ['skill.unknown', { type: 'skillMarked', step: 'diagnose', skill: 'tango', used: true }, inbound],
    ['capture.unknown', { type: 'captureRemoved', capture: 'a' }, inbound],
    ['capture.unknown', { type: 'captureChanged', capture: 'a', change: { kind: 'need', text: '提醒' } }, inbound],
    ['capture.known', captured(heard), [...inbound, captured(heard)]],
    [
      'capture.otherKind',
      { type: 'captureChanged', capture: 'a', change: { kind: 'need', text: '提醒' } },
      [...inbound, captured(heard)],
    ],
  ])('refuses with %s', (code, happening, before) => {
    expect(answer(happening, before)).toBe(code)
  })

  test('an event of another run is refused', () => {
    const admission = mayAppend(
      reduceRun(cycle, aRun(...inbound)),
      { ...eventAt(5, entersStep('diagnose')), runId: 'other' },
      cycle,
    )
    expect(!admission.ok && admission.error.code).toBe('run.another')
  })
})
