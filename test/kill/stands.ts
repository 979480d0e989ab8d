import { asked } from './asked.ts'
import type { Left } from './work.ts'

/** Where the row that a write leaves is found by its id. */
const idOf: Record<Left['table'], string> = {
  customer: 'id',
  run: 'id',
  run_event: 'id',
  touch: 'run_id',
  promise: 'id',
  task: 'id',
}

/** What must not be: each query gives one line of text for every fault it finds. */
const faults = [
  `select 'filed twice: contact ' || run_id as fault from touch where run_id is not null group by run_id having count(*) > 1`,
  `select 'promised twice: contact ' || run_id as fault from promise where run_id is not null group by run_id having count(*) > 1`,
  `select 'finished and not filed: contact ' || e.run_id as fault from run_event e
   where e.kind = 'finished' and not exists (select from touch t where t.run_id = e.run_id)`,
  `select 'filed without its promise: contact ' || t.run_id as fault from touch t
   where t.run_id is not null and not exists (select from promise p where p.run_id = t.run_id)`,
  `select 'gap in the order: contact ' || run_id as fault from run_event group by run_id having max(seq) <> count(*)`,
  `select 'no word of it in the log: ' || c.name as fault from customer c
   where not exists (select from audit_event a where a.entity_id = c.id)`,
]

/** What of the acknowledged is not there exactly once, and what stands half done. Empty when all is well. */
export const whatIsWrong = async (data: string, left: readonly Left[]): Promise<string[]> => {
  const wrong: string[] = []
  for (const table of Object.keys(idOf) as Left['table'][]) {
    const ids = left.filter((one) => one.table === table).map(({ id }) => id)
    const rows = await asked<{ id: string; rows: string }>(
      data,
      `select ${idOf[table]} as id, count(*) as rows from ${table} where ${idOf[table]} = any($1) group by 1`,
      [ids],
    )
    const found = new Map(rows.map(({ id, rows: times }) => [id, Number(times)]))
    for (const id of ids)
      if (found.get(id) !== 1) wrong.push(`acknowledged, and there ${found.get(id) ?? 0} times: ${table} ${id}`)
  }
  for (const query of faults) wrong.push(...(await asked<{ fault: string }>(data, query)).map(({ fault }) => fault))
  return wrong
}
