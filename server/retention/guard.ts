import type { CustomerKind } from '#domain/customer/kind.ts'
import type { Day } from '#domain/kernel/day.ts'
import { type RetentionLimits, usualRetentionLimits } from '#domain/retention/guard.ts'
import { lawsOn, type LawSetting, type RetentionLaw } from '#domain/retention/law.ts'
import { retentionLaws } from '#domain/retention/laws.ts'

/** The limits on persuading and the laws that protect a kind of customer on a day. */
export const guardOn = (
  kind: CustomerKind,
  today: Day,
): { limits: RetentionLimits; laws: RetentionLaw[]; setting: LawSetting } => ({
  limits: usualRetentionLimits,
  laws: lawsOn(retentionLaws, 'CN', kind, today),
  setting: { ownNames: [], localPhrases: [] },
})
