import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addMonths } from '#domain/kernel/day.ts'
import { cardTiers, startingRules } from './presets.ts'
import { type KindRule, type TierRules } from './rules.ts'
import { atStake, fullStanding, type MonthInput, nextStanding, type StandingMonth } from './standing.ts'
import { aCustomerWhoPaid, aNewcomer, aSilentCustomer, aSteadyShopOwner, personRules } from './stories.ts'
import { type KnownCustomer, type Paid, staleMonths } from './totals.ts'

const must = (result: ReturnType<typeof fullStanding>): StandingMonth => {
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

const kinds = ['person', 'group', 'outlet'] as const
const known: KnownCustomer[] = Array.from({ length: 9 }, (_, i) => ({
  customerId: `c${i}`,
  kind: kinds[i % 3] ?? 'person',
  present: true,
}))

const anyBills = fc.array(
  fc.record({
    customerId: fc.integer({ min: 0, max: 8 }).map((i) => `c${i}`),
    month: fc.integer({ min: 0, max: 17 }).map((n) => addMonths('2025-01', n)),
    paid: fc.oneof(fc.integer({ min: -5000, max: 200_000 }), fc.constant(0), fc.constant(50_000)),
  }),
  { maxLength: 120 },
)

const byRevenue: TierRules = personRules({
  by: 'share',
  of: 'revenue',
  per: 'year',
  divideBy: 'twelve',
  minMonths: 1,
  bands: [
    { tier: 'A', top: 0.5 },
    { tier: 'B', top: 1 },
  ],
})

describe('monthly standing', () => {
  test('built month by month it is the same as from all bills, also when customers leave and come back', () => {
    fc.assert(
      fc.property(
        anyBills,
        fc.array(fc.array(fc.boolean(), { minLength: 9, maxLength: 9 }), { minLength: 6, maxLength: 6 }),
        fc.constantFrom(startingRules, byRevenue),
        (bills: Paid[], presence, rules) => {
          const input = (n: number): MonthInput => ({
            branchId: 1,
            month: addMonths('2025-12', n),
            rules,
            customers: known.map((each, i) => ({ ...each, present: presence[n - 1]?.[i] ?? true })),
          })
          let standing = must(fullStanding(input(0), bills))
          for (let n = 1; n <= 6; n++) {
            const { month } = input(n)
            const of = (wanted: string): Paid[] => bills.filter((bill) => bill.month === wanted)
            standing = must(nextStanding(input(n), standing, of(month), of(addMonths(month, -12))))
            expect(standing).toEqual(must(fullStanding(input(n), bills)))
          }
        },
      ),
      { numRuns: 150 },
    )
  })

  test('ranks are a total order within a kind, whatever the order of the input', () => {
    fc.assert(
      fc.property(anyBills, fc.nat(), (bills, turn) => {
        const input = { branchId: 1, month: '2026-02', rules: startingRules }
        const turned = known.map((_, i) => known[(i + turn) % known.length] ?? known[0]).filter((each) => !!each)
        const one = must(fullStanding({ ...input, customers: known }, bills))
        const two = must(fullStanding({ ...input, customers: turned }, [...bills].reverse()))
        const byId = (s: StandingMonth): unknown[] =>
          [...s.rows].sort((a, b) => a.customerId.localeCompare(b.customerId))
        expect(byId(two)).toEqual(byId(one))
        for (const kind of kinds) {
          const ranked = one.rows.filter((row) => row.kind === kind && row.rank !== null)
          const ranks = ranked.map(({ rank }) => rank).sort((a, b) => (a ?? 0) - (b ?? 0))
          expect(ranks).toEqual(ranked.map((_, i) => i + 1))
        }
      }),
    )
  })

  test('who pays more never has a lower tier, and equals have the same', () => {
    fc.assert(
      fc.property(anyBills, fc.constantFrom(startingRules, byRevenue), (bills, rules) => {
        const { rows } = must(fullStanding({ branchId: 1, month: '2026-02', rules, customers: known }, bills))
        for (const a of rows)
          for (const b of rows) {
            if (a.kind !== b.kind || a.tier === null || b.tier === null || a.value === null || b.value === null)
              continue
            if (a.value > b.value) expect(a.tier <= b.tier).toBe(true)
            if (a.paid12 === b.paid12 && a.months === b.months) expect([a.tier, a.top]).toEqual([b.tier, b.top])
          }
      }),
    )
  })

  test('no bills, too new, gone: no tier, and the state says why', () => {
    const month = '2026-10'
    const people = [aSteadyShopOwner(month), aNewcomer(month), aSilentCustomer(month)]
    const gone = aCustomerWhoPaid('gone', month, [80_000, 80_000, 80_000, null])
    const customers = [...people.map(({ customer }) => customer), { ...gone.customer, present: false }]
    const bills = [...people, gone].flatMap((each) => each.bills)
    const { rows } = must(fullStanding({ branchId: 1, month, rules: startingRules, customers }, bills))
    expect(rows.map(({ state, tier, rank }) => [state, tier, rank])).toEqual([
      ['ranked', 'A', 1],
      ['tooNew', null, null],
      ['noBills', null, null],
      ['left', null, null],
    ])
  })

  test('a border that a share would draw through equals takes them all in', () => {
    const rule: KindRule = {
      by: 'share',
      of: 'customers',
      per: 'year',
      divideBy: 'twelve',
      minMonths: 1,
      bands: [
        { tier: 'A', top: 0.25 },
        { tier: 'B', top: 0.5 },
        { tier: 'C', top: 1 },
      ],
    }
    const month = '2026-10'
    const all = [900, 500, 500, 500, 100, 100, 50, 10].map((paid, i) => aCustomerWhoPaid(`c${i}`, month, [paid]))
    const standing = must(
      fullStanding(
        { branchId: 1, month, rules: personRules(rule), customers: all.map(({ customer }) => customer) },
        all.flatMap(({ bills }) => bills),
      ),
    )
    expect(standing.rows.map(({ tier }) => tier).join('')).toBe('AAAACCCC')
    expect(standing.borders.map(({ from }) => from)).toEqual([500, null, 10])
    expect(standing.rows.map(({ top }) => top)).toEqual([0.125, 0.5, 0.5, 0.5, 0.75, 0.75, 0.875, 1])
  })

  test('a late bill makes twelve months stale, no further than there are standings', () => {
    expect(staleMonths('2026-08', '2026-10')).toEqual(['2026-08', '2026-09', '2026-10'])
    expect(staleMonths('2024-01', '2026-10')).toHaveLength(12)
    expect(staleMonths('2026-11', '2026-10')).toEqual([])
  })

  test('gaps, stale months, strangers and broken amounts are refused', () => {
    const rules = personRules(cardTiers)
    const customers = [{ customerId: 'c0', kind: 'person' as const, present: true }]
    const input = { branchId: 1, month: '2026-10', rules, customers }
    const bill = (over: Partial<Paid>): Paid[] => [{ customerId: 'c0', month: '2026-10', paid: 1, ...over }]
    const september = must(fullStanding({ ...input, month: '2026-09' }, []))
    const august = must(fullStanding({ ...input, month: '2026-08' }, []))
    const refusal = (result: ReturnType<typeof fullStanding>): string => (result.ok ? 'ok' : result.error.code)
    expect(refusal(nextStanding(input, august, [], []))).toBe('standing.gap')
    expect(refusal(nextStanding(input, { ...september, stale: true }, [], []))).toBe('standing.stale')
    expect(refusal(nextStanding(input, september, bill({ month: '2026-09' }), []))).toBe('standing.wrongMonth')
    expect(refusal(nextStanding(input, september, bill({ customerId: 'who' }), []))).toBe('standing.unknownCustomer')
    expect(refusal(nextStanding(input, september, bill({ paid: 0.5 }), []))).toBe('standing.badAmount')
    expect(refusal(fullStanding(input, bill({ customerId: 'who' })))).toBe('standing.unknownCustomer')
    expect(refusal(fullStanding({ ...input, month: '2026-13' }, []))).toBe('standing.badMonth')
    const october = must(nextStanding(input, september, bill({}), []))
    expect(refusal(nextStanding({ ...input, month: '2026-11', customers: [] }, october, [], []))).toBe(
      'standing.unknownCustomer',
    )
  })

  test('money at stake is yearly money times the chance of leaving', () => {
    expect(atStake({ paid12: 1_164_000, risk: 0.38 })).toBe(442_320)
    expect(atStake({ paid12: -50, risk: 1 })).toBe(0)
    expect(atStake({ paid12: 100, risk: null })).toBeNull()
  })
})
