import { sql } from 'kysely'
import type { relationshipEndpoints } from '#api/relationship.ts'
import type { Reply } from '#api/endpoint.ts'
import { calledBy } from '#domain/customer/address-form.ts'
import { addDays, dayIn, weekdayOf } from '#domain/kernel/day.ts'
import { instantAt } from '#domain/kernel/zone.ts'
import type { Db } from '#server/db/pool.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller } from '#server/http/handler.ts'
import { thanksWhere } from './care.ts'

type Week = Reply<(typeof relationshipEndpoints)['GET /api/me/week']>

/** The reader's own week since Monday, and nobody else's: no other question reads what contacts took. */
export const ownWeek = async (db: Db, caller: Caller, now: Date): Promise<Week> => {
  const today = dayIn(now, caller.timeZone)
  const from = addDays(today, 1 - weekdayOf(today))
  const thanks = await thanksWhere(
    db,
    caller,
    sql`exists (select from thanks_to o where o.branch_id = t.branch_id and o.thanks_id = t.id and o.staff_id = ${caller.staffId})`,
  )
  const called = await calledById(
    db,
    caller,
    thanks.map(({ customerId }) => customerId),
  )
  return {
    from,
    thanks: thanks.map(({ customerId, ...said }) => ({ ...said, calledBy: called.get(customerId) ?? '' })),
    lines: await linesOf(db, caller),
    contacts: await contactsOf(db, caller, instantAt(from, 0, caller.timeZone)),
    colleagues: await colleaguesOf(db, caller),
  }
}

const calledById = async (db: Db, { branchId }: Caller, ids: readonly string[]): Promise<Map<string, string>> => {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('customer')
    .select(['id', 'name', 'address_form'])
    .where('branch_id', '=', branchId)
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map(({ id, name, address_form }) => [id, calledBy({ name, addressForm: address_form })]))
}

/** A person's last lines and those that were sent to them. */
const linesOf = async (db: Db, { branchId, staffId, timeZone }: Caller): Promise<Week['lines']> => {
  const rows = await db
    .selectFrom('gratitude')
    .innerJoin('staff as writer', (on) =>
      on.onRef('writer.branch_id', '=', 'gratitude.branch_id').onRef('writer.id', '=', 'gratitude.staff_id'),
    )
    .leftJoin('staff as reader', (on) =>
      on.onRef('reader.branch_id', '=', 'gratitude.branch_id').onRef('reader.id', '=', 'gratitude.to_id'),
    )
    .select(['gratitude.id', 'gratitude.line', 'gratitude.staff_id', 'gratitude.written_at'])
    .select(['writer.name as from_name', 'reader.name as to_name'])
    .where('gratitude.branch_id', '=', branchId)
    .where((eb) => eb.or([eb('gratitude.staff_id', '=', staffId), eb('gratitude.to_id', '=', staffId)]))
    .orderBy('gratitude.written_at', 'desc')
    .limit(20)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    line: row.line,
    to: row.to_name,
    from: row.from_name,
    own: row.staff_id === staffId,
    on: dayIn(row.written_at, timeZone),
  }))
}

const contactsOf = async (db: Db, { branchId, staffId, timeZone }: Caller, from: Date): Promise<Week['contacts']> => {
  const rows = await db
    .selectFrom('run')
    .innerJoin('customer', (on) =>
      on.onRef('customer.branch_id', '=', 'run.branch_id').onRef('customer.id', '=', 'run.customer_id'),
    )
    .leftJoin('strain', (on) =>
      on
        .onRef('strain.branch_id', '=', 'run.branch_id')
        .onRef('strain.run_id', '=', 'run.id')
        .on('strain.staff_id', '=', staffId),
    )
    .select(['run.id', 'run.finished_at', 'customer.name', 'customer.address_form', 'strain.level'])
    .where('run.branch_id', '=', branchId)
    .where('run.staff_id', '=', staffId)
    .where('run.finished_at', '>=', from)
    .orderBy('run.finished_at', 'desc')
    .limit(40)
    .execute()
  return rows.map(({ id, finished_at, name, address_form, level }) => ({
    runId: id,
    calledBy: calledBy({ name, addressForm: address_form }),
    on: dayIn(finished_at ?? from, timeZone),
    strain: level,
  }))
}

const colleaguesOf = (db: Db, { branchId, staffId }: Caller) =>
  db
    .selectFrom('staff')
    .select(['id', 'name'])
    .where('branch_id', '=', branchId)
    .where('active', '=', true)
    .where('id', '!=', staffId)
    .orderBy('name_sort')
    .execute()

/** A line of thanks, kept or sent. */
export const writeGratitude = async (
  db: Db,
  { branchId, staffId }: Caller,
  now: Date,
  id: string,
  { line, toId }: { line: string; toId: string | null },
): Promise<void> => {
  if (toId !== null) {
    const reader = await db
      .selectFrom('staff')
      .select('id')
      .where('branch_id', '=', branchId)
      .where('id', '=', toId)
      .where('active', '=', true)
      .executeTakeFirst()
    if (!reader) return fail('record.not_found')
  }
  const made = await db
    .insertInto('gratitude')
    .values({ branch_id: branchId, id, staff_id: staffId, to_id: toId, line, written_at: now })
    .onConflict((on) => on.columns(['branch_id', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (made) return
  const known = await db
    .selectFrom('gratitude')
    .select('staff_id')
    .where('branch_id', '=', branchId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (known?.staff_id !== staffId) fail('record.exists')
}

/** What one's own contact took; it enters no record but this one, and no audit trail. */
export const noteStrain = async (
  db: Db,
  { branchId, staffId }: Caller,
  now: Date,
  runId: string,
  level: number | null,
): Promise<void> => {
  const run = await db
    .selectFrom('run')
    .select('id')
    .where('branch_id', '=', branchId)
    .where('id', '=', runId)
    .where('staff_id', '=', staffId)
    .executeTakeFirst()
  if (!run) return fail('record.not_found')
  if (level === null) {
    await db
      .deleteFrom('strain')
      .where('branch_id', '=', branchId)
      .where('staff_id', '=', staffId)
      .where('run_id', '=', runId)
      .execute()
    return
  }
  const noted = { level, noted_at: now }
  await db
    .insertInto('strain')
    .values({ branch_id: branchId, staff_id: staffId, run_id: runId, ...noted })
    .onConflict((on) => on.columns(['branch_id', 'staff_id', 'run_id']).doUpdateSet(noted))
    .execute()
}
