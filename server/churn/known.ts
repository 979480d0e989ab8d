import { sql } from 'kysely'
import type { KnownCustomer } from '#domain/churn/signal-rules.ts'
import { birthdayFrom, birthdaysBetween } from '#domain/customer/birthday.ts'
import { addDays, addMonths, type Day, daysBetween, type Month, monthOf } from '#domain/kernel/day.ts'
import type { Id } from '#domain/kernel/id.ts'
import { monthOfNumber } from '#server/db/month-number.ts'
import type { Db } from '#server/db/pool.ts'
import { BIRTHDAY_DAYS, GREETED_AROUND, type KnownRow, knownSql } from './known-sql.ts'

/** What signals look at, for a part of the customers, as it stood on a day of the branch's calendar. */
export const knownCustomers = async (
  db: Db,
  branchId: number,
  ids: readonly Id[],
  day: Day,
): Promise<Map<Id, KnownCustomer>> => {
  const { rows } = await knownSql(branchId, ids, day).execute(db)
  return new Map(rows.map((row) => [row.id, knownOf(row, day)]))
}

/**
 * The same for a whole branch, read in one pass and handed out part by part: each part in the order of ids, and parts in
 * order. Inside a transaction. Part by part from the tables, every bill was looked up by itself, which took ten times as long.
 */
export const knownInOrder = async (trx: Db, branchId: number, day: Day) => {
  await sql`set local cursor_tuple_fraction = 1`.execute(trx)
  await sql`declare known no scroll cursor for ${knownSql(branchId, null, day)}`.execute(trx)
  let read: KnownRow[] = []
  return async (ids: readonly Id[]): Promise<Map<Id, KnownCustomer>> => {
    const [last] = ids.slice(-1)
    if (last === undefined) return new Map()
    const wanted = new Set(ids)
    const known = new Map<Id, KnownCustomer>()
    for (;;) {
      for (const row of read) if (wanted.has(row.id)) known.set(row.id, knownOf(row, day))
      if ((read.at(-1)?.id ?? '') >= last) break
      read = (await sql<KnownRow>`fetch ${sql.lit(FETCHED)} from known`.execute(trx)).rows
      if (read.length === 0) break
    }
    return known
  }
}

const FETCHED = 2000

const knownOf = (row: KnownRow, day: Day): KnownCustomer => ({
  bills: (row.bill_months ?? []).map((month, i) => ({ month: monthOfNumber(month), fen: row.bill_fen?.[i] ?? 0 })),
  use: withSilence(
    (row.use ?? []).map(([month, amount]) => ({ month: monthOfNumber(month), amount })),
    addMonths(monthOf(day), -1),
  ),
  contractEnds: row.contract_ends,
  complaints: (row.complaints ?? []).map(([opened, closed]) => ({ opened, closed })),
  competitors: (row.sightings ?? []).map(([seen, name]) => ({ seen, name })),
  brokenPromises: row.broken ?? [],
  lastContact: row.last_contact,
  customerSince: row.since !== null && row.since <= day ? row.since : null,
  birthdayMissed: missedBirthday(row, day),
  managerChanged: row.manager_changed,
  portOutAsked: row.port_out,
})

type Use = { month: Month; amount: number }

/** A month between two that were reported, or after the last of them, has no row because nothing was used or ordered. */
const withSilence = (use: readonly Use[], until: Month): Use[] => {
  const reported = new Map(use.map(({ month, amount }) => [month, amount]))
  const first = [...reported.keys()].toSorted()[0]
  if (first === undefined) return []
  const months: Use[] = []
  for (let month = first; month <= until; month = addMonths(month, 1))
    months.push({ month, amount: reported.get(month) ?? 0 })
  return months
}

/** The last birthday of the past month around which nobody was in touch. */
const missedBirthday = ({ birthday, greeted }: KnownRow, day: Day): Day | null => {
  const known = birthdayFrom(birthday)
  if (!known) return null
  const last = birthdaysBetween(known, addDays(day, -BIRTHDAY_DAYS), addDays(day, -1)).at(-1)
  const near = (greeted ?? []).some((on) => last && Math.abs(daysBetween(last, on)) <= GREETED_AROUND)
  return last && !near ? last : null
}
