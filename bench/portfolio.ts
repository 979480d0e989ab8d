import { sql } from 'kysely'
import type { Db } from '#server/db/pool.ts'
import { runMonth } from '#server/flows/run-month.ts'
import { print, seconds, withDatabase } from './measure.ts'
import { AT, fillBills } from './office.ts'

/**
 * The monthly run (sums, ranks, tiers, movement, a warning with reasons for everybody) beside the bare SQL that sums, ranks
 * and writes as many rows under the same keys: `node bench/portfolio.ts [customers]`.
 */
const CUSTOMERS = Number(process.argv[2] ?? 30_000)

const fill = async (db: Db): Promise<void> => {
  await sql`insert into branch (id, name, created_at) values (1, 'bench', ${AT})`.execute(db)
  await sql`
    insert into customer (branch_id, id, code, kind, name, name_sort, name_folded, created_at, updated_at)
    select 1, gen_random_uuid(), 'C' || i, (array['person', 'person', 'person', 'group', 'outlet'])[1 + i % 5], 'C' || i, 'c' || i, 'c' || i,
      ${AT}, ${AT} from generate_series(1, ${CUSTOMERS}::int) i`.execute(db)
  await fillBills(db)
  await sql`vacuum analyze`.execute(db)
}

const bare = (db: Db, name: string) => async () => {
  await sql`
    create table ${sql.table(name)} (like standing including all,
      foreign key (branch_id, customer_id) references customer (branch_id, id))`.execute(db)
  await sql`
    insert into ${sql.table(name)} (branch_id, month, customer_id, kind, paid12_fen, months_billed, rank, top_share)
    select 1, 202610, c.id, c.kind, s.fen, s.months, rank() over (partition by c.kind order by s.fen desc),
      percent_rank() over (partition by c.kind order by s.fen desc)
    from (select customer_id, sum(amount_fen) as fen, count(*) as months from bill
      where branch_id = 1 and month between 202511 and 202610 group by customer_id) s
    join customer c on c.branch_id = 1 and c.id = s.customer_id`.execute(db)
}

await withDatabase(async ({ db }) => {
  await fill(db)
  const before = await seconds(bare(db, 'bare_before'))
  const whole = await seconds(() => runMonth(db, 1, '2026-09', AT))
  const next = await seconds(() => runMonth(db, 1, '2026-10', AT))
  const limit = (before + (await seconds(bare(db, 'bare_after')))) / 2
  print(`monthly run from bills, ${CUSTOMERS} customers`, whole, 's', { limit, target: 2.5 })
  print(`monthly run from the month before, ${CUSTOMERS} customers`, next, 's', { limit, target: 2.5 })
})
