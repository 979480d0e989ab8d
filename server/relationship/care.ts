import { sql } from 'kysely'
import type { relationshipEndpoints } from '#api/relationship.ts'
import type { Received, Reply } from '#api/endpoint.ts'
import { dayIn } from '#domain/kernel/day.ts'
import { requireCustomer } from '#server/customer/show.ts'
import { audit } from '#server/db/audit.ts'
import { type Db, inTransaction } from '#server/db/pool.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller } from '#server/http/handler.ts'
import { namesOf } from '#server/staff/names.ts'
import { makePromise } from '#server/touch/make-promise.ts'

type Endpoints = typeof relationshipEndpoints
type Act = Received<Endpoints['PUT /api/care-acts/:id']>['body']
type Said = Received<Endpoints['PUT /api/thanks/:id']>['body']
type Care = Reply<Endpoints['GET /api/customers/:id/care']>

/** More than these are found on the timeline of their year. */
const MOST = 50

export const careOf = async (db: Db, caller: Caller, customerId: string): Promise<Care> => {
  await requireCustomer(db, caller, customerId, 'customer.read')
  const acts = await db
    .selectFrom('care_act')
    .selectAll()
    .where('branch_id', '=', caller.branchId)
    .where('customer_id', '=', customerId)
    .orderBy('done_at', 'desc')
    .limit(MOST)
    .execute()
  const names = await namesOf(
    db,
    caller.branchId,
    acts.map(({ done_by }) => done_by),
  )
  return {
    acts: acts.map(({ id, kind, line, done_by, done_at, promise_id }) => ({
      id,
      kind,
      line,
      by: names.get(done_by) ?? '',
      on: dayIn(done_at, caller.timeZone),
      promised: promise_id !== null,
    })),
    thanks: await thanksWhere(db, caller, sql`t.customer_id = ${customerId}`),
  }
}

/** Thanks with those who earned them, newest first. */
export const thanksWhere = async (db: Db, { branchId }: Caller, is: ReturnType<typeof sql>) => {
  const { rows } = await sql<{
    id: string
    customer_id: string
    words: string
    said_on: string
    to: string[]
    noted_by: string
  }>`
    select t.id, t.customer_id, t.words, t.said_on::text as said_on, by.name as noted_by,
      array(select s.name from thanks_to o join staff s on s.branch_id = o.branch_id and s.id = o.staff_id
        where o.branch_id = t.branch_id and o.thanks_id = t.id order by s.name_sort) as "to"
    from thanks t join staff by on by.branch_id = t.branch_id and by.id = t.noted_by
    where t.branch_id = ${branchId} and ${is}
    order by t.said_on desc, t.id desc limit ${MOST}`.execute(db)
  return rows.map(({ id, customer_id, words, said_on, to, noted_by }) => ({
    id,
    customerId: customer_id,
    words,
    saidOn: said_on,
    to,
    notedBy: noted_by,
  }))
}

/** Notes one of the cares; given a day, what was said becomes a promise like any other. */
export const actWithCare = async (db: Db, caller: Caller, now: Date, id: string, act: Act): Promise<void> =>
  inTransaction(db, async (trx) => {
    await requireCustomer(trx, caller, act.customerId, 'contact.run')
    const made = await trx
      .insertInto('care_act')
      .values({
        branch_id: caller.branchId,
        id,
        customer_id: act.customerId,
        kind: act.kind,
        line: act.line,
        promise_id: act.promise?.id ?? null,
        done_by: caller.staffId,
        done_at: now,
      })
      .onConflict((on) => on.columns(['branch_id', 'id']).doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!made) {
      const known = await trx
        .selectFrom('care_act')
        .select(['customer_id', 'done_by'])
        .where('branch_id', '=', caller.branchId)
        .where('id', '=', id)
        .executeTakeFirst()
      return known?.customer_id === act.customerId && known.done_by === caller.staffId
        ? undefined
        : fail('record.exists')
    }
    if (act.promise)
      await makePromise(trx, caller, now, {
        id: act.promise.id,
        customerId: act.customerId,
        toPersonId: null,
        touchId: null,
        runId: null,
        what: act.line,
        dueDay: act.promise.dueDay,
        dueTime: null,
        madeAt: now,
      })
    await audit(trx, caller.branchId, caller.staffId, now, {
      action: `care.${act.kind}`,
      entity: 'care_act',
      entityId: id,
      customerId: act.customerId,
    })
  })

/** A customer's thanks as they were said, for those who earned them. */
export const noteThanks = async (db: Db, caller: Caller, now: Date, id: string, said: Said): Promise<void> =>
  inTransaction(db, async (trx) => {
    await requireCustomer(trx, caller, said.customerId, 'contact.run')
    const made = await trx
      .insertInto('thanks')
      .values({
        branch_id: caller.branchId,
        id,
        customer_id: said.customerId,
        words: said.words,
        said_on: dayIn(now, caller.timeZone),
        noted_by: caller.staffId,
        noted_at: now,
      })
      .onConflict((on) => on.columns(['branch_id', 'id']).doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!made) {
      const known = await notedBy(trx, caller, id)
      return known?.customer_id === said.customerId ? undefined : fail('record.exists')
    }
    const earned = [...new Set(said.toIds)]
    const people = await namesOf(trx, caller.branchId, earned)
    if (people.size < earned.length) return fail('record.not_found')
    await trx
      .insertInto('thanks_to')
      .values(earned.map((staffId) => ({ branch_id: caller.branchId, thanks_id: id, staff_id: staffId })))
      .execute()
    await audit(trx, caller.branchId, caller.staffId, now, {
      action: 'thanks.noted',
      entity: 'thanks',
      entityId: id,
      customerId: said.customerId,
    })
  })

const notedBy = (trx: Db, caller: Caller, id: string) =>
  trx
    .selectFrom('thanks')
    .select(['customer_id', 'noted_at'])
    .where('branch_id', '=', caller.branchId)
    .where('id', '=', id)
    .where('noted_by', '=', caller.staffId)
    .executeTakeFirst()

/** Takes back what the caller noted today. */
export const forgetThanks = async (db: Db, caller: Caller, now: Date, id: string): Promise<void> =>
  inTransaction(db, async (trx) => {
    const known = await notedBy(trx, caller, id)
    if (!known || dayIn(known.noted_at, caller.timeZone) !== dayIn(now, caller.timeZone))
      return fail('record.not_found')
    await trx.deleteFrom('thanks_to').where('branch_id', '=', caller.branchId).where('thanks_id', '=', id).execute()
    await trx.deleteFrom('thanks').where('branch_id', '=', caller.branchId).where('id', '=', id).execute()
    await audit(trx, caller.branchId, caller.staffId, now, {
      action: 'thanks.forgotten',
      entity: 'thanks',
      entityId: id,
      customerId: known.customer_id,
    })
  })
