import type { Day } from '#domain/kernel/day.ts'
import type { Effect } from '#domain/retention/effect.ts'
import { type OfferWay, offerWays } from '#domain/retention/way.ts'
import type { Db } from '#server/db/pool.ts'
import { armsOn, effectOn } from './show.ts'

/** What a way of keeping caused, by the campaign that tried it. */
type Caused = { title: string; effect: Effect }

/**
 * Of each way the newest campaign that tried it and can be read today; where none can yet, the one that is read next. What it caused is told by its
 * own holdout alone.
 */
export const causedByWay = async (db: Db, branchId: number, today: Day): Promise<Map<OfferWay, Caused>> => {
  const tried = await db
    .selectFrom('campaign')
    .selectAll()
    .where('branch_id', '=', branchId)
    .where('way', 'is not', null)
    .where('started_at', 'is not', null)
    .orderBy('read_on', 'desc')
    .orderBy('id')
    .execute()
  const found = new Map<OfferWay, Caused>()
  for (const way of offerWays) {
    const own = tried.filter((campaign) => campaign.way === way)
    const campaign = own.find(({ read_on }) => read_on <= today) ?? own.at(-1)
    const effect = campaign && effectOn(campaign, await armsOn(db, campaign, today), today)
    if (effect) found.set(way, { title: campaign.title, effect })
  }
  return found
}
