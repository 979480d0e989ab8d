import type { Fen } from '#domain/kernel/money.ts'
import type { KindRule, TierRules } from './rules.ts'

const tenThousand: Fen = 1_000_000

/** Postal key accounts of a city bureau, by yearly revenue: a template from a neighbour trade, to be edited. [K-29] */
export const postalClasses: KindRule = {
  by: 'amount',
  per: 'year',
  divideBy: 'twelve',
  minMonths: 1,
  bands: [
    { tier: 'special', from: 300 * tenThousand },
    { tier: 'provincial', from: 25 * tenThousand },
    { tier: '1', from: 7 * tenThousand },
    { tier: '2', from: 3 * tenThousand },
    { tier: '3', from: tenThousand },
    { tier: 'ordinary', from: 0 },
  ],
}

/** Card tiers by average monthly spend, about ¥300, ¥700 and ¥1,700; every province sets its own. [K-25] */
export const cardTiers: KindRule = {
  by: 'amount',
  per: 'month',
  divideBy: 'billed',
  minMonths: 3,
  bands: [
    { tier: 'diamond', from: 170_000 },
    { tier: 'gold', from: 70_000 },
    { tier: 'silver', from: 30_000 },
    { tier: 'ordinary', from: 0 },
  ],
}

/** What a new branch starts with: four tiers a kind, to be edited. */
export const startingRules: TierRules = {
  version: '2026-1',
  validFrom: '2026-01-01',
  kinds: {
    person: {
      by: 'amount',
      per: 'month',
      divideBy: 'billed',
      minMonths: 3,
      bands: [
        { tier: 'A', from: 76_000 },
        { tier: 'B', from: 30_000 },
        { tier: 'C', from: 12_000 },
        { tier: 'D', from: 0 },
      ],
    },
    group: {
      by: 'amount',
      per: 'year',
      divideBy: 'twelve',
      minMonths: 3,
      bands: [
        { tier: 'A', from: 10 * tenThousand },
        { tier: 'B', from: 5 * tenThousand },
        { tier: 'C', from: 2 * tenThousand },
        { tier: 'D', from: 0 },
      ],
    },
    outlet: {
      by: 'share',
      of: 'customers',
      per: 'year',
      divideBy: 'twelve',
      minMonths: 3,
      bands: [
        { tier: 'A', top: 0.1 },
        { tier: 'B', top: 0.3 },
        { tier: 'C', top: 0.6 },
        { tier: 'D', top: 1 },
      ],
    },
  },
}
