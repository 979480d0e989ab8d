import type { CustomerKind } from '#domain/customer/kind.ts'
import type { Day } from '#domain/kernel/day.ts'
import type { RetentionLimits } from '#domain/retention/guard.ts'
import { lawsOn, type LawSetting, type RetentionLaw } from '#domain/retention/law.ts'
import { retentionLaws } from '#domain/retention/laws.ts'
import type { Db } from '#server/db/pool.ts'
import { guardOf } from '#server/guard/setting.ts'

/** The branch's limits on persuading and the laws that protect a kind of customer on a day. */
export const guardOn = async (
  db: Db,
  branchId: number,
  kind: CustomerKind,
  today: Day,
): Promise<{ limits: RetentionLimits; laws: RetentionLaw[]; setting: LawSetting }> => {
  const { limits, country, ownNames, localPhrases } = await guardOf(db, branchId)
  return { limits, laws: lawsOn(retentionLaws, country, kind, today), setting: { ownNames, localPhrases } }
}
