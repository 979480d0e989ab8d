import { sql } from 'kysely'
import type { Reply, Received } from '#api/endpoint.ts'
import type { personalEndpoints } from '#api/personal.ts'
import type { Day } from '#domain/kernel/day.ts'
import type { Id } from '#domain/kernel/id.ts'
import { type DataPart, erasureBlocks } from '#domain/personal/erasure.ts'
import { dropPicture, type PictureFolder } from '#server/adapters/picture/folder.ts'
import { requireCustomer } from '#server/customer/show.ts'
import { audit } from '#server/db/audit.ts'
import { type Db, inTransaction, type Trx } from '#server/db/pool.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller } from '#server/http/handler.ts'
import { forgetInLog } from './forget-log.ts'
import { heldOf, putHeld } from './held.ts'
import { idsOf } from './ids.ts'
import { openWith } from './preview.ts'
import { plan } from './plan.ts'
import { about } from './rows.ts'
import { keepingsOf } from './setting.ts'

type Erasure = (typeof personalEndpoints)['PUT /api/erasures/:id']
type Moment = { at: Date; today: Day }

/** What the row of somebody who is gone is called. */
const GONE = '已抹去'

/**
 * Takes a person out of everything in one transaction: rows and words go, counts stay without them, the log forgets its contents and
 * still holds, and what law keeps is put apart. It cannot be taken back.
 */
export const erase = async (
  db: Db,
  folder: PictureFolder,
  caller: Caller,
  moment: Moment,
  id: Id,
  { customerId, code, askedBy, askedOn }: Received<Erasure>['body'],
): Promise<Reply<Erasure>> => {
  const { branchId, staffId } = caller
  const known = await db
    .selectFrom('erasure')
    .select(['customer_id', 'gone'])
    .where('branch_id', '=', branchId)
    .where('id', '=', id)
    .where('done_by', '=', staffId)
    .executeTakeFirst()
  if (known)
    return known.customer_id === customerId ? repeated(db, caller, customerId, known.gone) : fail('record.exists')
  const done = await inTransaction(db, async (trx) => {
    await sql`select from customer where branch_id = ${branchId} and id = ${customerId} for update`.execute(trx)
    const row = await requireCustomer(trx, caller, customerId, 'customer.erase')
    if (row.code !== code.trim()) return refuse('erasure.code')
    if (askedOn > moment.today) return refuse('erasure.later')
    const ids = await idsOf(trx, branchId, customerId)
    const blocks = erasureBlocks(await openWith(trx, branchId, ids))
    if (blocks.length > 0) return fail('rule.refused', { reasons: blocks })
    const words = await wordsFor(trx, branchId, ids)
    const held = await heldOf(trx, caller, ids, (await keepingsOf(trx, branchId)).keepings, moment.today)
    await putHeld(trx, caller, moment.at, customerId, held)
    const photos = await photosOf(trx, branchId, ids)
    await forgetImports(trx, branchId, ids, words)
    const gone = await treatAll(trx, branchId, moment.at, ids)
    gone.log = await forgetInLog(trx, branchId, moment.at, ids, words)
    await emptyRows(trx, branchId, moment, ids)
    await trx
      .insertInto('erasure')
      .values({
        branch_id: branchId,
        id,
        customer_id: customerId,
        asked_by: askedBy,
        asked_on: askedOn,
        done_by: staffId,
        done_at: moment.at,
        manager_id: row.manager_id,
        backup_id: row.backup_id,
        unit_id: row.unit_id,
        gone: JSON.stringify(gone),
      })
      .execute()
    const rows = sumOf(gone)
    await audit(trx, branchId, staffId, moment.at, {
      action: 'customer.erased',
      entity: 'customer',
      entityId: customerId,
      customerId,
      params: { askedBy, askedOn, rows, held: held.length },
    })
    return { rows, held: held.length, photos }
  })
  for (const photo of done.photos) await dropPicture(folder, branchId, photo)
  return { rows: done.rows, held: done.held }
}

const refuse = (code: 'erasure.code' | 'erasure.later'): never =>
  fail('rule.refused', { reasons: [{ code, params: {} }] })

const sumOf = (gone: Partial<Record<DataPart, number>>): number =>
  Object.values(gone).reduce((sum, rows) => sum + rows, 0)

