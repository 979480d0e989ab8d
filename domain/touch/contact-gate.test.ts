import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sentence } from '#domain/kernel/said.ts'
import { type ContactAsk, mayContact, type Purpose, usualLimits } from './contact-gate.ts'
import { countsAsContact, outcomes, remedyOf, retryAfter } from './outcome.ts'
import { gateWords as en } from './words.en.ts'
import { gateWords as zh } from './words.zh.ts'

const zone = 'Asia/Shanghai'
const at = (text: string): Date => new Date(`${text.replace(' ', 'T')}:00+08:00`)

/** A customer who agreed to everything and has not been contacted, asked for on a Tuesday at ten. */
const anOpenCustomer = (more: Partial<ContactAsk> = {}): ContactAsk => ({
  now: at('2026-11-24 10:00'),
  timeZone: zone,
  purpose: 'care',
  channel: 'call',
  consent: { selling: true, survey: true },
  unwanted: [],
  doNotDisturb: null,
  past: [],
  ...more,
})

const codes = (ask: ContactAsk): string[] => {
  const answer = mayContact(ask)
  return answer.allowed ? [] : answer.reasons.map((reason) => reason.code)
}
const nextAt = (ask: ContactAsk): Date | null => {
  const answer = mayContact(ask)
  return answer.allowed ? ask.now : answer.nextAt
}

describe('the contact gate [R-30][P-35]', () => {
  test('a Tuesday morning is free', () => {
    expect(mayContact(anOpenCustomer())).toEqual({ allowed: true })
  })

  test.each<[string, Partial<ContactAsk>, string, string | null]>([
    ['Monday morning', { now: at('2026-11-23 10:00') }, 'gate.monday', '2026-11-23 14:00'],
    ['noon', { now: at('2026-11-24 12:30') }, 'gate.noon', '2026-11-24 14:00'],
    ['before nine', { now: at('2026-11-24 08:00') }, 'gate.early', '2026-11-24 09:00'],
    ['after nine in the evening', { now: at('2026-11-24 21:00') }, 'gate.late', '2026-11-25 09:00'],
    ['Sunday night before Monday', { now: at('2026-11-22 22:00') }, 'gate.late', '2026-11-23 14:00'],
    ['selling without consent', { purpose: 'selling', consent: {} }, 'gate.consent', null],
    ['selling refused', { purpose: 'selling', consent: { selling: false } }, 'gate.refused', null],
    ['an unwanted channel', { unwanted: ['call'] }, 'gate.channel', null],
    [
      'do not disturb with an end',
      { doNotDisturb: { from: '2026-11-01', until: '2026-11-30', service: false } },
      'gate.disturb',
      '2026-12-01 09:00',
    ],
    [
      'do not disturb for a year when no end was said',
      { doNotDisturb: { from: '2026-11-01', until: null, service: false } },
      'gate.disturb',
      '2027-11-02 09:00',
    ],
    [
      'a second offer within three months',
      { purpose: 'selling', past: [{ at: at('2026-11-01 10:00'), purpose: 'selling' }] },
      'gate.often',
      '2027-01-30 10:00',
    ],
    [
      'a third warning within a month',
      {
        purpose: 'warning',
        past: [
          { at: at('2026-11-10 15:00'), purpose: 'warning' },
          { at: at('2026-11-20 15:00'), purpose: 'warning' },
        ],
      },
      'gate.often',
      '2026-12-10 15:00',
    ],
    [
      'the contact of a campaign that holds the customer out',
      { withheld: [{ code: 'gate.heldOut', params: { campaign: '秋季留客', until: '2026-12-10' } }] },
      'gate.heldOut',
      '2026-12-10 09:00',
    ],
    [
      'contact that is shown to harm',
      { withheld: [{ code: 'gate.leaveBe', params: { campaign: '秋季留客', until: '2027-12-10' } }] },
      'gate.leaveBe',
      '2027-12-10 09:00',
    ],
    [
      'an offer after a long survey',
      { purpose: 'selling', past: [{ at: at('2026-09-01 10:00'), purpose: 'survey', long: true }] },
      'gate.survey',
      '2027-02-28 10:00',
    ],
  ])('%s waits', (_, more, code, next) => {
    const ask = anOpenCustomer(more)
    expect(codes(ask)).toEqual([code])
    expect(nextAt(ask)).toEqual(next === null ? null : at(next))
  })

  test('an ended do-not-disturb, an old offer and a short survey stand in no way', () => {
    const past = [
      { at: at('2026-08-01 10:00'), purpose: 'selling' as const },
      { at: at('2026-11-01 10:00'), purpose: 'survey' as const },
    ]
    const doNotDisturb = { from: '2026-10-01', until: '2026-11-23', service: true }
    expect(codes(anOpenCustomer({ purpose: 'selling', past, doNotDisturb }))).toEqual([])
  })

  test('a wish that begins later stands in no way before it, and is not run into by the next allowed time', () => {
    const doNotDisturb = { from: '2026-11-24', until: '2026-11-30', service: false }
    expect(codes(anOpenCustomer({ doNotDisturb, now: at('2026-11-23 15:00') }))).toEqual([])
    const evening = anOpenCustomer({ doNotDisturb, now: at('2026-11-23 21:30') })
    expect(codes(evening)).toEqual(['gate.late'])
    expect(nextAt(evening)).toEqual(at('2026-12-01 09:00'))
  })

  test('what the customer waits for passes where an offer would not', () => {
    const doNotDisturb = { from: '2026-11-01', until: null, service: false }
    expect(codes(anOpenCustomer({ purpose: 'service', doNotDisturb, now: at('2026-11-23 10:00') }))).toEqual([])
    expect(codes(anOpenCustomer({ purpose: 'service', doNotDisturb: { ...doNotDisturb, service: true } }))).toEqual([
      'gate.disturb',
    ])
  })

  test('what the customer asked for narrows the limits, and never widens them', () => {
    const own = { care: { most: 1, days: 30 }, selling: { most: 9, days: 90 } }
    const past = [
      { at: at('2026-11-10 10:00'), purpose: 'care' as const },
      { at: at('2026-11-01 10:00'), purpose: 'selling' as const },
    ]
    expect(codes(anOpenCustomer({ past }))).toEqual([])
    expect(codes(anOpenCustomer({ past, own }))).toEqual(['gate.often'])
    expect(nextAt(anOpenCustomer({ past, own }))).toEqual(at('2026-12-10 10:00'))
    expect(codes(anOpenCustomer({ past, own, purpose: 'selling' }))).toEqual(['gate.often'])
  })

  test('a time the customer named is theirs to choose', () => {
    expect(codes(anOpenCustomer({ now: at('2026-11-24 12:30'), agreedTime: true }))).toEqual([])
  })

  test('all reasons are told at once', () => {
    const ask = anOpenCustomer({ purpose: 'selling', consent: {}, unwanted: ['call'], now: at('2026-11-23 09:30') })
    expect(codes(ask)).toEqual(['gate.consent', 'gate.channel', 'gate.monday'])
  })

  test('the reason names the hour the refusal names: a Monday morning ends with the noon rest', () => {
    const answer = mayContact(anOpenCustomer({ now: at('2026-11-23 10:00') }))
    expect(answer).toMatchObject({
      reasons: [{ code: 'gate.monday', params: { from: 14 * 60 } }],
      nextAt: at('2026-11-23 14:00'),
    })
  })

  test('at the next allowed time the gate is open', () => {
    const purpose = fc.constantFrom<Purpose>('service', 'care', 'invitation', 'warning', 'selling', 'survey')
    const instant = fc
      .integer({ min: 0, max: 400 * 1440 })
      .map((n) => new Date(at('2026-01-01 00:00').getTime() + n * 60_000))
    const past = fc.array(fc.record({ at: instant, purpose, long: fc.boolean() }), { maxLength: 6 })
    const channel = fc.constantFrom('call' as const, 'message' as const, 'visit' as const)
    const wish = fc.option(
      fc.record({
        from: fc.constantFrom('2026-03-01', '2026-11-01', '2027-01-01'),
        until: fc.constantFrom(null, '2027-01-31'),
        service: fc.boolean(),
      }),
    )
    fc.assert(
      fc.property(instant, purpose, past, channel, wish, (now, purpose, past, channel, doNotDisturb) => {
        const ask = anOpenCustomer({
          now,
          purpose,
          past: past.filter((each) => each.at <= now),
          channel,
          doNotDisturb,
        })
        const next = nextAt(ask)
        if (next === null) throw new Error('nothing here is for ever')
        expect(next >= now).toBe(true)
        expect(mayContact({ ...ask, now: next })).toEqual({ allowed: true })
      }),
    )
  })

  test('every reason reads as a sentence in both languages', () => {
    const asks = [
      anOpenCustomer({ purpose: 'selling', consent: {}, unwanted: ['call'], now: at('2026-11-24 12:30') }),
      anOpenCustomer({ doNotDisturb: { from: '2026-11-01', until: '2026-11-30', service: false } }),
      anOpenCustomer({ purpose: 'selling', past: [{ at: at('2026-11-01 10:00'), purpose: 'selling' }] }),
    ]
    for (const ask of asks) {
      const answer = mayContact(ask)
      for (const reason of answer.allowed ? [] : answer.reasons) {
        expect(sentence(zh, reason)).toMatch(/。$/)
        expect(sentence(en, reason)).toMatch(/\.$/)
        expect(sentence(en, reason)).not.toMatch(/undefined|NaN/)
      }
    }
    expect(zh['gate.noon'](usualLimits.noon)).toBe('12:00–14:00 是午间休息时间。')
  })
})

