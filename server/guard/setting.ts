import { GuardSettingShape } from '#api/guard.ts'
import { type GuardSetting, usualGuard } from '#domain/retention/guard-setting.ts'
import type { Db } from '#server/db/pool.ts'

export type Guard = { setting: GuardSetting; version: number; setBy: string | null; setAt: Date | null }

/** The branch's guard: what it set last; the usual one, as version 0, until it does. */
export const guardWith = async (db: Db, branchId: number): Promise<Guard> => {
  const row = await db
    .selectFrom('retention_guard')
    .selectAll()
    .where('branch_id', '=', branchId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  const own = GuardSettingShape.safeParse(row?.setting)
  return row && own.success
    ? { setting: own.data, version: row.version, setBy: row.set_by, setAt: row.set_at }
    : { setting: usualGuard, version: 0, setBy: null, setAt: null }
}

/** How far the branch goes to keep somebody, and whose law it is under. */
export const guardOf = async (db: Db, branchId: number): Promise<GuardSetting> =>
  (await guardWith(db, branchId)).setting
