import { KeepingsShape } from '#api/personal.ts'
import { type Keepings, usualKeepings } from '#domain/personal/keeping.ts'
import { branchSetting } from '#server/db/branch-setting.ts'
import type { Db } from '#server/db/pool.ts'

const KEY = 'lawful_keeping'

/** How long law keeps what, as the branch has set it; the usual until it has. */
export const keepingsOf = async (db: Db, branchId: number): Promise<{ keepings: Keepings; version: number | null }> => {
  const own = await branchSetting(db, branchId, KEY)
  const read = KeepingsShape.safeParse(own?.value)
  return { keepings: read.success ? read.data : usualKeepings, version: own?.version ?? null }
}
