import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aRun, begins, checks, entersStep, eventAt, holderChecked, thePlaybook } from '#test/playbook-run.ts'
import type { Happening, RunEvent } from './event.ts'
import { mayAppend } from './mayAppend.ts'
import { evidenceOf, missingChecks, nextStep, previousStep, standingOf } from './progress.ts'
import { reduceRun, stepsOf } from './run.ts'

const cycle = thePlaybook('service-cycle')
const care = thePlaybook('care-call')

const someHappening: fc.Arbitrary<Happening> = fc.oneof(
  fc.constantFrom(...cycle.steps.map(({ id }) => entersStep(id))),
  fc.constantFrom(
    ...cycle.steps.flatMap(({ id, checks: list }) =>
      list.flatMap((check) => [true, false].map((done) => checks(`${id}.${check.id}`, done))),
    ),
  ),
  fc.record({
    type: fc.constant('noted' as const),
    text: fc.constantFrom('短信没看到', '想压到三十以内', ''),
    replaces: fc.subarray(['event-0001', 'event-0002', 'event-0003', 'event-0004']),
  }),
  fc.record({
    type: fc.constant('captured' as const),
    capture: fc.constantFrom('a', 'b', 'c'),
    content: fc.constantFrom(
      { kind: 'need' as const, text: '境外上网提醒' },
      {
        kind: 'expectation' as const,
        text: '全退',
        sort: 'factual' as const,
        answer: null,
        offer: '',
        acknowledged: false,
      },
    ),
  }),
  fc.record({
    type: fc.constant('captureChanged' as const),
    capture: fc.constantFrom('a', 'b', 'c'),
    change: fc.constantFrom(
      { kind: 'need' as const, text: '提醒' },
      { kind: 'expectation' as const, offer: '补退日包差价' },
    ),
  }),
  fc.record({
    type: fc.constantFrom('captureRemoved' as const, 'captureRestored' as const),
    capture: fc.constantFrom('a', 'b'),
  }),
  fc.record({ type: fc.constant('ranked' as const), expectations: fc.shuffledSubarray(['a', 'b', 'c']) }),
  fc.constantFrom<Happening>(
    { type: 'finished', reason: '' },
    { type: 'reopened', reason: '补一条' },
    ...holderChecked,
  ),
)

const someRun = fc
  .array(someHappening, { maxLength: 25 })
  .map((list): RunEvent[] => [begins(), ...list].map((happening, index) => eventAt(index, happening)))

describe('a run is what its events say', () => {
  test('delivering events twice, in any order, gives the same state', () => {
    fc.assert(
      fc.property(
        someRun.chain((events) =>
          fc.tuple(fc.constant(events), fc.shuffledSubarray([...events, ...events], { minLength: events.length * 2 })),
        ),
        ([events, delivered]) => {
          expect(reduceRun(cycle, delivered)).toEqual(reduceRun(cycle, events))
        },
      ),
    )
  })

  test('an event known locally is the same event once the server has numbered it', () => {
    fc.assert(
      fc.property(someRun, fc.integer({ min: 1, max: 26 }), (events, from) => {
        const pending = events.map((event, index) => (index < from ? event : { ...event, sequence: null }))
        expect(reduceRun(cycle, [...events, ...pending])).toEqual(reduceRun(cycle, events))
        expect(reduceRun(cycle, pending)).toEqual(reduceRun(cycle, events))
      }),
    )
  })

  test('no event is lost: what does not count after the end is listed as late', () => {
    fc.assert(
      fc.property(someRun, (events) => {
        const state = reduceRun(cycle, events)
        const ends = events.findIndex(({ type }) => type === 'finished')
        const after = ends < 0 ? [] : events.slice(ends + 1)
        const reopened = after.findIndex(({ type }) => type === 'reopened')
        const late = reopened < 0 ? after : after.slice(0, reopened)
        expect(late.every(({ id }) => state.late.includes(id))).toBe(true)
      }),
    )
  })

  test('what is admitted in time counts, what is admitted late is marked', () => {
    fc.assert(
      fc.property(someRun, someHappening, (events, happening) => {
        const event = eventAt(50, happening)
        const admission = mayAppend(reduceRun(cycle, events), event, cycle)
        if (admission.ok)
          expect(reduceRun(cycle, [...events, event]).late.includes(event.id)).toBe(admission.value === 'late')
      }),
    )
  })

  test('two tabs at work at once meet in the same state, however their events interleave', () => {
    const [here, there] = [cycle.steps[0], cycle.steps[1]]
    const tab = (name: string, step: typeof here): fc.Arbitrary<Happening[]> =>
      fc.array(
        fc.oneof(
          fc.constantFrom(
            ...(step?.checks ?? []).flatMap(({ id }) => [
              checks(`${step?.id}.${id}`),
              checks(`${step?.id}.${id}`, false),
            ]),
          ),
          fc.constantFrom<Happening>(
            { type: 'captured', capture: name, content: { kind: 'need', text: '提醒' } },
            { type: 'captureChanged', capture: name, change: { kind: 'need', text: '境外提醒' } },
            { type: 'captureRemoved', capture: name },
            { type: 'noted', text: name, replaces: [] },
          ),
        ),
        { maxLength: 8 },
      )
    const interleaved = fc
      .tuple(tab('left', here), tab('right', there))
      .chain(([left, right]) =>
        fc.tuple(
          fc.constant(left),
          fc.constant(right),
          fc.shuffledSubarray(sidesOf(left, right), { minLength: left.length + right.length }),
        ),
      )
    fc.assert(
      fc.property(interleaved, ([left, right, sides]) => {
        expect(met(left, right, sides)).toEqual(met(left, right, sidesOf(left, right)))
      }),
    )
  })
})

