import type { Id } from '#domain/kernel/id.ts'
import type { Db, Trx } from './pool.ts'

/** What a branch has set for itself under a name, by whom and when; null where the usual holds. */
export type BranchSetting = { value: unknown; version: number; setBy: Id; setAt: Date }

export const branchSetting = async (db: Db, branchId: number, key: string): Promise<BranchSetting | null> => {
  const row = await db
    .selectFrom('branch_setting')
    .select(['value', 'version', 'set_by', 'set_at'])
    .where('branch_id', '=', branchId)
    .where('key', '=', key)
    .executeTakeFirst()
  return row ? { value: row.value, version: row.version, setBy: row.set_by, setAt: row.set_at } : null
}

type Wish = { branchId: number; staffId: Id; at: Date; key: string; baseVersion: number | null; value: unknown }

/** Sets it; null when somebody else has set it since `baseVersion` was read. */
export const setBranchSetting = async (
  trx: Trx,
  { branchId, staffId, at, key, baseVersion, value }: Wish,
): Promise<{ version: number } | null> => {
  const stored = JSON.stringify(value)
  const written = await trx
    .insertInto('branch_setting')
    .values({ branch_id: branchId, key, value: stored, set_by: staffId, set_at: at })
    .onConflict((on) =>
      on
        .columns(['branch_id', 'key'])
        .doUpdateSet((eb) => ({
          value: stored,
          set_by: staffId,
          set_at: at,
          version: eb('branch_setting.version', '+', 1),
        }))
        .where('branch_setting.version', '=', baseVersion ?? 0),
    )
    .returning('version')
    .executeTakeFirst()
  return written ?? null
}
