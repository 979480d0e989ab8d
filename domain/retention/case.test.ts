import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  aPlanThatFits,
  dispatched,
  happens,
  hoursLater,
  opened,
  stops,
  talkedOfStaying,
  tooDear,
  understoodCase,
  walked,
} from '#test/retention-case.ts'
import { linesOwed, reduceCase, spentIn } from './case.ts'
import type { CaseEvent } from './case-event.ts'
import { stageOf } from './case-state.ts'

const offered = (at = hoursLater(1), offer = aPlanThatFits, offering = 'o1', actor = 'lin'): CaseEvent =>
  happens({ type: 'offered', offering, offer }, at, actor)
const replied = (reply: 'accepted' | 'declined' | 'thinking', at = hoursLater(1), offering = 'o1'): CaseEvent =>
  happens({ type: 'replied', offering, reply, words: '好' }, at)
const agreed = (at = hoursLater(2)): CaseEvent => happens({ type: 'agreed', wording: '换成 59 元', promises: [] }, at)
const noted = (at = hoursLater(3)): CaseEvent =>
  happens({ type: 'spendNoted', offering: 'o1', line: '换套餐补差价' }, at)
const ended = (outcome: 'stayed' | 'left' = 'stayed', at = hoursLater(240)): CaseEvent =>
  happens({ type: 'ended', outcome, on: '2026-12-03', ...(outcome === 'left' ? { way: 'ported' as const } : {}) }, at)
const followedUp = (holds = true, at = hoursLater(500)): CaseEvent =>
  happens({ type: 'followedUp', holds, words: '用着合适' }, at)
const learnt = (at = hoursLater(510)): CaseEvent =>
  happens({ type: 'learnt', lesson: '套餐要按用量提前看', reason: 'price', propose: true }, at)

/** One leaving customer kept: from the signal to what was learnt. */
const kept = (): CaseEvent[] => [
  ...understoodCase(),
  offered(),
  replied('accepted'),
  agreed(),
  noted(),
  ended(),
  followedUp(),
  learnt(),
]