describe('outbound outcomes', () => {
  test('only who picked up was contacted', () => {
    expect(outcomes.filter(countsAsContact)).toEqual(['reached', 'refused'])
    expect(remedyOf('empty_number')).toBe('correct_number')
    expect(remedyOf('busy')).toBeNull()
  })

  test.each<[(typeof outcomes)[number], number, string, string | null]>([
    ['busy', 1, '2026-11-24 10:00', '2026-11-24 10:30'],
    ['busy', 4, '2026-11-24 10:00', null],
    ['busy', 1, '2026-11-27 17:45', '2026-11-30 10:00'],
    ['no_answer', 1, '2026-11-24 10:00', '2026-11-24 15:00'],
    ['no_answer', 2, '2026-11-24 15:00', '2026-11-25 10:00'],
    ['no_answer', 3, '2026-11-25 10:00', null],
    ['off', 1, '2026-11-24 11:00', '2026-11-25 15:00'],
    ['off', 1, '2026-09-30 11:00', '2026-10-08 10:00'],
    ['refused', 1, '2026-11-24 10:00', null],
    ['wrong_person', 1, '2026-11-24 10:00', null],
    ['empty_number', 1, '2026-11-24 10:00', null],
    ['reached', 1, '2026-11-24 10:00', null],
  ])('%s, try %i at %s: again %s', (outcome, attempts, now, next) => {
    expect(retryAfter(outcome, attempts, at(now), zone)).toEqual(next === null ? null : at(next))
  })
})
