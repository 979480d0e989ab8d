import type { CustomerKind } from '#domain/customer/kind.ts'
import type { Words } from '#domain/kernel/said.ts'
import { yuan } from '#domain/kernel/wording.ts'
import type { TierFacts } from './explain.ts'
import type { TierRuleFacts } from './rules.ts'
import { share } from './shareText.ts'
import type { SnapshotFacts } from './snapshot.ts'
import type { TotalFacts } from './totals.ts'

const per = { year: ' a year', month: ' a month' }
const kinds: Record<CustomerKind, string> = { person: 'Persons', group: 'Groups', outlet: 'Outlets' }
const months = (n: number): string => (n === 1 ? '1 month' : `${n} months`)

export const portfolioEn: Words<TierFacts & TierRuleFacts & TotalFacts & SnapshotFacts> = {
  'tier.noBills': ({ from, to }) => `No bills from ${from} to ${to}, so no tier.`,
  'tier.tooNew': ({ months: have, needed }) => `Only ${months(have)} of bills so far; a tier is given after ${needed}.`,
  'tier.left': ({ paid, from, to }) => `No longer with us; paid ${yuan(paid)} from ${from} to ${to}.`,
  'tier.noRule': () => 'This kind of customer has no tiers.',
  'tier.sum': ({ paid, from, to, months: have }) =>
    `Paid ${yuan(paid)} from ${from} to ${to}, ${months(have)} with a bill.`,
  'tier.average': ({ value, months: over }) => `${yuan(value)} a month on average over ${months(over)}.`,
  'tier.amount': ({ tier, from, per: each }) => `Tier ${tier} starts at ${yuan(from)}${per[each]}, which is reached.`,
  'tier.floor': ({ tier, above, aboveFrom, per: each }) =>
    `Below ${yuan(aboveFrom)}${per[each]}, where tier ${above} starts, so tier ${tier}.`,
  'tier.topCustomers': ({ tier, top, rank, of, border, per: each }) =>
    `Tier ${tier} reaches down to the top ${share(top)} of customers; place ${rank} of ${of}${border === null ? '' : `, and the line this month is ${yuan(border)}${per[each]}`}.`,
  'tier.topRevenue': ({ tier, top, rank, of, border, per: each }) =>
    `Tier ${tier} reaches down to the customers who bring ${share(top)} of revenue; place ${rank} of ${of}${border === null ? '' : `, and the line this month is ${yuan(border)}${per[each]}`}.`,
  'tier.position': ({ top, rank, of }) => `Place ${rank} of ${of} customers of this kind, top ${share(top)}.`,
  'tier.next': ({ tier, missing, border, per: each }) =>
    `${yuan(missing)} short of tier ${tier}, which starts at ${yuan(border)}${per[each]}.`,
  'tier.rule': ({ version, validFrom }) => `By rules ${version}, in force since ${validFrom}.`,

  'rule.noVersion': () => 'Give this version of the rules a name.',
  'rule.badDay': ({ validFrom }) => `The day “${validFrom}” does not exist; write it like 2026-01-01.`,
  'rule.noKind': () => 'Give tiers to at least one kind of customer.',
  'rule.noBands': ({ kind }) => `${kinds[kind]} have no tiers yet; write at least one.`,
  'rule.badMinMonths': ({ kind, minMonths }) =>
    `${kinds[kind]}: the months needed for a tier must be 1 to 12, not ${minMonths}.`,
  'rule.unnamedTier': ({ kind, place }) => `${kinds[kind]}: tier number ${place} has no name.`,
  'rule.sameTierTwice': ({ kind, tier }) => `${kinds[kind]}: tier “${tier}” is written twice; keep one.`,
  'rule.badAmount': ({ kind, tier }) => `${kinds[kind]}: the amount of tier ${tier} must be whole fen, 0 or more.`,
  'rule.badShare': ({ kind, tier, top }) =>
    `${kinds[kind]}: the share of tier ${tier} is ${top}; it must be above 0 and at most 1.`,
  'rule.wrongOrder': ({ kind, tier, above }) =>
    `${kinds[kind]}: tier ${tier} comes after ${above}, so it must start lower.`,
  'rule.noFloor': ({ kind, tier }) =>
    `${kinds[kind]}: the lowest tier (${tier}) must take in everybody else: amount 0, or share 1.`,

  'standing.badMonth': ({ month }) => `“${month}” is not a month; write it like 2026-10.`,
  'standing.gap': ({ have, want }) =>
    `This month builds on ${want}, but the newest is ${have}; compute the months between first.`,
  'standing.stale': ({ month }) => `Bills of ${month} or before came late; recompute that month first.`,
  'standing.wrongMonth': ({ customerId, month, want }) =>
    `The bill of customer ${customerId} is for ${month}; only ${want} belongs here.`,
  'standing.unknownCustomer': ({ customerId }) =>
    `There are bills of customer ${customerId}, but no such customer; import the customer first.`,
  'standing.badAmount': ({ customerId, month }) =>
    `The amount of customer ${customerId} in ${month} is not whole fen; correct that row.`,

  'snapshot.noName': () => 'Give the list a name.',
  'snapshot.empty': ({ tiers }) => `No customer is in the chosen tiers (${tiers}); a list cannot be empty.`,
  'snapshot.badMonths': ({ from, to }) => `The base ${from} to ${to} must be 1 to 24 months, in order.`,
}
