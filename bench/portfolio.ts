import { sql } from 'kysely'
import type { Db } from '#server/db/pool.ts'
import { runMonth } from '#server/flows/run-month.ts'
import { print, seconds, withDatabase } from './measure.ts'

/** The monthly run beside the bare SQL that sums, ranks and writes as many rows: `node bench/portfolio.ts [customers]`. */
const CUSTOMERS = Number(process.argv[2] ?? 100_000)
const AT = new Date('2026-11-23T02:00:00Z')

const fill = async (db: Db): Promise<void> => {
  await sql`insert into branch (id, name, created_at) values (1, 'bench', ${AT})`.execute(db)
  await sql`
    insert into customer (branch_id, id, code, kind, name, name_sort, name_folded, created_at, updated_at)
    select 1, gen_random_uuid(), 'C' || i, (array['person', 'person', 'person', 'group', 'outlet'])[1 + i % 5], 'C' || i, 'c' || i, 'c' || i,
      ${AT}, ${AT} from generate_series(1, ${CUSTOMERS}::int) i`.execute(db)
  // a few pay most: log-normal amounts, thirteen months each, month by month as they come
  await sql`
    insert into bill (branch_id, customer_id, month, amount_fen)
    select 1, c.id, m, (exp(8 + 1.2 * sqrt(-2 * ln(1 - random())) * cos(2 * pi() * random())) * 3)::bigint
    from unnest(array[202509, 202510, 202511, 202512, 202601, 202602, 202603, 202604, 202605, 202606, 202607, 202608, 202609, 202610]) m,
      customer c`.execute(db)
  await sql`analyze`.execute(db)
}

/** What a run cannot go below: sum twelve months, rank, write one row a customer with its key. */
const bare = (db: Db, name: string) => async () => {
  await sql`create table ${sql.table(name)} (like standing including all)`.execute(db)
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
  const raw = await seconds(bare(db, 'bare_standing'))
  print(
    `portfolio run from bills, ${CUSTOMERS} customers`,
    await seconds(() => runMonth(db, 1, '2026-09', AT)),
    's',
    raw,
  )
  print(`portfolio run from the month before`, await seconds(() => runMonth(db, 1, '2026-10', AT)), 's', raw)
})
