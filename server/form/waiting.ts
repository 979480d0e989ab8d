import { type RawBuilder, sql, type SqlBool } from 'kysely'
import type { Id } from '#domain/kernel/id.ts'
import type { WaitingForm } from '#domain/worklist/from-ledgers.ts'
import type { Db } from '#server/db/pool.ts'
import { layoutOf } from './load.ts'

/** Forms about these customers that wait for a lead's yes or no, with who wrote them [P-21]. */
export const formsWaiting = async (
  db: Db,
  branchId: number,
  of: RawBuilder<Id>,
): Promise<(WaitingForm & { authorId: Id })[]> => {
  const rows = await db
    .selectFrom('form')
    .innerJoin('staff', (on) =>
      on.onRef('staff.branch_id', '=', 'form.branch_id').onRef('staff.id', '=', 'form.author_id'),
    )
    .select(['form.id', 'form.customer_id', 'form.author_id', 'form.layout_hash', 'form.key', 'form.asked_at'])
    .select('staff.name as by')
    .where('form.branch_id', '=', branchId)
    .where('form.state', '=', 'waiting')
    .where(sql<SqlBool>`form.customer_id = ${of}`)
    .orderBy('form.asked_at')
    .execute()
  return Promise.all(
    rows.flatMap(({ id, customer_id: customerId, author_id: authorId, layout_hash, key, asked_at: asked, by }) =>
      customerId === null || asked === null
        ? []
        : [titleOf(db, layout_hash, key).then((title) => ({ id, customerId, authorId, asked, by, title }))],
    ),
  )
}

const titleOf = async (db: Db, hash: string, key: string): Promise<WaitingForm['title']> =>
  (await layoutOf(db, hash))?.title ?? { zh: key, en: key }
