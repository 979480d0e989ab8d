import type { Day } from '#domain/kernel/day.ts'
import type { Interval } from '#domain/statistics/interval.ts'
import type { Db } from '#server/db/pool.ts'
import { armsOn, effectOn } from './show.ts'

/** As many are looked at as may be read in a page’s time. */
const NEWEST = 5

/** What one caused save cost in the newest campaign that was shown to help, fen; null while none was. */
export const costPerSave = async (db: Db, branchId: number, today: Day): Promise<Interval | null> => {
  const readable = await db
    .selectFrom('campaign')
    .selectAll()
    .where('branch_id', '=', branchId)
    .where('started_at', 'is not', null)
    .where('read_on', '<=', today)
    .orderBy('read_on', 'desc')
    .orderBy('id')
    .limit(NEWEST)
    .execute()
  for (const campaign of readable) {
    const effect = effectOn(campaign, await armsOn(db, campaign, today), today)
    if (effect?.verdict === 'helped' && effect.costPerSave) return effect.costPerSave
  }
  return null
}
