import { sql, type SqlBool } from 'kysely'
import type { Reply } from '#api/endpoint.ts'
import type { calendarEndpoints } from '#api/calendar.ts'
import { calledBy } from '#domain/customer/address-form.ts'
import { birthdayFrom, birthdaysBetween } from '#domain/customer/birthday.ts'
import { addDays, type Day, dayIn } from '#domain/kernel/day.ts'
import { instantAt } from '#domain/kernel/zone.ts'
import { customersWithin } from '#server/customer/filter.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'

export type DayNote = Reply<(typeof calendarEndpoints)['GET /api/calendar']>['notes'][number]

/** What one person's days carry besides meetings: promises of theirs that fall due, birthdays of the customers they keep. */
export const dayNotes = async (db: Db, caller: Caller, staffId: string, from: Day, to: Day): Promise<DayNote[]> => {
  const [promises, birthdays] = await Promise.all([
    duePromises(db, caller, staffId, from, to),
    birthdaysKept(db, caller, staffId, from, to),
  ])
  return [...promises, ...birthdays].toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}

const duePromises = async (db: Db, caller: Caller, staffId: string, from: Day, to: Day): Promise<DayNote[]> => {
  const rows = await db
    .selectFrom('promise')
    .innerJoin('customer', (on) =>
      on.onRef('customer.branch_id', '=', 'promise.branch_id').onRef('customer.id', '=', 'promise.customer_id'),
    )
    .select(['promise.id', 'promise.what', 'promise.due_at', 'customer.id as customer_id'])
    .select(['customer.name', 'customer.address_form'])
    .where('promise.branch_id', '=', caller.branchId)
    .where('promise.owner_id', '=', staffId)
    .where('promise.state', '=', 'open')
    .where('promise.due_at', '>=', instantAt(from, 0, caller.timeZone))
    .where('promise.due_at', '<', instantAt(addDays(to, 1), 0, caller.timeZone))
    .where('promise.customer_id', 'in', customersWithin(db, caller, 'customer.read').select('customer.id'))
    .orderBy('promise.due_at')
    .execute()
  return rows.map((row) => ({
    kind: 'promise',
    id: row.id,
    day: dayIn(row.due_at, caller.timeZone),
    at: row.due_at.toISOString(),
    what: row.what,
    customer: customerOf(row),
  }))
}

const customerOf = (row: { customer_id: string; name: string; address_form: string | null }) => ({
  id: row.customer_id,
  name: row.name,
  calledBy: calledBy({ name: row.name, addressForm: row.address_form }),
})

const isKept = sql<SqlBool>`(customer.dossier ? 'birthday' or customer.dossier ? 'keeperBirthday')`

/** Solar and lunar: each falls on its own day of each year. */
const birthdaysKept = async (db: Db, caller: Caller, staffId: string, from: Day, to: Day): Promise<DayNote[]> => {
  const kept = customersWithin(db, caller, 'customer.read').where('customer.manager_id', '=', staffId)
  const [own, people] = await Promise.all([
    kept
      .where(isKept)
      .select(['customer.id as customer_id', 'customer.name', 'customer.address_form'])
      .select(sql`coalesce(customer.dossier -> 'birthday', customer.dossier -> 'keeperBirthday')`.as('born'))
      .execute(),
    kept
      .innerJoin('contact_person', (on) =>
        on
          .onRef('contact_person.branch_id', '=', 'customer.branch_id')
          .onRef('contact_person.customer_id', '=', 'customer.id'),
      )
      .where('contact_person.birthday', 'is not', null)
      .where('contact_person.removed_at', 'is', null)
      .select(['customer.id as customer_id', 'customer.name', 'customer.address_form'])
      .select(['contact_person.id as person_id', 'contact_person.name as person_name'])
      .select('contact_person.address_form as person_form')
      .select('contact_person.birthday as born')
      .execute(),
  ])
  const notesOf = (row: (typeof own)[number], id: string, person: string | null): DayNote[] => {
    const birthday = birthdayFrom(row.born)
    if (birthday === null) return []
    return birthdaysBetween(birthday, from, to).map((day) => ({
      kind: 'birthday',
      id,
      day,
      person,
      birthday,
      customer: customerOf(row),
    }))
  }
  return [
    ...own.flatMap((row) => notesOf(row, row.customer_id, null)),
    ...people.flatMap((row) =>
      notesOf(row, row.person_id, calledBy({ name: row.person_name, addressForm: row.person_form })),
    ),
  ]
}
