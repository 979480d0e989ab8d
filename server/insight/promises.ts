import { sql } from 'kysely'
import type { MonthSpan } from '#domain/insight/month-span.ts'
import { monthSpan } from '#domain/insight/month-span.ts'
import { keptFigure, type Period, promiseFigures, type PromiseRecord } from '#domain/insight/promises.ts'
import { lastWeeks } from '#domain/insight/series.ts'
import { addDays, addMonths, type Day } from '#domain/kernel/day.ts'
import type { Id } from '#domain/kernel/id.ts'
import { instantAt } from '#domain/kernel/zone.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'
import { promiseEntryOf } from '#server/touch/promise-row.ts'
import { idsOf, type Whose } from './whose.ts'

/** Promises owned by these people that were made, due or settled in a stretch of time. */
export const promisesOf = async (
  db: Db,
  branchId: number,
  owners: readonly Id[],
  { from, until }: Pick<Period, 'from' | 'until'>,
): Promise<PromiseRecord[]> => {
  const rows = await db
    .selectFrom('promise')
    .select(['id', 'owner_id', 'made_at', 'due_at', 'state', 'settled_at', 'told_at', 'history'])
    .where('branch_id', '=', branchId)
    .where('owner_id', '=', sql<Id>`any(${[...owners]}::uuid[])`)
    .where((eb) =>
      eb.or([
        eb.and([eb('due_at', '>=', from), eb('due_at', '<', until)]),
        eb.and([eb('settled_at', '>=', from), eb('settled_at', '<', until)]),
        eb.and([eb('made_at', '>=', from), eb('made_at', '<', until)]),
      ]),
    )
    .execute()
  return rows.map((row) => ({ id: row.id, madeAt: row.made_at, ...promiseEntryOf(row) }))
}

const contactsOf = async (db: Db, branchId: number, staff: readonly Id[], { from, until }: Period): Promise<number> => {
  const { contacts } = await db
    .selectFrom('touch')
    .select(sql<number>`count(*)::int`.as('contacts'))
    .where('branch_id', '=', branchId)
    .where('staff_id', '=', sql<Id>`any(${[...staff]}::uuid[])`)
    .where('reached', '=', true)
    .where('at', '>=', from)
    .where('at', '<', until)
    .executeTakeFirstOrThrow()
  return contacts
}

/** A stretch of days as a period of the figures. */
const periodOf = (from: Day, to: Day, timeZone: string, unit: Id | null): Period => ({
  from: instantAt(from, 0, timeZone),
  until: instantAt(addDays(to, 1), 0, timeZone),
  unit,
})

/** A month's promise figures, those of the month before, and the line of twelve weeks; with the records they count. */
export const promisesIn = async (db: Db, caller: Caller, whose: Whose, span: MonthSpan, now: Date, today: Day) => {
  const zone = caller.timeZone
  const unit = whose.unitIds ? (whose.unit?.id ?? null) : null
  const before = monthSpan(addMonths(span.month, -1), today, zone)
  const week = addDays(span.through, 7)
  const weeks = lastWeeks(week < today ? week : today)
  const weeksFrom = instantAt(weeks[0]?.from ?? span.firstDay, 0, zone)
  const records = await promisesOf(db, caller.branchId, idsOf(whose), {
    from: weeksFrom < before.from ? weeksFrom : before.from,
    until: span.running ? now : instantAt(addDays(weeks.at(-1)?.to ?? span.through, 1), 0, zone),
  })
  const period = { from: span.from, until: span.until, unit }
  const contacts = await contactsOf(db, caller.branchId, idsOf(whose), period)
  const keptIn = (each: Period) => keptFigure(records, each, now)
  return {
    records,
    period,
    figures: {
      ...promiseFigures(records, contacts, period, now),
      keptBefore: keptIn({ from: before.from, until: before.until, unit }),
      weeks: weeks.map(({ from, to, week: number }) => ({
        from,
        to,
        week: number ?? 0,
        kept: keptIn(periodOf(from, to, zone, unit)),
      })),
    },
  }
}
