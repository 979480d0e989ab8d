import { sql } from 'kysely'
import { type notedFormulas } from '#api/insight.ts'
import { maySee } from '#domain/insight/own-first.ts'
import type { Day, Month } from '#domain/kernel/day.ts'
import type { Id } from '#domain/kernel/id.ts'
import { audit } from '#server/db/audit.ts'
import { monthNumber } from '#server/db/month-number.ts'
import { type Db, inTransaction } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'
import { idsOf, type Whose } from './whose.ts'

export type NotedFormula = (typeof notedFormulas)[number]

/** Those whose figures of a month a lead may see by now: they looked themselves, or had the time to. */
export const openPeople = async (
  db: Db,
  branchId: number,
  whose: Whose,
  month: Month,
  today: Day,
): Promise<Set<Id>> => {
  const rows = await db
    .selectFrom('own_figure')
    .select('staff_id')
    .where('branch_id', '=', branchId)
    .where('month', '=', monthNumber(month))
    .where('staff_id', '=', sql<Id>`any(${idsOf(whose)}::uuid[])`)
    .execute()
  const seen = new Set(rows.map(({ staff_id }) => staff_id))
  return new Set(idsOf(whose).filter((id) => maySee(seen.has(id), month, today)))
}

/** What people of a team wrote to their own figures of a month; only of those whose figures may be seen. */
export const notesOn = async (db: Db, branchId: number, people: Iterable<Id>, month: Month) => {
  const rows = await db
    .selectFrom('figure_note')
    .innerJoin('staff', (on) =>
      on.onRef('staff.branch_id', '=', 'figure_note.branch_id').onRef('staff.id', '=', 'figure_note.staff_id'),
    )
    .select(['staff.name', 'figure_note.formula', 'figure_note.note', 'figure_note.written_at'])
    .where('figure_note.branch_id', '=', branchId)
    .where('figure_note.month', '=', monthNumber(month))
    .where('figure_note.staff_id', '=', sql<Id>`any(${[...people]}::uuid[])`)
    .orderBy('staff.name_sort')
    .orderBy('figure_note.formula')
    .execute()
  return rows.map(({ name, formula, note, written_at }) => ({
    name,
    formula: formula as NotedFormula,
    note,
    at: written_at.toISOString(),
  }))
}

/** The person looked at the own figures of a month; looking again changes nothing. */
export const seeOwn = async (db: Db, caller: Caller, at: Date, month: Month): Promise<void> => {
  await inTransaction(db, async (trx) => {
    const first = await trx
      .insertInto('own_figure')
      .values({ branch_id: caller.branchId, staff_id: caller.staffId, month: monthNumber(month), seen_at: at })
      .onConflict((on) => on.doNothing())
      .returning('staff_id')
      .executeTakeFirst()
    if (first)
      await audit(trx, caller.branchId, caller.staffId, at, {
        action: 'figure.seen',
        entity: 'own_figure',
        entityId: caller.staffId,
        params: { month },
      })
  })
}

/** Writes a note to an own figure; an empty one takes it back. Writing it is also having seen it. */
export const noteOwn = async (
  db: Db,
  caller: Caller,
  at: Date,
  month: Month,
  formula: NotedFormula,
  note: string,
): Promise<void> => {
  await seeOwn(db, caller, at, month)
  const key = { branch_id: caller.branchId, staff_id: caller.staffId, month: monthNumber(month), formula }
  await inTransaction(db, async (trx) => {
    if (note === '') {
      const gone = await trx
        .deleteFrom('figure_note')
        .where((eb) => eb.and(key))
        .returning('staff_id')
        .executeTakeFirst()
      if (!gone) return
    } else {
      const values = { note, written_at: at }
      await trx
        .insertInto('figure_note')
        .values({ ...key, ...values })
        .onConflict((on) => on.columns(['branch_id', 'staff_id', 'month', 'formula']).doUpdateSet(values))
        .execute()
    }
    await audit(trx, caller.branchId, caller.staffId, at, {
      action: note === '' ? 'figure.note_removed' : 'figure.noted',
      entity: 'figure_note',
      entityId: caller.staffId,
      params: { month, formula },
    })
  })
}
