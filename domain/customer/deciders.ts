import { type Day, daysBetween } from '#domain/kernel/day.ts'
import type { Said } from '#domain/kernel/said.ts'

/** Who takes part in a group's decision [K-20], in the order a purchase passes them. */
export const decisionRoles = ['initiator', 'evaluator', 'gatekeeper', 'purchaser', 'decider'] as const
export type DecisionRole = (typeof decisionRoles)[number]

export type InRole = { name: string; addressForm: string | null; role: DecisionRole | null; lastMetOn: Day | null }

export type DeciderFacts = {
  'decider.unknown': Record<string, never>
  'decider.never_met': { called: string }
  'decider.not_met': { called: string; days: number; tier: string; within: number }
}

/** Within how many days a group's decider should be met in person, by tier; a tier not named asks for nothing. */
export const meetDeciderWithin: Readonly<Record<string, number>> = { A: 45, B: 60, C: 90, D: 180 }

/** The people of each role, those met most recently first; a role nobody is known for is empty. */
export const byRole = <P extends InRole>(people: readonly P[]): { role: DecisionRole; people: P[] }[] =>
  decisionRoles.map((role) => ({
    role,
    people: people
      .filter((person) => person.role === role)
      .toSorted((a, b) => ((a.lastMetOn ?? '') < (b.lastMetOn ?? '') ? 1 : -1)),
  }))

/**
 * What is to be done about a group's decider [K-20]: find out who it is, meet them a first time, or meet them again because the
 * tier's interval is over. Null while all is well, and for a group without a tier once the decider was met.
 */
export const deciderWarning = (
  people: readonly InRole[],
  tier: string | null,
  today: Day,
  within: Readonly<Record<string, number>> = meetDeciderWithin,
): Said<DeciderFacts> | null => {
  const decider = byRole(people).at(-1)?.people[0]
  if (!decider) return { code: 'decider.unknown', params: {} }
  const called = decider.addressForm ?? decider.name
  if (decider.lastMetOn === null) return { code: 'decider.never_met', params: { called } }
  const days = daysBetween(decider.lastMetOn, today)
  const limit = tier === null ? undefined : within[tier]
  if (tier === null || limit === undefined || days <= limit) return null
  return { code: 'decider.not_met', params: { called, days, tier, within: limit } }
}