const sidesOf = (left: Happening[], right: Happening[]): string[] => [
  ...left.map(() => 'left'),
  ...right.map(() => 'right'),
]

/** What the server ends with when two tabs' events reach it in the order of `sides`, each tab's own order kept. */
const met = (left: Happening[], right: Happening[], sides: string[]) => {
  const made = {
    left: left.map((happening, index) => ({ ...eventAt(index + 1, happening), id: `left-${index}` })),
    right: right.map((happening, index) => ({ ...eventAt(index + 1, happening), id: `right-${index}` })),
  }
  const arrived = sides.map((side) => (side === 'left' ? made.left : made.right).shift())
  const events = arrived.flatMap((event, index) => (event ? [{ ...event, sequence: index + 2 }] : []))
  const state = reduceRun(cycle, [eventAt(0, begins()), ...events])
  const byId = <T extends { id: string }>(items: readonly T[]): T[] => [...items].sort((a, b) => (a.id < b.id ? -1 : 1))
  return { checks: [...state.checks].sort(), captures: byId(state.captures), notes: byId(state.notes) }
}

describe('notes of two open tabs', () => {
  const start = eventAt(0, begins())
  const first = eventAt(1, { type: 'noted', text: '短信没看', replaces: [] })
  const left = eventAt(2, { type: 'noted', text: '短信没看，店里忙', replaces: [first.id] })
  const right = eventAt(3, { type: 'noted', text: '短信没看，儿子的号 59', replaces: [first.id] })
  const texts = (...events: RunEvent[]): string[] =>
    reduceRun(cycle, [start, first, ...events]).notes.map(({ text }) => text)

  test('a later text takes the place of the one it replaces', () => {
    expect(texts(left)).toEqual(['短信没看，店里忙'])
  })

  test('texts written over the same one both stay', () => {
    expect(texts(left, right)).toEqual(['短信没看，店里忙', '短信没看，儿子的号 59'])
  })

  test('a text that replaces both settles it', () => {
    const both = eventAt(4, { type: 'noted', text: '短信没看，店里忙；儿子的号 59', replaces: [left.id, right.id] })
    expect(texts(left, right, both)).toEqual(['短信没看，店里忙；儿子的号 59'])
  })

  test('a rewrite that overtakes what it rewrites still replaces it', () => {
    const overtaking = { ...eventAt(4, { type: 'noted', text: '终稿', replaces: [left.id] }), sequence: 1.5 }
    expect(texts(left, overtaking)).toEqual(['终稿'])
  })
})

describe('walking through the steps', () => {
  test('whoever rings us is on the line at once, at the first step of six [S-41]', () => {
    const state = reduceRun(cycle, aRun(begins()))
    expect(state.step).toBe('set-tone')
    expect(state.connectedAt).not.toBeNull()
    expect(stepsOf(cycle, state)).toHaveLength(6)
  })

  test('a call out begins with preparing, and goes to the opening words when someone picks up [S-26]', () => {
    const started = aRun(begins({ direction: 'outbound' }))
    expect(reduceRun(care, started).step).toBe('prepare')
    const state = reduceRun(care, aRun(begins({ direction: 'outbound' }), { type: 'connected' }))
    expect(state.step).toBe('open')
    expect(previousStep(care, state)?.id).toBe('prepare')
    expect(nextStep(care, state)?.id).toBe('convenience')
  })

  test('time is counted to the step it was spent in, over several visits', () => {
    const state = reduceRun(
      cycle,
      aRun(begins(), entersStep('diagnose'), entersStep('set-tone'), entersStep('diagnose')),
    )
    expect(state.spent).toEqual({ 'set-tone': 20_000, diagnose: 10_000 })
    expect(state.stepSince).toEqual(new Date('2026-11-23T02:00:30Z'))
  })

  test('a step done shows the skills used and the checks made [S-42]', () => {
    const used = (skill: string): Happening => ({ type: 'skillMarked', step: 'set-tone', skill, used: true })
    const state = reduceRun(cycle, aRun(begins(), used('willing'), used('empathy'), checks('set-tone.request-first')))
    const step = stepsOf(cycle, state)[0]
    expect(step && evidenceOf(step, state).map(({ zh }) => zh)).toEqual(['愿意帮', '体谅', '听完了来意'])
  })

  test('a branch passes over steps without asking to explain their checks; entering one again brings them back', () => {
    const called = [begins({ direction: 'outbound' }), { type: 'connected' } as const, entersStep('convenience')]
    const branched = reduceRun(care, aRun(...called, entersStep('close', 'busy-now')))
    expect(missingChecks(care, branched).map((name) => name.split('.')[0])).not.toContain('ask')
    const back = reduceRun(care, aRun(...called, entersStep('close', 'busy-now'), entersStep('ask')))
    expect(missingChecks(care, back)).toContain('ask.open-question')
  })
})

