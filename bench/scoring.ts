import { sql } from 'kysely'
import { trainChurnModel } from '#domain/churn/model.ts'
import { scorerOf } from '#domain/churn/score.ts'
import type { RawRow } from '#domain/churn/table.ts'
import { seededRandom } from '#domain/kernel/random.ts'
import type { Db } from '#server/db/pool.ts'
import { runMonth } from '#server/flows/run-month.ts'
import { print, seconds, withDatabase } from './measure.ts'

/**
 * Scoring a city's customers in one streaming pass, then a branch through the database, beside reading the same rows and scoring them in memory:
 * `node bench/scoring.ts [customers] [streamed]`.
 */
const CUSTOMERS = Number(process.argv[2] ?? 20_000)
const STREAMED = Number(process.argv[3] ?? 1_200_000)
const AT = new Date('2026-11-23T02:00:00Z')

const rows: RawRow[] = []
const labels: boolean[] = []
const random = seededRandom(5)
for (let i = 0; i < CUSTOMERS; i++) {
  const row: Record<string, string | number> = {}
  for (let column = 0; column < 12; column++) row[`列${column}`] = Math.round(random() * 100)
  rows.push(row)
  labels.push(random() < 1 / (1 + Math.exp(4 - Number(row['列0']) / 40 - Number(row['列1']) / 60)))
}

const fill = async (db: Db): Promise<void> => {
  await sql`insert into branch (id, name, created_at) values (1, 'bench', ${AT})`.execute(db)
  await sql`
    insert into customer (branch_id, id, code, kind, name, name_sort, name_folded, created_at, updated_at)
    select 1, gen_random_uuid(), i::text, 'person', 'C' || i, 'c' || i, 'c' || i, ${AT}, ${AT}
    from generate_series(0, ${CUSTOMERS - 1}::int) i`.execute(db)
  for (let from = 0; from < rows.length; from += 5000)
    await sql`
      insert into attribute_snapshot (branch_id, customer_id, as_of, attributes)
      select 1, c.id, '2026-10-31', r.value
      from jsonb_array_elements(${JSON.stringify(rows.slice(from, from + 5000))}::jsonb) with ordinality r
      join customer c on c.branch_id = 1 and c.code = (${from}::int + r.ordinality - 1)::text`.execute(db)
  await sql`analyze`.execute(db)
}

const trained = trainChurnModel(rows.slice(0, 3000), labels.slice(0, 3000), { additive: { bags: 1, sweeps: 200 } })
if (!trained.ok) throw new Error(trained.error.code)
const model = trained.value

/** Customers one after the other, each made as it is asked for: none is there before it, none is kept after it. */
function* stream(count: number): Generator<RawRow> {
  const own = seededRandom(9)
  for (let i = 0; i < count; i++) {
    const row: Record<string, string> = {}
    for (let column = 0; column < 12; column++) row[`列${column}`] = String(Math.round(own() * 100))
    yield row
  }
}

const cpuOf = (work: () => void): number => {
  const start = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1e6
}

/** The bare making of the rows is measured by itself and taken off, so that what is left is reading their cells and scoring. */
const streamed = (): void => {
  const scorer = scorerOf(model)
  if (!scorer.ok) throw new Error(scorer.error.code)
  let [cells, sum, highest] = [0, 0, 0]
  const making = cpuOf(() => {
    for (const row of stream(STREAMED)) cells += String(row['列0'] ?? '').length
  })
  const scored = cpuOf(() => {
    let done = 0
    for (const row of stream(STREAMED)) {
      const { probability, contributions } = scorer.value(row)
      sum += probability + (contributions[0]?.value ?? 0)
      if (++done % 100_000 === 0) highest = Math.max(highest, process.memoryUsage().heapUsed)
    }
  })
  if (!(sum > 0 && cells > 0)) throw new Error('no scores')
  print(`one pass over ${STREAMED} customers, 12 columns, every contribution, processor time`, scored - making, 's', {
    limit: making,
  })
  print('scoring in one pass, per core', STREAMED / (scored - making), 'customers/s', { target: 200_000 })
  print('the same with the making of the rows', STREAMED / scored, 'customers/s')
  print('memory in use during the pass, at most', highest / 1024 / 1024, 'MiB')
}
streamed()

await withDatabase(async ({ db }) => {
  await fill(db)
  const without = await seconds(() => runMonth(db, 1, '2026-10', AT))
  await db
    .insertInto('churn_model')
    .values({
      branch_id: 1,
      id: '01900000-0000-7000-8000-000000000001',
      definition: JSON.stringify(model),
      metrics: JSON.stringify(model.quality),
      rows: model.rows,
      positives: model.leavers,
      active: true,
      trained_at: AT,
    })
    .execute()
  const scorer = scorerOf(model)
  if (!scorer.ok) throw new Error(scorer.error.code)
  const bare = await seconds(async () => {
    const { rows: read } = await sql<{ attributes: RawRow }>`
      select attributes from attribute_snapshot where branch_id = 1`.execute(db)
    let sum = 0
    for (const { attributes } of read) sum += scorer.value(attributes).probability
    if (!(sum > 0)) throw new Error('no scores')
  })
  const whole = await seconds(() => runMonth(db, 1, '2026-10', AT))
  print(`monthly run without a model, ${CUSTOMERS} customers without bills`, without, 's')
  print(`monthly run with a model, reasons and money, ${CUSTOMERS} customers`, whole, 's', { limit: bare, target: 2.5 })
  print('scoring, read and written', CUSTOMERS / whole, 'customers/s', { limit: CUSTOMERS / bare, ratio: whole / bare })
})
