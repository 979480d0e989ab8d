import type { Month } from '#domain/kernel/day.ts'
import type { Fen } from '#domain/kernel/money.ts'
import type { Said } from '#domain/kernel/said.ts'
import type { MappingFacts } from './facts.ts'
import type { CustomerKind, TargetKind } from './field.ts'
import { fieldsOf } from './fields.ts'
import { normalHeader } from './header.ts'

export type AttributeType = 'number' | 'category' | 'flag'

/** What one column of a file is taken for. */
export type ColumnRole =
  | { role: 'field'; field: string }
  /** The bill of one month, side by side with other months. */
  | { role: 'bill'; month: Month; billKind: string }
  /** The sum of everything paid so far. */
  | { role: 'cumulative' }
  | { role: 'attribute'; key: string; as: AttributeType }
  /** Whether the customer left (true) or stayed, for training the warning. */
  | { role: 'label' }
  | { role: 'ignore' }

export type MappedColumn = { header: string; position: number; role: ColumnRole }

export type Mapping = {
  target: TargetKind
  /** The kind every row has; `mixed` when the column `kind` says it. */
  customerKind: CustomerKind | 'mixed'
  columns: readonly MappedColumn[]
  /** Begins the code of rows without one: `iran` → `iran-2` for row 2. */
  codePrefix: string
  /** The year meant by `1月` and `1月5日`. */
  year: number | null
  /** The most one bill may be. */
  absurdBill: Fen
}

/** 1,000,000 yuan a month for a person, a hundred times that for a group or an outlet. */
export const usualAbsurdBill = (kind: CustomerKind | 'mixed'): Fen => (kind === 'person' ? 100_000_000 : 10_000_000_000)

/** What keeps the mapping from being run; empty when nothing does. */
export const mappingFaults = (mapping: Mapping): Said<MappingFacts>[] => {
  const faults: Said<MappingFacts>[] = []
  const taken = new Map<string, string>()
  for (const { header, role } of mapping.columns) {
    const key = roleKey(role)
    if (key === null) continue
    const first = taken.get(key)
    if (first === undefined) taken.set(key, header)
    else faults.push({ code: 'mapping.twice', params: { field: key, first, second: header } })
  }
  for (const field of fieldsOf(mapping.target, mapping.customerKind)) {
    if (field.required && !taken.has(field.key)) faults.push({ code: 'mapping.missing', params: { field: field.key } })
  }
  const wide = mapping.columns.some((c) => c.role.role === 'bill')
  if (mapping.target === 'bill' && !wide && !(taken.has('month') && taken.has('amount'))) {
    faults.push({ code: 'mapping.no-amount', params: {} })
  }
  return faults
}

const roleKey = (role: ColumnRole): string | null => {
  switch (role.role) {
    case 'field':
      return role.field
    case 'bill':
      return `${role.month} ${role.billKind}`
    case 'attribute':
      return `attribute ${role.key}`
    case 'cumulative':
    case 'label':
      return role.role
    case 'ignore':
    default:
      return null
  }
}

/** A mapping kept for the next file with the same columns. Positions are not kept: columns may move. */
export type MappingTemplate = {
  name: string
  fingerprint: string
  mapping: Omit<Mapping, 'columns'> & { columns: readonly { header: string; role: ColumnRole }[] }
}

/** Same columns, whatever their order, case, width or spacing → same fingerprint. Problem columns of a returned file do not count. */
export const fingerprint = (headers: readonly string[]): string =>
  headers
    .filter((h) => h !== '' && !isReturnColumn(h))
    .map(normalHeader)
    .toSorted()
    .join('|')

export const templateOf = (name: string, mapping: Mapping): MappingTemplate => ({
  name,
  fingerprint: fingerprint(mapping.columns.map((c) => c.header)),
  mapping: { ...mapping, columns: mapping.columns.map(({ header, role }) => ({ header, role })) },
})

/**
 * A kept mapping on a new file's headers. Columns it does not know are ignored; columns it knew and the file lacks are listed in
 * `missing`, so that a file of another kind is noticed.
 */
export const applyTemplate = (
  template: MappingTemplate,
  headers: readonly string[],
): { mapping: Mapping; missing: string[]; unknown: string[] } => {
  const keptNames = namesInTurn(template.mapping.columns.map((c) => c.header))
  const names = namesInTurn(headers)
  const roles = new Map(template.mapping.columns.map((c, i) => [keptNames[i], c.role]))
  const present = new Set(names)
  const columns = headers.map((header, position): MappedColumn => {
    const role = isReturnColumn(header) ? undefined : roles.get(names[position])
    return { header, position, role: role ?? { role: 'ignore' } }
  })
  return {
    mapping: { ...template.mapping, columns },
    missing: template.mapping.columns.map((c) => c.header).filter((_, i) => !present.has(keptNames[i] ?? '')),
    unknown: headers.filter((h, i) => h !== '' && !isReturnColumn(h) && !roles.has(names[i])),
  }
}

const width: Record<AttributeType, number> = { flag: 0, number: 1, category: 2 }

/**
 * A kept role on a new file: an attribute that was a flag in a handful of rows and is a number here must not refuse half the
 * file, so of the two types the wider one is taken.
 */
export const widened = (kept: ColumnRole, guessed: ColumnRole): ColumnRole =>
  kept.role === 'attribute' && guessed.role === 'attribute' && width[guessed.as] > width[kept.as]
    ? { ...kept, as: guessed.as }
    : kept

/** Normal names, where a second column of the same name is told from the first: 金额, 金额#2. */
export const namesInTurn = (headers: readonly string[]): string[] => {
  const seen = new Map<string, number>()
  return headers.map((header) => {
    const name = normalHeader(header)
    const turn = (seen.get(name) ?? 0) + 1
    seen.set(name, turn)
    return turn === 1 ? name : `${name}#${turn}`
  })
}

/** The columns that a file of rejected rows has beside the original ones; ignored when it comes back. */
export const returnColumns = {
  zh: ['〔原行号〕', '〔有误的列〕', '〔问题〕', '〔怎么改〕'],
  en: ['[Original row]', '[Column at fault]', '[Problem]', '[What to do]'],
} as const

const returnNames = new Set<string>([...returnColumns.zh, ...returnColumns.en])

export const isReturnColumn = (header: string): boolean => returnNames.has(header.trim())

/** The original row of a returned file, so that a made code stays the same when the row comes back; null when it has none. */
export const originalRowColumn = (columns: readonly { header: string; position: number }[]): number | null =>
  columns.find((c) => c.header === returnColumns.zh[0] || c.header === returnColumns.en[0])?.position ?? null

/** The beginning of codes made for rows without one, from the file's name: `Customer_Churn.csv` → `Customer_Churn`. */
export const codePrefixOf = (fileName: string): string =>
  fileName
    .replace(/\.[^.]*$/, '')
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_|_$/g, '')
    .slice(0, 24) || 'row'
