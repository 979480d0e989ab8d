import { sql } from 'kysely'
import type { Reply } from '#api/endpoint.ts'
import type { personalEndpoints } from '#api/personal.ts'
import { dossierEn } from '#domain/customer/dossier.en.ts'
import { dossierZh } from '#domain/customer/dossier.zh.ts'
import { fieldOf } from '#domain/customer/dossier.ts'
import type { Id } from '#domain/kernel/id.ts'
import type { Language } from '#domain/kernel/said.ts'
import { dataParts, type DataPart } from '#domain/personal/erasure.ts'
import { fieldText } from '#domain/personal/field-text.ts'
import { lineWords as en } from '#domain/personal/words.en.ts'
import { lineWords as zh } from '#domain/personal/words.zh.ts'
import { maskedText } from '#server/customer/masked.ts'
import { requireCustomer } from '#server/customer/show.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'
import { linesFrom } from './lines.ts'
import { idsOf } from './ids.ts'

type Shown = Reply<(typeof personalEndpoints)['GET /api/customers/:id/personal-data']>
type Lines = Shown['sections'][number]['lines']

/** How a reader gets it: in which language, numbers whole or masked, at most how many lines of a part. */
type Way = { language: Language; whole: boolean; most: number }

/** Everything kept about a customer in lines that anybody can read; the newest of each part first. */
export const aboutCustomer = async (db: Db, caller: Caller, id: Id, way: Way): Promise<Shown> => {
  const row = await requireCustomer(db, caller, id, 'customer.personal')
  const words = way.language === 'zh' ? zh : en
  const ids = await idsOf(db, caller.branchId, id)
  const found = await linesFrom(db, caller, ids, words)
  const own = new Map<DataPart, Lines>([...found, ['file', [...identity(row, way), ...(found.get('file') ?? [])]]])
  const masked = (line: Lines[number]): Lines[number] =>
    way.whole ? line : { ...line, what: withoutNumbers(line.what), note: line.note && withoutNumbers(line.note) }
  return {
    name: row.name,
    code: row.code,
    kind: row.kind,
    sections: dataParts.flatMap((part) => {
      const lines = own.get(part) ?? []
      return lines.length === 0
        ? []
        : [{ part, more: Math.max(0, lines.length - way.most), lines: lines.slice(0, way.most).map(masked) }]
    }),
  }
}

/** Telephone and paper numbers in a line of words; days and amounts of a bill stay. */
const withoutNumbers = (text: string): string => text.replaceAll(/\+?\d{7,}/g, maskedText)

type Row = Awaited<ReturnType<typeof requireCustomer>>

const identity = (row: Row, { language, whole }: Way): Lines => {
  const words = language === 'zh' ? zh : en
  const labels = language === 'zh' ? dossierZh : dossierEn
  const said = (note: string | null, what: string): Lines => (what === '' ? [] : [{ on: null, what, note }])
  const reading = { labels, language, yes: words.yes, no: words.no }
  const fields = Object.entries(row.dossier as Record<string, unknown>).flatMap(([key, value]) => {
    const field = fieldOf(key)
    if (!field || value === null) return []
    const text = fieldText(field, value, reading)
    return said(labels.fields[key] ?? key, field.personal && !whole ? maskedText(text) : text)
  })
  return [
    ...said(words.name, row.name),
    ...said(words.addressForm, row.address_form ?? ''),
    ...said(words.code, row.code),
    ...said(words.since, row.since ?? ''),
    ...said(words.officialLevel, row.official_level ?? ''),
    ...fields,
  ]
}

/** Every row there is about them, as it is stored, for a program to read. */
export const rowsAbout = async (
  db: Db,
  branchId: number,
  ids: readonly Id[],
  tables: readonly (readonly [table: string, condition: ReturnType<typeof sql>])[],
): Promise<Record<string, unknown[]>> => {
  const found: Record<string, unknown[]> = {}
  for (const [table, condition] of tables) {
    const { rows } = await sql<{ row: unknown }>`
      select to_jsonb(t) - 'branch_id' as row from ${sql.table(table)} t where ${condition}`.execute(db)
    if (rows.length > 0) found[table] = rows.map(({ row }) => row)
  }
  const { rows } = await sql<{ row: unknown }>`
    select to_jsonb(c) - 'branch_id' - 'name_folded' - 'name_sort' as row from customer c
    where branch_id = ${branchId} and id = any(${[...ids]}::uuid[])`.execute(db)
  return { customer: rows.map(({ row }) => row), ...found }
}
