import { sql } from 'kysely'
import { type Day, dayIn } from '#domain/kernel/day.ts'
import type { Id } from '#domain/kernel/id.ts'
import { endOfMonth, type Keeping, type Keepings, keptUntil, type Lawful } from '#domain/personal/keeping.ts'
import { freshId } from '#server/db/id.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'

type Held = { what: Lawful; until: Day; basis: Keeping; contents: Record<string, unknown> }

/** What law obliges to keep of these records on `today`, with the names it has to be found by; what is past its day is not among it. */
export const heldOf = async (
  db: Db,
  caller: Caller,
  ids: readonly Id[],
  keepings: Keepings,
  today: Day,
): Promise<Held[]> => {
  const theirs = sql`any(${[...ids]}::uuid[])`
  const { rows: named } = await sql<{ code: string; name: string; kind: string }>`
    select code, name, kind from customer where branch_id = ${caller.branchId} and id = ${theirs} order by id`.execute(
    db,
  )
  const { rows: bills } = await sql<{ month: number }>`
    select distinct month from bill where branch_id = ${caller.branchId} and customer_id = ${theirs}`.execute(db)
  const { rows: complaints } = await sql<{ at: Date; row: Record<string, unknown> }>`
    select coalesce(closed_at, opened_at) as at, to_jsonb(c) as row from service_case c
    where branch_id = ${caller.branchId} and customer_id = ${theirs} and kind = 'complaint' order by opened_at`.execute(
    db,
  )
  const lastBill = Math.max(0, ...bills.map(({ month }) => month))
  const found: Held[] = [
    ...(lastBill === 0 ? [] : [{ ...by(keepings, 'bills', endOfMonth(lastBill)), contents: { customers: named } }]),
    ...complaints.map(({ at, row }) => ({
      ...by(keepings, 'complaints', dayIn(at, caller.timeZone)),
      contents: { customers: named, complaint: row },
    })),
  ]
  return found.filter(({ until }) => until > today)
}

const by = (keepings: Keepings, what: Lawful, day: Day) => ({
  what,
  until: keptUntil(day, keepings[what].years),
  basis: keepings[what],
})

export const putHeld = async (
  trx: Db,
  caller: Caller,
  at: Date,
  customerId: Id,
  held: readonly Held[],
): Promise<void> => {
  if (held.length === 0) return
  await trx
    .insertInto('held_record')
    .values(
      held.map(({ what, until, basis, contents }) => ({
        branch_id: caller.branchId,
        id: freshId(at),
        customer_id: customerId,
        what,
        until,
        basis: JSON.stringify(basis),
        contents: JSON.stringify(contents),
      })),
    )
    .execute()
}

export type HeldLine = { what: Lawful; count: number; until: Day; basis: Keeping }

/** The same in lines to be read: how many of each, and until when the last of them. */
export const linesOf = (held: readonly Pick<Held, 'what' | 'until' | 'basis'>[]): HeldLine[] =>
  [...Map.groupBy(held, ({ what }) => what)].flatMap(([what, group]) => {
    const last = group.toSorted((a, b) => (a.until < b.until ? 1 : -1))[0]
    return last ? [{ what, count: group.length, until: last.until, basis: last.basis }] : []
  })
