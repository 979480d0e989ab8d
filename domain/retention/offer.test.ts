import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Authority, spendingOf, usualAuthority } from './authority.ts'
import { type Offer, type OfferAsk, rankOffers } from './offer.ts'
import { LEAST_OFFERS, type PastOffer, staysByWay, successOf } from './offer-success.ts'

const offer = (id: string, more: Partial<Offer> = {}): Offer => ({
  id,
  name: { zh: id, en: id },
  way: 'bundle',
  kinds: ['person'],
  answers: [],
  cost: 10_000,
  benefit: 20_000,
  months: 12,
  addsTermMonths: 0,
  openTo: 'alike',
  from: '2026-01-01',
  until: null,
  campaign: 0,
  ...more,
})

const ask: OfferAsk = {
  kind: 'person',
  tier: 'A',
  sensitivity: 'price',
  needs: [
    { key: 'quality', words: '家里信号弱', on: '2026-11-20', rank: 2 },
    { key: 'price', words: '每个月太贵', on: '2026-11-20', rank: 1 },
  ],
  today: '2026-11-22',
  past: [],
}

const order = (offers: Offer[], more: Partial<OfferAsk> = {}): string[] =>
  rankOffers(offers, { ...ask, ...more }).map((each) => each.offer.id)

const past = (offerId: string, stayed: number, of: number, more: Partial<PastOffer> = {}): PastOffer[] =>
  Array.from({ length: of }, (_, i) => ({
    offerId,
    way: 'fit',
    kind: 'person',
    tier: 'A',
    sensitivity: 'price',
    stayed: i < stayed,
    ...more,
  }))

describe('what to offer', () => {
  test('begins with the need of today, whatever a campaign wants [R-10]', () => {
    const pushed = offer('pushed', { campaign: 9, way: 'fit', cost: 0 })
    const needed = offer('needed', { answers: ['price'], way: 'care' })
    const [first, second] = rankOffers([pushed, needed], ask)
    expect([first?.offer.id, second?.offer.id]).toEqual(['needed', 'pushed'])
    expect(first?.why[0]).toMatchObject({ code: 'offer.answersNeed', params: { words: '每个月太贵' } })
    expect(second?.why[0]?.code).toBe('offer.noNeed')
  })

  test('takes the customer’s first need before the second, then what fits the sensitivity [R-12]', () => {
    const offers = [offer('signal', { answers: ['quality'] }), offer('dear', { answers: ['price'] })]
    expect(order(offers)).toEqual(['dear', 'signal'])
    const plain = [
      offer('brand', { way: 'advantage' }),
      offer('plan', { way: 'fit' }),
      offer('better', { way: 'service' }),
    ]
    expect(order(plain)[0]).toBe('plan')
    expect(order(plain, { sensitivity: 'service' })[0]).toBe('better')
    expect(order(plain, { sensitivity: 'brand' })[0]).toBe('brand')
    expect(
      order(plain, { sensitivity: 'price', ways: { price: ['service'], service: [], safety: [], brand: [] } })[0],
    ).toBe('better')
  })

  test('leaves out other kinds, what is over, and what only leavers would get', () => {
    const offers = [
      offer('group', { kinds: ['group'] }),
      offer('over', { until: '2026-11-21' }),
      offer('later', { from: '2026-11-23' }),
      offer('leavers', { openTo: 'leaversOnly' }),
      offer('free'),
    ]
    expect(order(offers)).toEqual(['free'])
  })

  test('is the same list in whatever order the offers stand', () => {
    const one = fc.record({
      way: fc.constantFrom('fit', 'care', 'bundle'),
      answers: fc.subarray(['price', 'quality', 'other']),
      campaign: fc.integer({ min: 0, max: 3 }),
      cost: fc.integer({ min: 0, max: 3 }),
    })
    fc.assert(
      fc.property(fc.array(one, { maxLength: 8 }), fc.integer(), (some, turn) => {
        const offers = some.map((more, i) => offer(`o${i}`, more as Partial<Offer>))
        const turned = offers.map((_, i) => offers[(i + Math.abs(turn)) % offers.length] ?? offer(''))
        expect(order(turned)).toEqual(order(offers))
      }),
    )
  })
})

describe('how often an offer was followed by staying', () => {
  test('is told with its interval from customers alike, and not yet from few', () => {
    expect(successOf('a', past('a', 20, LEAST_OFFERS - 1), ask)).toMatchObject({ rate: null, of: 29 })
    const told = successOf('a', past('a', 20, LEAST_OFFERS), ask)
    expect(told).toMatchObject({ of: 30, stayed: 20, alike: true })
    expect(told.rate?.low).toBeCloseTo(0.4878, 4)
    expect(told.rate?.high).toBeCloseTo(0.8077, 4)
  })

  test('widens to customers less alike when too few are, and never counts who is still open', () => {
    const others = past('a', 10, 40, { sensitivity: 'brand', tier: 'B' })
    expect(successOf('a', [...past('a', 5, 5), ...others], ask)).toMatchObject({ of: 45, stayed: 15, alike: true })
    expect(successOf('a', past('a', 10, 40, { kind: 'outlet' }), ask)).toMatchObject({ of: 40, alike: false })
    const open = past('a', 0, 40).map((each) => ({ ...each, stayed: null }))
    expect(successOf('a', open, ask)).toMatchObject({ of: 0, rate: null })
  })

  test('stands way by way, without a share from few [R-08]', () => {
    const ways = staysByWay([...past('a', 30, 40), ...past('b', 3, 5, { way: 'care' })])
    expect(ways.map(({ way, of, rate }) => [way, of, rate?.value ?? null])).toEqual([
      ['advantage', 0, null],
      ['care', 5, null],
      ['bundle', 0, null],
      ['fit', 40, 0.75],
      ['addition', 0, null],
      ['service', 0, null],
    ])
  })

  test('ranks a good offer over a bad one, and an untried one between', () => {
    const offers = [offer('bad'), offer('new'), offer('good')]
    expect(order(offers, { past: [...past('bad', 6, 60), ...past('good', 54, 60)] })).toEqual(['good', 'new', 'bad'])
  })
})

describe('who decides about money [S-06][P-30]', () => {
  const limits: Authority = { perCase: 30_000, perMonth: 50_000 }

  test('the front line within both limits, else an approval with the limit that stopped it', () => {
    expect(spendingOf(30_000, limits, { inCase: 0, inMonth: 20_000 })).toMatchObject({
      by: 'own',
      said: { params: { left: 0 } },
    })
    expect(spendingOf(30_001, limits, { inCase: 0, inMonth: 0 }).said.code).toBe('authority.overCase')
    expect(spendingOf(1, limits, { inCase: 30_000, inMonth: 30_000 }).said.code).toBe('authority.overCase')
    expect(spendingOf(30_000, limits, { inCase: 0, inMonth: 20_001 }).said.code).toBe('authority.overMonth')
    expect(spendingOf(usualAuthority.perCase, usualAuthority, { inCase: 0, inMonth: 0 }).by).toBe('own')
    expect(spendingOf(0, { perCase: 0, perMonth: 0 }, { inCase: 0, inMonth: 0 }).by).toBe('own')
  })
})
