import type pg from 'pg'

/** A table with the columns that hold something of its own. */
export type TableToKeep = { schema: string; name: string; columns: string[] }

/** Sign-in and business; the queue's own tables are made anew from what waits in the outbox. */
const SCHEMAS = ['public', 'auth']

/** What migrating writes by itself. */
const NOT_KEPT = ['public.weixi_migration']

type Link = { child: string; parent: string }

/** Every table to keep, each after those its rows point to. */
export const tablesToKeep = async (client: pg.ClientBase): Promise<TableToKeep[]> => {
  const { rows } = await client.query<TableToKeep>(
    `select n.nspname as schema, c.relname as name,
            array_agg(a.attname::text order by a.attnum) filter (where a.attgenerated = '') as columns
       from pg_class c
       join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where n.nspname = any($1) and c.relkind in ('r', 'p') and not c.relispartition
      group by 1, 2 order by n.nspname collate "C", c.relname collate "C"`,
    [SCHEMAS],
  )
  const links = await client.query<Link>(
    `select distinct cn.nspname || '.' || c.relname as child, pn.nspname || '.' || p.relname as parent
       from pg_constraint f
       join pg_class c on c.oid = f.conrelid join pg_namespace cn on cn.oid = c.relnamespace
       join pg_class p on p.oid = f.confrelid join pg_namespace pn on pn.oid = p.relnamespace
      where f.contype = 'f' and f.conrelid <> f.confrelid and cn.nspname = any($1)`,
    [SCHEMAS],
  )
  return inOrder(
    rows.filter((table) => !NOT_KEPT.includes(fullName(table))),
    links.rows,
  )
}

export const fullName = ({ schema, name }: { schema: string; name: string }): string => `${schema}.${name}`

/** Parents before children. Throws where tables point at each other in a ring: none of ours do. */
const inOrder = (tables: readonly TableToKeep[], links: readonly Link[]): TableToKeep[] => {
  const placed = new Set<string>()
  const ordered: TableToKeep[] = []
  let left = [...tables]
  while (left.length > 0) {
    const ready = left.filter((table) =>
      links.every(({ child, parent }) => child !== fullName(table) || placed.has(parent)),
    )
    if (ready.length === 0) throw new Error(`Tables point at each other in a ring: ${left.map(fullName).join(', ')}`)
    for (const table of ready) placed.add(fullName(table))
    ordered.push(...ready)
    left = left.filter((table) => !ready.includes(table))
  }
  return ordered
}
