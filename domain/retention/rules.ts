import type { Role } from '#domain/staff/role.ts'
import { type Authority, usualAuthority } from './authority.ts'
import { usualWays, type WaysBySensitivity } from './way.ts'

/** The three words of the attitude towards an expectation. Only the words are known; what they mean is for a trainer to fill in. */
export const attitudeWords = ['lower', 'reset', 'reach'] as const
export type AttitudeWord = (typeof attitudeWords)[number]

/** Whose limits are set apart: who talks with customers, and who leads them. */
export const authorityLevels = ['front', 'lead'] as const
export type AuthorityLevel = (typeof authorityLevels)[number]

/** What a branch sets for its retention cases: what may be given, which ways lead for whom, and what a trainer wrote. */
export type RetentionRules = {
  authority: Readonly<Record<AuthorityLevel, Authority>>
  ways: WaysBySensitivity
  /** Empty until a trainer writes it. */
  attitude: Readonly<Record<AttitudeWord, string>>
}

/** A starting point: leads may give ten times what the front line may. */
export const usualRetentionRules: RetentionRules = {
  authority: {
    front: usualAuthority,
    lead: { perCase: usualAuthority.perCase * 10, perMonth: usualAuthority.perMonth * 10 },
  },
  ways: usualWays,
  attitude: { lower: '', reset: '', reach: '' },
}

/** What somebody may give without asking: a lead more than the front line [P-30]. */
export const authorityOf = (held: readonly Role[], { authority }: RetentionRules): Authority =>
  held.includes('lead') ? authority.lead : authority.front