describe('a retention case', () => {
  test('walks from the signal to what was learnt, column by column [R-14]', () => {
    const story = kept()
    const columns = story.map((_, i) => stageOf(reduceCase(story.slice(0, i + 1))))
    expect([...new Set(columns)]).toEqual([
      'signalled',
      'dispatched',
      'understanding',
      'offering',
      'settled',
      'following',
      'learning',
      'closed',
    ])
    const state = walked(story)
    expect(state.offerings[0]).toMatchObject({ standing: 'accepted', approvedBy: null, line: '换套餐补差价' })
    expect(spentIn(state, 'lin')).toBe(20_000)
  })

  test('lets another go well: the way out shown, nothing offered, nothing held back [R-09]', () => {
    const asked = [opened(), dispatched(), happens({ type: 'wayOutAsked' }, hoursLater(0.5))]
    const goodbye = happens({ type: 'letGo', why: 'decided', words: '下月搬去外省' }, hoursLater(2))
    expect(stops(asked, goodbye)).toEqual(['guard.showWayOut'])
    expect(stops(asked, talkedOfStaying(hoursLater(1)))).toEqual(['guard.showWayOut'])
    const shown = [...asked, happens({ type: 'wayOutShown', how: 'sent' }, hoursLater(0.6)), goodbye]
    const state = walked([...shown, ended('left'), followedUp(true), learnt()])
    expect(state.settled).toMatchObject({ how: 'letGo', why: 'decided' })
    expect(stageOf(state)).toBe('closed')
  })

  test('is the same in whatever order its events come, and however often', () => {
    const story = kept()
    const whole = reduceCase(story)
    fc.assert(
      fc.property(fc.shuffledSubarray(story, { minLength: story.length }), fc.subarray(story), (mixed, again) => {
        expect(reduceCase([...mixed, ...again])).toEqual(whole)
      }),
    )
  })

  test('never adds what was refused, and no walk gives more than the front line may', () => {
    const next = fc.record({
      kind: fc.constantFrom(
        'talk',
        'reasons',
        'offer',
        'accept',
        'decline',
        'agree',
        'letGo',
        'reset',
        'end',
        'follow',
        'learn',
        'ask',
        'request',
      ),
      cost: fc.integer({ min: 0, max: 40_000 }),
    })
    fc.assert(
      fc.property(fc.array(next, { maxLength: 25 }), (steps) => {
        const story: CaseEvent[] = [opened(), dispatched()]
        steps.forEach(({ kind, cost }, i) => {
          const at = hoursLater(i + 1)
          const offering = `o${i}`
          const event: CaseEvent = {
            talk: () => talkedOfStaying(at),
            reasons: () => tooDear(at),
            offer: () => offered(at, { ...aPlanThatFits, cost }, offering),
            accept: () => replied('accepted', at, `o${i - 1}`),
            decline: () => replied('declined', at, `o${i - 1}`),
            agree: () => agreed(at),
            letGo: () => happens({ type: 'letGo', why: 'decided', words: '好' }, at),
            reset: () => happens({ type: 'reset', wording: '先说清做不到的' }, at),
            end: () => ended('stayed', at),
            follow: () => followedUp(true, at),
            learn: () => learnt(at),
            ask: () => happens({ type: 'wayOutAsked' }, at),
            request: () => happens({ type: 'leaveRequested', on: '2026-11-23' }, at),
          }[kind]()
          if (stops(story, event).length === 0) story.push(event)
        })
        const state = reduceCase(story)
        const requested = story.findIndex(({ type }) => type === 'leaveRequested')
        expect(spentIn(state, 'lin')).toBeLessThanOrEqual(30_000)
        expect(state.talks.length).toBeLessThanOrEqual(2)
        if (requested !== -1)
          expect(story.slice(requested).filter(({ type }) => type === 'offered' || type === 'talked')).toEqual([])
      }),
    )
  })

  test('understands before it offers, and reaches before it understands [R-05]', () => {
    const start = [opened(), dispatched()]
    expect(stops(start, offered())).toEqual(['case.reachFirst'])
    expect(stops(start, tooDear())).toEqual(['case.reachFirst'])
    const unreached = [...start, talkedOfStaying(hoursLater(1), false)]
    expect(stops(unreached, offered())).toEqual(['case.reachFirst'])
    const supposed = happens({ type: 'reasonsNoted', reasons: [{ reason: 'price', voice: 'model', words: '' }] })
    expect(stops([...start, talkedOfStaying(hoursLater(1)), supposed], offered())).toEqual(['case.reasonsFirst'])
    expect(stops([opened()], talkedOfStaying(hoursLater(1)))).toEqual(['case.noOwner'])
  })

  test('agrees only when every expectation taken up has its answer; else it resets and goes round again [R-05]', () => {
    const story = [...understoodCase(), happens({ type: 'expectationTaken', expectation: 'x1' }, hoursLater(1))]
    expect(stops(story, agreed())).toEqual(['case.expectationsOpen'])
    expect(stops(story, agreed(), { board: [{ id: 'x1', settled: false }] })).toEqual(['case.expectationsOpen'])
    expect(stops(story, agreed(), { board: [{ id: 'x1', settled: true }] })).toEqual([])
    const again = reduceCase([...story, happens({ type: 'reset', wording: '减免做不到，可以换套餐' }, hoursLater(2))])
    expect([again.round, stageOf(again)]).toEqual([2, 'offering'])
    expect(stops([...story, offered()], agreed(), { board: [{ id: 'x1', settled: true }] })).toEqual([
      'case.offeringOpen',
    ])
  })

  test('hands over without buying time, and is reopened with its whole story', () => {
    const story = [
      opened(),
      dispatched(),
      happens({ type: 'handedOver', to: 'fang', why: '客户在城西' }, hoursLater(1)),
    ]
    const state = walked(story)
    expect(state).toMatchObject({ ownerId: 'fang', hadBy: ['lin'], dueAt: hoursLater(4) })
    expect(stops(story, happens({ type: 'handedOver', to: 'fang', why: '再转' }))).toEqual(['case.sameOwner'])
    expect(stops(story, happens({ type: 'handedOver', to: 'ma', why: ' ' }))).toEqual(['case.wordsMissing'])
    const back = happens({ type: 'reopened', by: 'customer', why: '客户又来问' }, hoursLater(600))
    const gone = [opened(), dispatched(), happens({ type: 'letGo', why: 'decided', words: '要走了' }, hoursLater(1))]
    expect(stops(gone, back)).toEqual([])
    expect(stops(gone, happens({ type: 'reopened', by: 'signal', why: '分数高' }))).toEqual(['case.notClosed'])
    expect(stops(kept().slice(0, -1), back)).toEqual(['case.notClosed'])
    const reopened = walked([...kept(), back])
    expect([stageOf(reopened), reopened.round, reopened.offerings.length]).toEqual(['dispatched', 2, 1])
    expect(stops(kept(), talkedOfStaying(hoursLater(700)))).toEqual(['case.closed'])
  })

  test('is called off only before anybody has spoken', () => {
    const off = happens({ type: 'calledOff', why: '账单导错了' }, hoursLater(2))
    expect(stageOf(walked([opened(), dispatched(), off]))).toBe('closed')
    expect(stops(understoodCase(), off)).toEqual(['case.talkedAlready'])
  })
})

