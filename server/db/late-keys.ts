import type pg from 'pg'

type Late = { table: string; kind: 'constraint' | 'index'; name: string; definition: string }

/**
 * Does `work` while the given tables have no keys and no indexes, then builds them: one sort at the end instead of a search for
 * every row. Only for tables that are empty and in a transaction of the caller's, who alone uses them: they are locked until it
 * ends, and a failure or a kill leaves everything as it was.
 */
export const withLateKeys = async (
  client: pg.PoolClient,
  tables: readonly string[],
  work: () => Promise<void>,
  onKey?: (done: number, of: number) => void,
): Promise<void> => {
  const { rows: late } = await client.query<Late>(KEYS, [tables])
  for (const { table, kind, name } of late.toReversed())
    await client.query(kind === 'constraint' ? `alter table ${table} drop constraint ${name}` : `drop index ${name}`)
  await work()
  for (const [i, { definition }] of late.entries()) {
    await client.query(definition)
    onKey?.(i + 1, late.length)
  }
  for (const table of tables) await client.query(`analyze ${client.escapeIdentifier(table)}`)
}

/**
 * Primary and unique keys, then indexes, then foreign keys out of these tables. A key that foreign keys rest upon stays, for dozens
 * of tables may point at it.
 */
const KEYS = `
  with named as (select c.oid from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname = any ($1::text[]))
  select * from (
    select k.conrelid::regclass::text as table, 'constraint' as kind, quote_ident(k.conname) as name,
      format('alter table %s add constraint %I %s', k.conrelid::regclass, k.conname, pg_get_constraintdef(k.oid)) as definition,
      case k.contype when 'f' then 3 else 1 end as place
    from pg_constraint k
    where k.conrelid in (select oid from named) and (k.contype = 'f'
      or k.contype in ('p', 'u') and not exists (select from pg_constraint f where f.contype = 'f' and f.conindid = k.conindid))
    union all
    select i.indrelid::regclass::text, 'index', i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid), 2
    from pg_index i
    where i.indrelid in (select oid from named) and not exists (
      select from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u'))
  ) late order by place, name`
