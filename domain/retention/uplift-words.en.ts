import type { Words } from '#domain/kernel/said.ts'
import type { UpliftFacts } from './uplift-facts.ts'

const count = (n: number, one: string): string => `${n} ${one}${n === 1 ? '' : 's'}`

export const upliftEn: Words<UpliftFacts> = {
  'uplift.rows_differ': (f) =>
    `There are ${count(f.customers, 'customer')}, ${count(f.contacted, 'mark')} of who was contacted and ${count(f.outcomes, 'outcome')}; there must be one of each a customer.`,
  'uplift.side_too_small': (f) =>
    `${count(f.contacted, 'customer')} contacted and ${f.heldOut} held out; each side needs at least ${f.least} to show whom contact helps.`,
  'uplift.outcome_too_rare': (f) =>
    `On the smaller side it ended well for ${f.well} and not well for ${f.notWell}; each needs at least ${f.least}. Wait for more outcomes.`,
  'uplift.no_columns': (f) =>
    `Nothing recorded tells the ${count(f.customers, 'customer')} apart, so it cannot be seen whom contact helps.`,
}
