import { addDays, addMonths, type Month } from '#domain/kernel/day.ts'
import { startingRules } from '#domain/portfolio/presets.ts'
import type { TierRules } from '#domain/portfolio/rules.ts'
import type { Db } from '#server/db/pool.ts'

/** A stored version of the rules; `number` orders versions, `rules.version` is the name people gave it. */
export type RuleVersion = { number: number; rules: TierRules; actorId: string | null; since: Date }

/** Every version of a branch, newest first; a branch that never set any has the starting rules. */
export const ruleVersions = async (db: Db, branchId: number): Promise<RuleVersion[]> => {
  const rows = await db
    .selectFrom('tier_rule')
    .selectAll()
    .where('branch_id', '=', branchId)
    .orderBy('version', 'desc')
    .execute()
  if (rows.length === 0) return [{ number: 1, rules: startingRules, actorId: null, since: new Date(0) }]
  return rows.map((row) => ({
    number: row.version,
    rules: row.definition as unknown as TierRules,
    actorId: row.actor_id,
    since: row.since,
  }))
}

/** The newest version in force on the last day of a month; before the first one began, the first. */
export const rulesInForce = (versions: readonly RuleVersion[], month: Month): RuleVersion => {
  const lastDay = addDays(`${addMonths(month, 1)}-01`, -1)
  const found = versions.find(({ rules }) => rules.validFrom <= lastDay) ?? versions.at(-1)
  if (!found) throw new Error('a branch without tier rules')
  return found
}

/** The version a computed month was decided by. */
export const ruleVersion = async (db: Db, branchId: number, number: number): Promise<RuleVersion> => {
  const versions = await ruleVersions(db, branchId)
  return versions.find((version) => version.number === number) ?? rulesInForce(versions, '9999-01')
}
