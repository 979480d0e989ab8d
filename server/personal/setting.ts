import { KeepingsShape } from '#api/personal.ts'
import { type Keepings, usualKeepings } from '#domain/personal/keeping.ts'
import { audit } from '#server/db/audit.ts'
import { branchSetting, setBranchSetting } from '#server/db/branch-setting.ts'
import { type Db, inTransaction } from '#server/db/pool.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller } from '#server/http/handler.ts'

const KEY = 'lawful_keeping'

/** Sets the periods; whoever has not seen the latest is told so. */
export const setKeepings = async (
  db: Db,
  { branchId, staffId }: Caller,
  at: Date,
  baseVersion: number | null,
  keepings: Keepings,
): Promise<{ version: number }> =>
  inTransaction(db, async (trx) => {
    const wish = { branchId, staffId, at, key: KEY, baseVersion, value: keepings }
    const written = await setBranchSetting(trx, wish)
    if (!written) return fail('record.conflict')
    await audit(trx, branchId, staffId, at, {
      action: 'held.ruled',
      entity: 'branch_setting',
      params: { bills: keepings.bills.years, complaints: keepings.complaints.years },
    })
    return written
  })

/** How long law keeps what, as the branch has set it; the usual until it has. */
export const keepingsOf = async (db: Db, branchId: number): Promise<{ keepings: Keepings; version: number | null }> => {
  const own = await branchSetting(db, branchId, KEY)
  const read = KeepingsShape.safeParse(own?.value)
  return { keepings: read.success ? read.data : usualKeepings, version: own?.version ?? null }
}
