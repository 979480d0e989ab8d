import type { Row } from '#domain/import/cell.ts'
import { openBiff } from './biff.ts'
import { delimitedRows, headText } from './delimited-rows.ts'
import { detectDelimiter } from './delimited.ts'
import { detectEncoding, type Encoding } from './encoding.ts'
import { cutOff, fail } from './failure.ts'
import { htmlRows } from './html.ts'
import { type Limits, usualLimits } from './limits.ts'
import type { Source } from './source.ts'
import { openXlsx } from './xlsx.ts'

export type SheetFormat = 'csv' | 'tsv' | 'semicolon' | 'pipe' | 'xlsx' | 'xls' | 'html'

/** A file understood by its bytes. `rows()` may be called again: once for the preview, once for the run. */
export type Sheet = {
  format: SheetFormat
  /** Null for workbooks, which carry their own. */
  encoding: { name: Encoding; confidence: number } | null
  sheetNames: string[]
  sheetName: string | null
  rows: () => AsyncGenerator<Row>
}

export type OpenOptions = {
  sheet?: string
  /** How many bytes the sender announced; fewer arrived means a half-written upload. */
  expectedBytes?: number
  limits?: Partial<Limits>
}

const begins = (head: Uint8Array, ...bytes: number[]): boolean => bytes.every((b, i) => head[i] === b)

/** What else people pick by mistake, named so that the message can say so. */
const FOREIGN: [string, number[]][] = [
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['png', [0x89, 0x50, 0x4e, 0x47]],
  ['jpeg', [0xff, 0xd8, 0xff]],
  ['gif', [0x47, 0x49, 0x46, 0x38]],
  ['rar', [0x52, 0x61, 0x72, 0x21]],
  ['7z', [0x37, 0x7a, 0xbc, 0xaf]],
  ['gzip', [0x1f, 0x8b]],
]

const formats: Record<string, SheetFormat> = { '\t': 'tsv', ';': 'semicolon', '|': 'pipe' }

/**
 * Opens a table whatever its name says: CSV in its dialects, XLSX, and `.xls` as binary, web page or tab text.
 * @throws SheetError with a coded sentence (`SheetFacts`); also from `rows()`, for faults that lie further in.
 */
export const openSheet = async (source: Source, options: OpenOptions = {}): Promise<Sheet> => {
  const limits = { ...usualLimits, ...options.limits }
  if (options.expectedBytes !== undefined && source.size < options.expectedBytes) throw cutOff()
  if (source.size === 0) throw fail('sheet.empty', {})
  const head = await source.read(0, 4096)
  const wanted = options.sheet ?? null
  if (begins(head, 0x50, 0x4b, 3, 4)) {
    return { format: 'xlsx', encoding: null, ...(await openXlsx(source, wanted, limits)) }
  }
  if (begins(head, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)) {
    if (source.size > limits.wholeBytes)
      throw fail('sheet.too-big', { limitMb: Math.round(limits.wholeBytes / 2 ** 20) })
    return { format: 'xls', encoding: null, ...openBiff(await source.read(0, source.size), wanted, limits) }
  }
  const foreign = FOREIGN.find(([, bytes]) => begins(head, ...bytes))
  if (foreign) throw fail('sheet.not-a-table', { found: foreign[0] })
  return openText(source, limits)
}

const openText = async (source: Source, limits: Limits): Promise<Sheet> => {
  const reading = await detectEncoding(source)
  const text = await headText(source, reading)
  if (text.trim() === '') throw fail('sheet.empty', {})
  if (text.includes('\0')) throw fail('sheet.not-a-table', { found: 'binary' })
  const encoding = { name: reading.encoding, confidence: reading.confidence }
  const common = { encoding, sheetNames: [], sheetName: null }
  if (
    /^\s*(<!doctype html|<html|<head|<meta|<table|<style|<\?xml[^>]*>\s*<html)/i.test(text) ||
    /^\s*<[\s\S]*<table\b/i.test(text)
  ) {
    return { format: 'html', ...common, rows: () => htmlRows(source, reading, limits) }
  }
  if (/^\s*(<\?xml|[{[]\s*["{[])/.test(text)) {
    throw fail('sheet.not-a-table', { found: text.trimStart().startsWith('<') ? 'xml' : 'json' })
  }
  const delimiter = detectDelimiter(text, limits)
  const format = formats[delimiter] ?? 'csv'
  return { format, ...common, rows: () => delimitedRows(source, reading, delimiter, limits) }
}