describe('money', () => {
  test('within the limit is given at once and owes one line, without which the case does not close [S-06][P-30]', () => {
    const story = [...understoodCase(), offered(), replied('accepted'), agreed(), ended(), followedUp()]
    expect(linesOwed(reduceCase(story))).toHaveLength(1)
    expect(stops(story, learnt())).toEqual(['case.lineFirst'])
    expect(stops([...story, noted()], learnt())).toEqual([])
    expect(linesOwed(reduceCase([...understoodCase(), offered(), replied('declined')]))).toEqual([])
  })

  test('beyond it asks somebody else, who gives no more than their own limit [P-30]', () => {
    const dear = { ...aPlanThatFits, cost: 50_000 }
    expect(stops(understoodCase(), offered(hoursLater(1), dear))).toEqual(['authority.overCase'])
    expect(stops(understoodCase(), offered(), { spentThisMonth: 90_000 })).toEqual(['authority.overMonth'])
    const asked = [
      ...understoodCase(),
      happens({ type: 'approvalAsked', offering: 'o1', offer: dear, why: '老客户，用量大' }, hoursLater(1)),
    ]
    const yes = (actor: string): CaseEvent => happens({ type: 'approvalGiven', offering: 'o1' }, hoursLater(2), actor)
    const lead = { authority: { perCase: 100_000, perMonth: 500_000 } }
    expect(stops(asked, yes('lin'), lead)).toEqual(['case.ownApproval'])
    expect(stops(asked, yes('gu'))).toEqual(['case.overApprover'])
    expect(stops(asked, yes('gu'), lead)).toEqual([])
    const approved = [...asked, yes('gu')]
    expect(stops(approved, yes('ji'), lead)).toEqual(['case.approvalDecided'])
    expect(stops(approved, offered(hoursLater(3), dear))).toEqual([])
    expect(stops(approved, offered(hoursLater(3), { ...dear, cost: 60_000 }))).toEqual(['case.offerNotAsApproved'])
    const given = reduceCase([...approved, offered(hoursLater(3), dear)])
    expect([spentIn(given, 'lin'), spentIn(given, 'gu'), linesOwed(given).length]).toEqual([0, 50_000, 0])
    const not = happens({ type: 'approvalRefused', offering: 'o1', why: '先看用量' }, hoursLater(2), 'gu')
    expect(stops([...asked, not], offered(hoursLater(3), dear))).toEqual(['case.offeringRefused'])
  })
})

describe('the guard within a case', () => {
  test('stops the third talk, the third offer in a talk and the talk after a no [R-09]', () => {
    const two = [...understoodCase(), talkedOfStaying(hoursLater(30))]
    expect(stops(two, talkedOfStaying(hoursLater(60)))).toEqual(['guard.attemptsUsed'])
    expect(
      stops(two, happens({ type: 'talked', touch: null, direction: 'inbound', reached: true, about: 'staying' })),
    ).toEqual([])
    expect(
      stops(understoodCase(), talkedOfStaying(hoursLater(30)), {
        earlier: { attempts: [hoursLater(-24)], declinedAt: null, letGoAt: null },
      }),
    ).toEqual(['guard.attemptsUsed'])
    const free = { ...aPlanThatFits, cost: 0 }
    const offers = [...understoodCase(), offered(hoursLater(1), free, 'o1'), offered(hoursLater(1), free, 'o2')]
    expect(stops(offers, offered(hoursLater(1), free, 'o3'))).toEqual(['guard.offersPerTalk'])
    const no = [...understoodCase(), offered(), replied('declined')]
    expect(stops(no, talkedOfStaying(hoursLater(48)))).toEqual(['guard.restAfterNo'])
  })

  test('persuades nobody who has applied to leave, by our rule and by law, until they take it back [R-22]', () => {
    const gone = [...understoodCase(), happens({ type: 'leaveRequested', on: '2026-11-23' }, hoursLater(2))]
    expect(stops(gone, offered(hoursLater(3)))).toEqual(['guard.leaveRequested', 'law.interfere'])
    expect(stops(gone, talkedOfStaying(hoursLater(3)), { laws: [] })).toEqual(['guard.leaveRequested'])
    const help = happens(
      { type: 'talked', touch: null, direction: 'outbound', reached: true, about: 'helping' },
      hoursLater(3),
    )
    expect(stops(gone, help)).toEqual([])
    const back = happens({ type: 'leaveWithdrawn', words: '先不转了' }, hoursLater(4))
    expect(stops([...gone, back], offered(hoursLater(5)))).toEqual([])
    expect(stops(understoodCase(), back)).toEqual(['case.noRequest'])
  })

  test('lets no offer only for leavers pass, and no term nobody agreed to [R-22]', () => {
    expect(stops(understoodCase(), offered(hoursLater(1), { ...aPlanThatFits, openTo: 'leaversOnly' }))).toEqual([
      'law.special',
    ])
    expect(stops(understoodCase(), offered(hoursLater(1), { ...aPlanThatFits, addsTermMonths: 24 }))).toEqual([
      'law.bindTerm',
    ])
    expect(
      stops(understoodCase(), offered(hoursLater(1), { ...aPlanThatFits, addsTermMonths: 24, termAgreed: true })),
    ).toEqual([])
  })
})
