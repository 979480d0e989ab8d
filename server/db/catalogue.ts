import type pg from 'pg'

/** One column of the schema, as the types are made from it. */
export type Column = {
  table: string
  isView: boolean
  name: string
  /** The type's own name (`int8`), an array's with a leading underscore (`_text`). */
  type: string
  /** The domain's name when the column has one. */
  domain: string | null
  nullable: boolean
  hasDefault: boolean
  /** Computed by the database, never written. */
  computed: boolean
  /** The values a check or an enumerated type allows, when it lists them. */
  choices: string[] | null
}

/** All tables and views of the schema, by table, then in column order. */
export const readColumns = async (pool: pg.Pool, schema = 'public'): Promise<Column[]> => {
  const choices = await readChoices(pool, schema)
  const { rows } = await pool.query<Omit<Column, 'choices'>>(
    `select c.table_name as "table", t.table_type = 'VIEW' as "isView", c.column_name as name, c.udt_name as type,
            c.domain_name as domain, c.is_nullable = 'YES' as nullable,
            c.column_default is not null or c.identity_generation is not distinct from 'BY DEFAULT' as "hasDefault",
            c.is_generated = 'ALWAYS' or c.identity_generation is not distinct from 'ALWAYS' as computed
       from information_schema.columns c
       join information_schema.tables t using (table_schema, table_name)
      where c.table_schema = $1
      order by c.table_name collate "C", c.ordinal_position`,
    [schema],
  )
  return rows.map((row) => ({
    ...row,
    choices: choices.get(`${row.table}.${row.name}`) ?? choices.get(row.type.replace(/^_/, '')) ?? null,
  }))
}

/** Listed values by `table.column` (check constraints on that column alone) and by enumerated type. */
const readChoices = async (pool: pg.Pool, schema: string): Promise<Map<string, string[]>> => {
  const checks = await pool.query<{ place: string; definition: string }>(
    `select t.relname || '.' || a.attname as place, pg_get_constraintdef(k.oid) as definition
       from pg_constraint k
       join pg_class t on t.oid = k.conrelid
       join pg_namespace n on n.oid = t.relnamespace
       join pg_attribute a on a.attrelid = t.oid and a.attnum = k.conkey[1]
      where k.contype = 'c' and cardinality(k.conkey) = 1 and n.nspname = $1`,
    [schema],
  )
  const enums = await pool.query<{ type: string; labels: string[] }>(
    `select t.typname as type, array_agg(e.enumlabel::text order by e.enumsortorder) as labels
       from pg_enum e join pg_type t on t.oid = e.enumtypid join pg_namespace n on n.oid = t.typnamespace
      where n.nspname = $1 group by t.typname`,
    [schema],
  )
  const listed = checks.rows.flatMap(({ place, definition }) => {
    const values = listedIn(definition)
    return values ? [[place, values] as const] : []
  })
  return new Map([...listed, ...enums.rows.map(({ type, labels }) => [type, labels] as const)])
}

/** `CHECK ((kind = ANY (ARRAY['person'::text, 'group'::text])))` → person, group; `<@` alike for an array column. Anything else lists nothing. */
export const listedIn = (definition: string): string[] | null => {
  const one = /^CHECK \(\(\(?\w+\)?(?:::text)? = ('(?:[^']|'')*')(?:::[\w ]+)?\)\)$/.exec(definition)
  const some = /^CHECK \(\(\(?\w+\)?(?:::text)? = ANY \(\(?ARRAY\[(.*?)\]\)?(?:::text\[\])?\)\)\)$/.exec(definition)
  const within = /^CHECK \(\(\w+ <@ ARRAY\[(.*?)\]\)\)$/.exec(definition)
  const list = one?.[1] ?? some?.[1] ?? within?.[1]
  if (list === undefined) return null
  const values = list.match(/'(?:[^']|'')*'/g)
  return values?.map((value) => value.slice(1, -1).replaceAll("''", "'")) ?? null
}
