import { sql } from 'kysely'
import { searchKeysOf } from '#domain/customer/name-keys.ts'
import { runMonth } from '#server/flows/run-month.ts'
import type { Db } from '#server/db/pool.ts'

/** A Monday at ten in Shanghai. */
export const AT = new Date('2026-11-23T02:00:00Z')

const surnames = [...'李王张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗']
const given = ['素珍', '志远', '雅宁', '国栋', '桂兰', '一诺', '小明', '若兰', '启衡', '晓岚']

/** Made from a number, so that rows may name one another before they are written. */
const madeId = (text: string) =>
  sql.raw(`overlay(overlay(md5(${text}) placing '7' from 13 for 1) placing '8' from 17 for 1)::uuid`)

export const managerCode = (n: number): string => `m${n}`

/**
 * An office of so many customers, 300 to a manager, with fourteen months of log-normal bills (a few pay most), numbers,
 * touches, promises and cases; the last two months are computed.
 */
export const fillOffice = async (db: Db, customers: number): Promise<void> => {
  const managers = Math.max(1, Math.round(customers / 300))
  await sql`insert into branch (id, name, created_at) values (1, 'bench', ${AT})`.execute(db)
  await sql`insert into unit (branch_id, id, code, name) values (1, ${madeId(`'unit'`)}, 'u', 'u')`.execute(db)
  await sql`
    insert into staff (branch_id, id, code, name, name_sort, short_name, roles, unit_id, auth_user_id)
    select 1, ${madeId(`'m' || i`)}, 'm' || i, 'm' || i, 'm' || i, 'm' || i, array['manager'], ${madeId(`'unit'`)}, 'm' || i
    from generate_series(1, ${managers}::int) i`.execute(db)
  await fillCustomers(db, customers, managers)
  await fillBills(db)
  await fillLedgers(db)
  await sql`vacuum analyze`.execute(db)
  await runMonth(db, 1, '2026-09', AT)
  await runMonth(db, 1, '2026-10', AT)
  await sql`vacuum analyze standing`.execute(db)
}

const fillCustomers = async (db: Db, customers: number, managers: number): Promise<void> => {
  const names = surnames.flatMap((surname) =>
    given.map((each) => ({ name: surname + each, keys: searchKeysOf(surname + each) })),
  )
  const of = (take: (each: (typeof names)[number]) => string) => sql`${names.map(take)}::text[]`
  await sql`
    insert into customer (branch_id, id, code, kind, name, name_sort, name_folded, manager_id, backup_id, unit_id, created_at, updated_at)
    select 1, ${madeId(`'c' || i`)}, 'C' || i, (array['person', 'person', 'person', 'group', 'outlet'])[1 + i % 5],
      (${of(({ name }) => name)})[1 + i % ${names.length}], (${of(({ keys }) => keys.sortKey)})[1 + i % ${names.length}] || i,
      (${of(({ keys }) => keys.plain)})[1 + i % ${names.length}], s.id, b.id, ${madeId(`'unit'`)}, ${AT}, ${AT}
    from generate_series(1, ${customers}::int) i
      join staff s on s.code = 'm' || (1 + i % ${managers}) join staff b on b.code = 'm' || (1 + (i + 1) % ${managers})`.execute(
    db,
  )
  await sql`
    insert into member (branch_id, id, customer_id, kind, number, status, main)
    select 1, ${madeId(`'n' || c.code`)}, c.id, 'mobile', (13000000000 + right(c.code, -1)::bigint * 7919 % 999999999)::text, 'active', true
    from customer c`.execute(db)
  await sql`
    insert into customer_key (branch_id, kind, key, customer_id)
    select 1, 'initials', (${of(({ keys }) => keys.initials[0] ?? '')})[1 + right(c.code, -1)::int % ${names.length}], c.id from customer c
    union all select 1, 'phone_tail', reverse(m.number), m.customer_id from member m`.execute(db)
}

export const fillBills = async (db: Db): Promise<void> => {
  await sql`
    insert into bill (branch_id, customer_id, month, amount_fen)
    select 1, c.id, m, (exp(8 + 1.2 * sqrt(-2 * ln(1 - random())) * cos(2 * pi() * random())) * 3)::bigint
    from unnest(array[202509, 202510, 202511, 202512, 202601, 202602, 202603, 202604, 202605, 202606, 202607, 202608, 202609, 202610]) m,
      customer c`.execute(db)
}

const fillLedgers = async (db: Db): Promise<void> => {
  await sql`
    insert into touch (branch_id, id, customer_id, staff_id, at, channel, direction, purpose, reached, note)
    select 1, gen_random_uuid(), c.id, c.manager_id, ${AT}::timestamptz - make_interval(days => 1 + (random() * 200)::int), 'call', 'active',
      'service', true, '聊了套餐'
    from customer c, generate_series(1, 3)`.execute(db)
  await sql`
    insert into promise (branch_id, id, customer_id, what, due_at, made_at, made_by, owner_id)
    select 1, gen_random_uuid(), c.id, '回电', ${AT}::timestamptz + make_interval(days => (random() * 20)::int - 5), ${AT}::timestamptz - interval '9 days',
      c.manager_id, c.manager_id from customer c where random() < .05`.execute(db)
  await sql`
    insert into service_case (branch_id, id, code, customer_id, kind, what, opened_at, due_at, owner_id)
    select 1, gen_random_uuid(), 'S' || c.code, c.id, 'complaint', '漫游费', ${AT}::timestamptz - interval '2 days', ${AT}::timestamptz + interval '1 day', c.manager_id
    from customer c where random() < .02`.execute(db)
}
