import type { Day } from '#domain/kernel/day.ts'
import { isId } from '#domain/kernel/id.ts'
import type { Db } from '#server/db/pool.ts'

/** The thing a contact is about: a gift, an event, a contract, with its day and place. */
export type Matter = { what: string | null; day: Day | null; place: string | null }

type Occasion = { kind: string; recordId: string }

/** The planned tasks among what brought a contact up, by id. */
export const taskIdsOf = (occasions: readonly Occasion[]): string[] => idsOf(occasions, 'task')

/** The promises among what brought a contact up, by id. */
export const promiseIdsOf = (occasions: readonly Occasion[]): string[] => idsOf(occasions, 'promise')

/** A page may name what it likes; only an id is looked for. */
const idsOf = (occasions: readonly Occasion[], kind: string): string[] =>
  occasions
    .filter((one) => one.kind === kind)
    .map(({ recordId }) => recordId.split('/')[0] ?? '')
    .filter(isId)

/** What a contact is about, from the planned task it does; null when it does none. */
export const matterOf = async (db: Db, branchId: number, occasions: readonly Occasion[]): Promise<Matter | null> => {
  const [id] = taskIdsOf(occasions)
  if (id === undefined) return null
  const row = await db
    .selectFrom('task')
    .select(['subject as what', 'subject_day as day', 'subject_place as place'])
    .where('branch_id', '=', branchId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ?? null
}
