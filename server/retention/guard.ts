import type { CustomerKind } from '#domain/customer/kind.ts'
import type { Day } from '#domain/kernel/day.ts'
import type { Doors, RetentionLimits } from '#domain/retention/guard.ts'
import { lawsOn, type LawSetting, type RetentionLaw } from '#domain/retention/law.ts'
import { retentionLaws } from '#domain/retention/laws.ts'
import type { Db } from '#server/db/pool.ts'
import { guardOf, guardWith } from '#server/guard/setting.ts'

/** The branch's limits on persuading and the laws that protect a kind of customer on a day. */
export const guardOn = async (
  db: Db,
  branchId: number,
  { kind, today }: { kind: CustomerKind; today: Day },
): Promise<{ limits: RetentionLimits; laws: RetentionLaw[]; setting: LawSetting }> => {
  const { limits, country, ownNames, localPhrases } = await guardOf(db, branchId)
  return { limits, laws: lawsOn(retentionLaws, country, kind, today), setting: { ownNames, localPhrases } }
}

/** The way out as a kind of customer walks it, and since when it has been so; null where the branch has set nothing yet. */
export const wayOutOf = async (
  db: Db,
  branchId: number,
  kind: CustomerKind,
): Promise<{ steps: Doors['out']['steps']; setAt: Date | null }> => {
  const { setting, setAt } = await guardWith(db, branchId)
  return { steps: setting.doors[kind].out.steps, setAt }
}
