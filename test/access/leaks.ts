import { sql } from 'kysely'
import { covers, type Owned, scopeOf } from '#domain/staff/scope.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'
import { SECRETS } from './seeds.ts'

type Kept = Owned & { id: string; name: string }

/** Finds in a reply what its reader may not know. */
export type Leaks = (caller: Caller | null, text: string, sent: string) => string[]

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g
const PHONE = /(?<!\d)1[3-9]\d{9}(?!\d)/g

/** What was handed to somebody names its customer to them: a promise or case of theirs, a contact they led, what they were asked. */
const HANDED: readonly (readonly [table: string, person: string])[] = [
  ['hand_over', 'from_id'],
  ['promise', 'owner_id'],
  ['service_case', 'owner_id'],
  ['task', 'owner_id'],
  ['appointment', 'owner_id'],
  ['run', 'staff_id'],
  ['form', 'author_id'],
  ['touch', 'staff_id'],
]

/** Everything of the first branch that could stand in a reply, and who may read it. */
export const leaksIn = async (db: Db, owner: Caller): Promise<Leaks> => {
  const customers = new Map((await everyCustomer(db)).map((one) => [one.id, one]))
  const records = await everyRecord(db)
  const numbers = new Set(await everyNumber(db))
  const shown = await numbersOnCalls(db)
  const handed = await everyHanded(db)
  const names = uniqueNames([...customers.values()])
  const named = namesIn(names)
  const sees = (caller: Caller, id: string): boolean => {
    const customer = customers.get(id)
    if (!customer) return true
    if (caller.branchId !== 1) return false
    return covers(scopeOf(caller, 'customer.read'), customer) || (handed.get(caller.staffId)?.has(id) ?? false)
  }
  const may = (caller: Caller | null, customerId: string | undefined): boolean =>
    customerId === undefined || (caller !== null && sees(caller, customerId))
  return (caller, text, sent) => [
    ...[...new Set(text.match(UUID))].filter(
      (id) => !sent.includes(id) && !may(caller, customers.has(id) ? id : records.get(id)),
    ),
    ...named(text).filter((name) => !may(caller, names.get(name))),
    ...[...new Set(text.match(PHONE))].filter(
      (number) => numbers.has(number) && !shown.get(caller?.staffId ?? '')?.has(number),
    ),
    ...(caller?.staffId === owner.staffId ? [] : SECRETS.filter((secret) => text.includes(secret))),
  ]
}

const everyCustomer = async (db: Db): Promise<Kept[]> =>
  (
    await sql<Kept>`select id, name, manager_id "managerId", backup_id "backupId", unit_id "unitId"
      from customer where branch_id = 1`.execute(db)
  ).rows

/** Which customer a record of any table is about. */
const everyRecord = async (db: Db): Promise<Map<string, string>> => {
  const { rows: tables } = await sql<{ name: string }>`
    select table_name as name from information_schema.columns
    where table_schema = 'public' and column_name in ('id', 'customer_id') and table_name <> 'audit_event'
    group by table_name having count(*) = 2`.execute(db)
  const found = new Map<string, string>()
  for (const { name } of tables) {
    const { rows } = await sql<{ id: string; customer_id: string | null }>`
      select id, customer_id from ${sql.table(name)} where branch_id = 1`.execute(db)
    for (const { id, customer_id } of rows) if (customer_id !== null) found.set(id, customer_id)
  }
  return found
}

const everyNumber = async (db: Db): Promise<string[]> =>
  (
    await sql<{
      number: string
    }>`select number from member where branch_id = 1 and number ~ '^1[3-9][0-9]{9}$'`.execute(db)
  ).rows.map(({ number }) => number)

/** The numbers whose contact is under way, by who leads it: to them alone one shows [P-29]. */
const numbersOnCalls = async (db: Db): Promise<Map<string, Set<string>>> => {
  const { rows } = await sql<{ staff: string; number: string }>`
    select r.staff_id as staff, m.number from run r
    join member m on m.branch_id = r.branch_id and m.customer_id = r.customer_id
    where r.branch_id = 1 and r.finished_at is null`.execute(db)
  const byStaff = Map.groupBy(rows, ({ staff }) => staff)
  return new Map([...byStaff].map(([staff, calls]) => [staff, new Set(calls.map(({ number }) => number))]))
}

const everyHanded = async (db: Db): Promise<Map<string, Set<string>>> => {
  const found = new Map<string, Set<string>>()
  for (const [table, person] of HANDED) {
    const { rows } = await sql<{ staff: string; customer_id: string }>`
      select distinct ${sql.ref(person)} as staff, customer_id from ${sql.table(table)}
      where branch_id = 1 and customer_id is not null`.execute(db)
    for (const { staff, customer_id } of rows) found.set(staff, (found.get(staff) ?? new Set()).add(customer_id))
  }
  return found
}

/** Names that one customer alone bears and that are no part of another's. */
const uniqueNames = (customers: readonly Kept[]): Map<string, string> =>
  new Map(
    customers
      .filter(
        ({ id, name }) => name.length > 2 && !customers.some((other) => other.id !== id && other.name.includes(name)),
      )
      .map(({ id, name }) => [name, id]),
  )

/** Looks names up by their first two characters: one look a character, however many names there are. */
const namesIn = (names: ReadonlyMap<string, string>) => {
  const byStart = Map.groupBy(names.keys(), (name) => name.slice(0, 2))
  return (text: string): string[] => {
    const found = new Set<string>()
    for (let i = 0; i < text.length - 1; i++) {
      if (text.charCodeAt(i) < 0x3000) continue
      for (const name of byStart.get(text.slice(i, i + 2)) ?? []) if (text.startsWith(name, i)) found.add(name)
    }
    return [...found]
  }
}