/** Asked again under the same id: what was done the first time. */
const repeated = async (db: Db, { branchId }: Caller, customerId: Id, gone: unknown): Promise<Reply<Erasure>> => {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from held_record where branch_id = ${branchId} and customer_id = ${customerId}`.execute(
    db,
  )
  return { rows: sumOf(gone as Partial<Record<DataPart, number>>), held: rows[0]?.n ?? 0 }
}

/** Names, codes and whole numbers a list or a file of ours may have been asked by. */
const wordsFor = async (trx: Trx, branchId: number, ids: readonly Id[]): Promise<string[]> => {
  const { rows } = await sql<{ word: string }>`
    select name as word from customer where branch_id = ${branchId} and id = any(${[...ids]}::uuid[])
    union select code from customer where branch_id = ${branchId} and id = any(${[...ids]}::uuid[])
    union select number from member where branch_id = ${branchId} and customer_id = any(${[...ids]}::uuid[])
    union select phone from contact_person where branch_id = ${branchId} and customer_id = any(${[...ids]}::uuid[])`.execute(
    trx,
  )
  return rows.flatMap(({ word }) => (word ? [word] : []))
}

const photosOf = async (trx: Trx, branchId: number, ids: readonly Id[]): Promise<Id[]> => {
  const { rows } = await sql<{ id: Id }>`
    select id from customer_photo where branch_id = ${branchId} and customer_id = any(${[...ids]}::uuid[])`.execute(trx)
  return rows.map((row) => row.id)
}

const treatAll = async (
  trx: Trx,
  branchId: number,
  at: Date,
  ids: readonly Id[],
): Promise<Partial<Record<DataPart, number>>> => {
  const gone: Partial<Record<DataPart, number>> = {}
  for (const [table, treatment] of Object.entries(plan)) {
    const theirs = about(treatment, branchId, ids)
    const blanks = Object.entries(treatment.blank ?? {})
    if (treatment.how === 'stay' && blanks.length === 0) continue
    const { numAffectedRows } =
      treatment.how === 'drop'
        ? await sql`delete from ${sql.table(table)} where ${theirs}`.execute(trx)
        : await sql`update ${sql.table(table)} set ${sql.join(
            blanks.map(([column, value]) => sql`${sql.ref(column)} = ${value(at)}`),
          )} where ${theirs}`.execute(trx)
    gone[treatment.part] = (gone[treatment.part] ?? 0) + Number(numAffectedRows ?? 0)
  }
  return gone
}

/** What imports remember of them, so that an undo could bring it back, and rows that were rejected with their words in them. */
const forgetImports = async (trx: Trx, branchId: number, ids: readonly Id[], words: readonly string[]) => {
  const theirs = sql`any(${[...ids]}::uuid[])`
  await sql`
    delete from import_effect where branch_id = ${branchId} and split_part(entity_key, ' ', 1) in (
      select id::text from customer where branch_id = ${branchId} and id = ${theirs}
      union all select id::text from contact_person where branch_id = ${branchId} and customer_id = ${theirs}
      union all select id::text from holding where branch_id = ${branchId} and customer_id = ${theirs}
      union all select id::text from outlet_order where branch_id = ${branchId} and customer_id = ${theirs})`.execute(
    trx,
  )
  await sql`
    delete from import_reject r where branch_id = ${branchId} and exists (
      select from jsonb_path_query(to_jsonb(r.cells), 'strict $.**') as v(value)
      where v.value #>> '{}' = any(${words.filter((word) => word.length > 1)}::text[]))`.execute(trx)
}

/** The rows of the customers themselves, and what merges remember of them. */
const emptyRows = async (trx: Trx, branchId: number, { at, today }: Moment, ids: readonly Id[]): Promise<void> => {
  const theirs = sql`any(${[...ids]}::uuid[])`
  await sql`
    update customer_merge set moved = '{}', undone_at = coalesce(undone_at, ${at})
    where branch_id = ${branchId} and (kept_id = ${theirs} or gone_id = ${theirs})`.execute(trx)
  await sql`
    delete from told_apart where branch_id = ${branchId} and (one_id = ${theirs} or other_id = ${theirs})`.execute(trx)
  await sql`
    update customer set code = 'gone-' || id::text, name = ${GONE}, name_sort = '~', name_folded = '', name_reading = null,
      address_form = null, manager_id = null, backup_id = null, since = null, official_level = null,
      official_points = null, dossier = '{}', left_on = coalesce(left_on, ${today}::date), last_touch_at = null,
      erased_at = ${at}, updated_at = ${at}, version = version + 1
    where branch_id = ${branchId} and id = ${theirs}`.execute(trx)
}
