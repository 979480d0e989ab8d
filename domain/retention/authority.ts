import type { Fen } from '#domain/kernel/money.ts'
import type { Said } from '#domain/kernel/said.ts'

/** What someone may give without asking, in fen: in one case and in one calendar month [S-06, P-30]. */
export type Authority = { perCase: Fen; perMonth: Fen }

/** A starting point for an office that has set none: ¥300 a case and ¥2,000 a month for the front line. The taught story gives 2,000 dollars [S-06, M-38]. */
export const usualAuthority: Authority = { perCase: 30_000, perMonth: 200_000 }

export type AuthorityFacts = {
  'authority.own': { cost: Fen; left: Fen }
  'authority.overCase': { cost: Fen; perCase: Fen; spent: Fen }
  'authority.overMonth': { cost: Fen; perMonth: Fen; spent: Fen }
}

/** Whether the front line may spend at once and write one line after, or somebody has to say yes first. */
export type Spending =
  | { by: 'own'; said: Said<Pick<AuthorityFacts, 'authority.own'>> }
  | { by: 'approval'; said: Said<Pick<AuthorityFacts, 'authority.overCase' | 'authority.overMonth'>> }

/**
 * Who decides about a cost [S-06, P-30]. Within both limits one spends first and writes one line after; a cost of 0 always is. `spent`
 * is what this person has given on their own word, in this case and in this month. Ask again with the approver's limits to see who may approve.
 */
export const spendingOf = (cost: Fen, authority: Authority, spent: { inCase: Fen; inMonth: Fen }): Spending => {
  const { perCase, perMonth } = authority
  if (cost > 0 && spent.inCase + cost > perCase)
    return { by: 'approval', said: { code: 'authority.overCase', params: { cost, perCase, spent: spent.inCase } } }
  if (cost > 0 && spent.inMonth + cost > perMonth)
    return { by: 'approval', said: { code: 'authority.overMonth', params: { cost, perMonth, spent: spent.inMonth } } }
  const left = Math.max(0, Math.min(perCase - spent.inCase, perMonth - spent.inMonth) - cost)
  return { by: 'own', said: { code: 'authority.own', params: { cost, left } } }
}
