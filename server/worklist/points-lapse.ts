import type { Day } from '#domain/kernel/day.ts'
import type { Id } from '#domain/kernel/id.ts'
import { POINTS_FROM, pointsInSeason, pointsOccasion } from '#domain/worklist/from-dossier.ts'
import type { Occasion } from '#domain/worklist/occasion.ts'
import { lapsingPoints } from '#server/customer/points.ts'
import type { Db } from '#server/db/pool.ts'

/** Customers whose points lapse with the year, in the weeks in which it is worth saying so. [S-04] */
export const pointsOccasions = async (
  db: Db,
  branchId: number,
  ids: readonly Id[],
  wishes: ReadonlyMap<Id, string>,
  today: Day,
): Promise<Occasion[]> => {
  if (!pointsInSeason(today)) return []
  const lapsing = await lapsingPoints(db, branchId, ids, POINTS_FROM, today)
  return [...lapsing].flatMap(([id, expiring]) => pointsOccasion(id, expiring, wishes.get(id) ?? null) ?? [])
}
