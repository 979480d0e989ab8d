import type { Column } from './catalogue.ts'

/**
 * The Kysely table types as TypeScript text: tables by name, columns in their order, so that the same schema always
 * gives the same text. Ids, days, months and fen get the domain's names.
 */
export const tableTypes = (columns: Column[]): string => {
  const tables = Map.groupBy(columns, (column) => column.table)
  const body = [...tables].map(([name, own]) => tableType(name, own)).join('\n')
  const list = [...tables.keys()].map((name) => `  ${name}: ${pascal(name)}Table`).join('\n')
  return [
    '// Made by `node scripts/run.mjs tables` from the migrations; do not edit.',
    ...imports(body),
    '',
    body,
    'export type Tables = {',
    list,
    '}',
    '',
  ].join('\n')
}

const tableType = (name: string, columns: Column[]): string =>
  [
    `type ${pascal(name)}Table = {`,
    ...columns.map((column) => `  ${column.name}: ${columnType(column)}`),
    '}',
    '',
  ].join('\n')

const columnType = (column: Column): string => {
  const value = valueType(column)
  const orNull = column.nullable ? ' | null' : ''
  if (value === 'Json') return jsonType(column) + (column.isView || column.computed ? '' : orNull)
  if (column.isView) return `ColumnType<${value}${orNull}, never, never>`
  if (column.computed) return `GeneratedAlways<${value}${orNull}>`
  return column.hasDefault ? `Generated<${value}${orNull}>` : value + orNull
}

/** Json is itself a column type (read one way, written another), which Kysely's wrappers cannot wrap. */
const jsonType = (column: Column): string => {
  if (column.isView || column.computed) return 'ColumnType<unknown, never, never>'
  return column.hasDefault ? 'GeneratedJson' : 'Json'
}

const valueType = (column: Column): string => {
  if (!column.type.startsWith('_')) return elementType(column)
  const element = elementType({ ...column, type: column.type.slice(1) })
  return element.includes(' ') ? `(${element})[]` : `${element}[]`
}

const elementType = (column: Column): string => {
  if (column.choices) return column.choices.map(quoted).join(' | ')
  const base = byType[column.type] ?? 'string'
  if (base === 'string' && /^(id|.*_id)$/.test(column.name)) return 'Id'
  if (base === 'string' && /^(month|.*_month)$/.test(column.name)) return 'Month'
  if (base === 'number' && column.name.endsWith('_fen')) return 'Fen'
  return base
}

const byType: Record<string, string> = {
  bool: 'boolean',
  int2: 'number',
  int4: 'number',
  int8: 'number',
  float4: 'number',
  float8: 'number',
  numeric: 'number',
  date: 'Day',
  timestamptz: 'Date',
  json: 'Json',
  jsonb: 'Json',
  uuid: 'Id',
  bytea: 'Buffer',
}

const quoted = (value: string): string => `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`

const pascal = (name: string): string =>
  name.replaceAll(/(?:^|_)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())

const sources: [from: string, names: string[]][] = [
  ['kysely', ['ColumnType', 'Generated', 'GeneratedAlways']],
  ['#domain/kernel/day.ts', ['Day', 'Month']],
  ['#domain/kernel/id.ts', ['Id']],
  ['#domain/kernel/money.ts', ['Fen']],
  ['./columns.ts', ['GeneratedJson', 'Json']],
]

const imports = (body: string): string[] =>
  sources.flatMap(([from, names]) => {
    const used = names.filter((name) => new RegExp(`\\b${name}\\b`).test(body))
    return used.length > 0 ? [`import type { ${used.join(', ')} } from '${from}'`] : []
  })
