import type pg from 'pg'

/**
 * Tables that belong to no branch: small, the same on every node of a cluster ("reference tables" in Citus). All other
 * tables of the `public` schema hold a branch's business and are led by its id. Libraries (sign-in, jobs) have schemas
 * of their own, whose tables stay on one node with their own keys.
 */
const referenceTables: readonly string[] = [
  'branch',
  'checklist',
  'form_layout',
  'pack',
  'pack_offer',
  'playbook',
  'script_file',
]

/** Kept by the program itself on one node: the record of migrations. */
const localTables: readonly string[] = ['weixi_migration']

type Fault = { rule: string; where: string }

/** What in the schema would not survive being distributed by branch, or would give another order on another engine. */
export const schemaFaults = async (pool: pg.Pool): Promise<string[]> => {
  const found = await Promise.all(
    rules.map(async ({ rule, sql }) => {
      const { rows } = await pool.query<Fault>(sql, [[...referenceTables, ...localTables]])
      return rows.map((row) => `${row.where}: ${rule}`)
    }),
  )
  return found.flat().sort()
}

/** Columns of `$numbers` in their order, as names of the table `$table`. */
const names = (table: string, numbers: string): string =>
  `(select coalesce(array_agg(a.attname::text order by k.place), '{}')
      from unnest(${numbers}) with ordinality as k(number, place)
      join pg_attribute a on a.attrelid = ${table} and a.attnum = k.number)`

const businessTables = `business as (
  select c.oid, c.relname::text as name from pg_class c
   where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> all ($1::text[]))`

const rules: { rule: string; sql: string }[] = [
  {
    rule: 'has no branch_id that is never null',
    sql: `with ${businessTables} select name as "where" from business b where not exists (
            select from pg_attribute a where a.attrelid = b.oid and a.attname = 'branch_id' and a.attnotnull)`,
  },
  {
    rule: 'has no primary key',
    sql: `with ${businessTables} select name as "where" from business b where not exists (
            select from pg_constraint k where k.conrelid = b.oid and k.contype = 'p')`,
  },
  {
    rule: 'a primary or unique key begins with branch_id',
    sql: `with ${businessTables} select b.name || ' ' || i.indexrelid::regclass as "where"
            from business b join pg_index i on i.indrelid = b.oid and i.indisunique
           where (${names('b.oid', 'i.indkey::int2[]')})[1] is distinct from 'branch_id' or i.indkey[0] = 0`,
  },
  {
    rule: 'a foreign key between business tables begins with branch_id on both sides',
    sql: `with ${businessTables} select b.name || ' ' || k.conname as "where"
            from business b join pg_constraint k on k.conrelid = b.oid and k.contype = 'f'
            join business other on other.oid = k.confrelid
           where (${names('b.oid', 'k.conkey')})[1] is distinct from 'branch_id'
              or (${names('other.oid', 'k.confkey')})[1] is distinct from 'branch_id'`,
  },
  {
    rule: 'a reference table may not point to a business table',
    sql: `with ${businessTables} select k.conrelid::regclass || ' ' || k.conname as "where"
            from pg_constraint k join business b on b.oid = k.confrelid
           where k.contype = 'f' and k.conrelid not in (select oid from business)`,
  },
  {
    rule: 'a trigger keeps the table from being distributed; rules live in domain/',
    sql: `with ${businessTables} select b.name || ' ' || t.tgname as "where"
            from business b join pg_trigger t on t.tgrelid = b.oid where not t.tgisinternal`,
  },
  {
    rule: 'instants are timestamptz, days are date',
    sql: `with ${businessTables} select b.name || '.' || a.attname as "where"
            from business b join pg_attribute a on a.attrelid = b.oid and a.attnum > 0
           where a.atttypid in ('timestamp'::regtype, 'time'::regtype, 'timetz'::regtype)`,
  },
  {
    rule: 'a default may not read the clock; the writer passes the time',
    sql: `with ${businessTables} select b.name || '.' || a.attname as "where"
            from business b join pg_attrdef d on d.adrelid = b.oid
            join pg_attribute a on a.attrelid = b.oid and a.attnum = d.adnum
           where pg_get_expr(d.adbin, d.adrelid) ~* '(now\\(|current_|clock_timestamp|localtime|gen_random_uuid)'`,
  },
  {
    rule: 'text in an ordered index is collate "C", so that every engine gives the same order',
    sql: `with ${businessTables} select distinct b.name || '.' || a.attname as "where"
            from business b join pg_index i on i.indrelid = b.oid
            join pg_class x on x.oid = i.indexrelid join pg_am m on m.oid = x.relam and m.amname = 'btree'
            cross join lateral unnest(i.indkey::int2[], i.indcollation::oid[]) as k(number, collated)
            join pg_attribute a on a.attrelid = b.oid and a.attnum = k.number
            join pg_collation c on c.oid = k.collated
           where c.collname <> 'C'`,
  },
]