describe('what is written down', () => {
  const expectation = (capture: string, text: string): Happening => ({
    type: 'captured',
    capture,
    content: { kind: 'expectation', text, sort: 'factual', answer: null, offer: '', acknowledged: false },
  })

  test('expectations stand in the order the customer gives them, unranked ones last [R-05]', () => {
    const events = aRun(
      begins(),
      expectation('a', '148 元全退'),
      expectation('b', '说清楚'),
      expectation('c', '儿子的号 30 元内'),
      { type: 'ranked', expectations: ['b', 'a'] },
      { type: 'ranked', expectations: ['b', 'c'] },
    )
    expect(reduceRun(cycle, events).captures.map(({ id }) => id)).toEqual(['b', 'c', 'a'])
  })

  test('two corrections of different fields both hold', () => {
    const change = (fields: { answer: 'partly' } | { offer: string }): Happening => ({
      type: 'captureChanged',
      capture: 'a',
      change: { kind: 'expectation', ...fields },
    })
    const state = reduceRun(
      cycle,
      aRun(begins(), expectation('a', '全退'), change({ answer: 'partly' }), change({ offer: '退 98 元' })),
    )
    expect(state.captures[0]).toMatchObject({ text: '全退', answer: 'partly', offer: '退 98 元' })
  })

  test('what was captured offline and arrives after the end is kept and marked late', () => {
    const state = reduceRun(
      cycle,
      aRun(begins(), { type: 'finished', reason: '断线' }, expectation('a', '回个电话'), checks('agree.settled')),
    )
    expect(state.captures[0]).toMatchObject({ text: '回个电话', late: true })
    expect(state.checks).toEqual([])
    expect(state.late).toHaveLength(2)
  })

  test('a run reopened goes on where it was', () => {
    const state = reduceRun(
      cycle,
      aRun(
        begins(),
        { type: 'finished', reason: '' },
        { type: 'reopened', reason: '客户又来电' },
        checks('agree.settled'),
      ),
    )
    expect(state.finished).toBeNull()
    expect(state.checks).toEqual(['agree.settled'])
    expect(state.late).toEqual([])
  })
})

describe('what changes the mood and the matter', () => {
  test('a tense moment survives reload, and can be over', () => {
    const tense = (on: boolean): Happening => ({ type: 'tenseMarked', tense: on })
    expect(reduceRun(cycle, aRun(begins(), tense(true))).tense).toBe(true)
    expect(reduceRun(cycle, aRun(begins(), tense(true), tense(false))).tense).toBe(false)
  })

  test('facts looked up while talking fill the script; an empty one is taken back', () => {
    const noted = (text: string): Happening => ({ type: 'factNoted', fact: 'matter.amount', text })
    expect(reduceRun(cycle, aRun(begins(), noted(' 148 元 '))).matter).toEqual({ 'matter.amount': '148 元' })
    expect(reduceRun(cycle, aRun(begins(), noted('148 元'), noted(''))).matter).toEqual({})
  })
})

describe('what the contact shows by itself', () => {
  const call = thePlaybook('appointment-call')
  const at = { day: '2026-11-24', time: '10:00', minutes: 30, place: '店里' }
  const holder: Happening = { type: 'identified', role: 'holder', name: '' }
  const set: Happening = { type: 'appointmentSet', appointment: at }
  const done = (...happenings: Happening[]) =>
    reduceRun(call, aRun(begins({ direction: 'outbound' }), ...happenings)).checks

  test('is ticked without anybody ticking it', () => {
    expect(done()).toEqual([])
    expect(done({ type: 'aimSet', aim: { why: '对账单', gives: '省钱' } })).toEqual(['prepare.aim'])
    expect(done(holder)).toEqual(['open.right-person'])
    expect(done(holder, set)).toEqual(['open.right-person', 'when.two-times', 'when.agreed', 'after.calendar'])
  })

  test('is unticked when it is taken back, and stays as a hand left it meanwhile', () => {
    expect(done(set, { type: 'appointmentSet', appointment: null })).toEqual([])
    expect(done(holder, { type: 'identified', role: 'other', name: '' })).toEqual([])
    expect(done(holder, checks('open.right-person', false), set)).not.toContain('open.right-person')
  })

  test('does not make a step look begun', () => {
    const state = reduceRun(call, aRun(begins({ direction: 'outbound' }), holder, set))
    const last = call.steps.at(-1)
    expect(last && standingOf(call, last, state)).toEqual({ is: 'ahead' })
  })
})
