import type { Said } from '#domain/kernel/said.ts'
import type { ListedCustomer, OccasionKind } from './occasion.ts'

/** How the list is ranked and how long things take: a branch may change every number. */
export type RankRules = {
  version: string
  /** For an obligation; more than all other parts together, checked by `problemsOfRank`. */
  obligation: number
  /** For anything due today or late, and how much less for each day ahead. */
  dueToday: number
  lessPerDay: number
  /** Points for ten times more money at stake, from ¥100 up, and the most they may come to. */
  perTenfold: number
  stakeMost: number
  /** For a certain loss of a customer whose money is unknown; less by the chance. Stands where the money would. */
  chanceMost: number
  /** The most a contact that is long overdue by its cadence may get. */
  cadenceMost: number
  /** For each further reason of the same customer, and the most. */
  alsoEach: number
  alsoMost: number
  kinds: Readonly<Record<OccasionKind, OccasionRule>>
}

/** `lead`: how many days before it is due it enters the list. `minutes` by kind of customer. `fixed`: worth nothing on another day. */
export type OccasionRule = {
  points: number
  lead: number
  minutes: Readonly<Record<ListedCustomer['kind'], number>>
  fixed: boolean
}

const rule = (points: number, lead: number, call: number, visit: number, fixed = false): OccasionRule => ({
  points,
  lead,
  minutes: { person: call, group: visit, outlet: visit },
  fixed,
})

export const startingRank: RankRules = {
  version: '2026-1',
  obligation: 2000,
  dueToday: 200,
  lessPerDay: 20,
  perTenfold: 60,
  stakeMost: 300,
  chanceMost: 100,
  cadenceMost: 150,
  alsoEach: 20,
  alsoMost: 60,
  kinds: {
    promise: rule(0, 1, 12, 20),
    callback: rule(0, 1, 12, 15),
    appointment: rule(0, 0, 30, 45),
    untold: rule(0, 30, 4, 4),
    complaint: rule(0, 3, 20, 30),
    complaintNext: rule(0, 3, 12, 20),
    request: rule(0, 3, 12, 20),
    feeling: rule(240, 3, 8, 10),
    expectation: rule(250, 7, 15, 30),
    newCustomer: rule(220, 3, 15, 40),
    unbound: rule(240, 3, 5, 5),
    welcome: rule(210, 7, 12, 30),
    retention: rule(260, 1, 15, 30),
    escalated: rule(260, 3, 10, 15),
    approval: rule(240, 2, 5, 5),
    handover: rule(220, 3, 10, 25),
    task: rule(200, 3, 10, 20),
    porting: rule(250, 3, 15, 25),
    risk: rule(180, 7, 15, 25),
    contract: rule(180, 30, 12, 30),
    billJump: rule(200, 7, 10, 15),
    faultUntold: rule(220, 7, 6, 10),
    tierUp: rule(60, 14, 12, 20),
    tierDown: rule(120, 14, 12, 20),
    birthday: rule(140, 1, 6, 8, true),
    festival: rule(60, 2, 4, 6, true),
    points: rule(110, 14, 6, 8),
    market: rule(200, 1, 10, 15, true),
    cadence: rule(60, 7, 10, 20),
  },
}

/** The most anything that is not an obligation can come to. */
export const mostOf = (rules: RankRules): number =>
  Math.max(...Object.values(rules.kinds).map(({ points }) => points)) +
  rules.dueToday +
  Math.max(rules.stakeMost, rules.chanceMost) +
  rules.cadenceMost +
  rules.alsoMost

export type RankRuleFacts = {
  'rank.notANumber': { field: string }
  'rank.obligationTooLow': { obligation: number; least: number }
}

/** What is wrong with changed numbers; empty means usable. */
export const problemsOfRank = (rules: RankRules): Said<RankRuleFacts>[] => {
  const numbers: [string, number][] = [
    ...Object.entries(rules).filter((entry): entry is [string, number] => typeof entry[1] === 'number'),
    ...Object.entries(rules.kinds).flatMap(([kind, each]): [string, number][] => [
      [`${kind}.points`, each.points],
      [`${kind}.lead`, each.lead],
      ...Object.entries(each.minutes).map(([who, minutes]): [string, number] => [`${kind}.minutes.${who}`, minutes]),
    ]),
  ]
  const problems: Said<RankRuleFacts>[] = numbers
    .filter(([, value]) => !(Number.isFinite(value) && value >= 0))
    .map(([field]) => ({ code: 'rank.notANumber', params: { field } }))
  const least = mostOf(rules) + 1
  return rules.obligation >= least
    ? problems
    : [...problems, { code: 'rank.obligationTooLow', params: { obligation: rules.obligation, least } }]
}
