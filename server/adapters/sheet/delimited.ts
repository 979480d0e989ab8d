import { cutOff, fail } from './failure.ts'
import type { Limits } from './limits.ts'

const QUOTE = 34
const CR = 13
const LF = 10

/**
 * Takes text in pieces of any size and gives whole records back (RFC 4180, and what real files do beyond it: quotes inside
 * unquoted fields, text after a closing quote, CR, LF or CRLF line ends). Our own because it keeps record numbers, knows an
 * open quote at the end for a cut-off file, and is several times as fast as a general parser.
 */
export const delimitedParser = (delimiter: string, limits: Pick<Limits, 'cell' | 'columns'>) => {
  const separator = delimiter.charCodeAt(0)
  let buffer = ''
  let records = 0
  const longest = limits.cell * 64

  /** Parses one record from `start`; returns where the next begins, or -1 when the buffer ends first. */
  const record = (start: number, last: boolean, out: string[]): number => {
    let at = start
    for (;;) {
      let field = ''
      if (buffer.charCodeAt(at) === QUOTE) {
        let from = at + 1
        for (;;) {
          const quote = buffer.indexOf('"', from)
          if (quote < 0 || (quote === buffer.length - 1 && !last)) {
            if (last) throw cutOff(records + 1)
            return -1
          }
          field += buffer.slice(from, quote)
          from = quote + 1
          if (buffer.charCodeAt(from) !== QUOTE) break
          field += '"'
          from += 1
        }
        at = from
      }
      let end = at
      let code = NaN
      while (end < buffer.length) {
        code = buffer.charCodeAt(end)
        if (code === separator || code === LF || code === CR) break
        end += 1
      }
      if (end >= buffer.length && !last) return -1
      const plain = buffer.slice(at, end)
      out.push(field === '' ? plain : field + plain)
      if (end >= buffer.length) return end
      at = end + 1
      if (code === separator) continue
      if (code === CR) {
        if (at >= buffer.length && !last) return -1
        if (buffer.charCodeAt(at) === LF) at += 1
      }
      return at
    }
  }

  const check = (fields: string[]): void => {
    records += 1
    // Trailing separators are common and harmless; only columns that hold something count.
    if (fields.length > limits.columns) {
      const found = fields.findLastIndex((f) => f !== '') + 1
      if (found > limits.columns) throw fail('sheet.too-many-columns', { row: records, found, limit: limits.columns })
      fields.length = limits.columns
    }
    for (let i = 0; i < fields.length; i += 1) {
      if ((fields[i]?.length ?? 0) > limits.cell) {
        throw fail('sheet.cell-too-long', { row: records, column: i + 1, limit: limits.cell })
      }
    }
  }

  const take = (text: string, last: boolean): string[][] => {
    buffer = buffer === '' ? text : buffer + text
    const rows: string[][] = []
    let at = 0
    while (at < buffer.length) {
      const fields: string[] = []
      const next = record(at, last, fields)
      if (next < 0) break
      check(fields)
      rows.push(fields)
      at = next
    }
    buffer = buffer.slice(at)
    if (buffer.length > longest) throw fail('sheet.cell-too-long', { row: records + 1, column: 1, limit: limits.cell })
    return rows
  }

  return { push: (text: string) => take(text, false), end: () => take('', true) }
}

const CANDIDATES = ['\t', ',', ';', '|'] as const

/** Which separator splits the sample into the steadiest table; a comma when nothing does (one column). */
export const detectDelimiter = (sample: string, limits: Pick<Limits, 'cell' | 'columns'>): string => {
  const told = /^sep=(.)\r?\n/i.exec(sample)?.[1]
  if (told) return told
  let best = { delimiter: ',', score: 0 }
  for (const delimiter of CANDIDATES) {
    const parser = delimitedParser(delimiter, { ...limits, columns: 100_000 })
    const widths = parser.push(sample).map((r) => r.length)
    if (widths.length === 0) widths.push(sample.split(delimiter).length)
    const usual = mostCommon(widths)
    const steady = widths.filter((w) => w === usual).length / widths.length
    const score = usual > 1 ? steady + Math.min(usual, 50) / 1000 : 0
    if (score > best.score) best = { delimiter, score }
  }
  return best.delimiter
}

const mostCommon = (numbers: number[]): number => {
  const counts = new Map<number, number>()
  for (const n of numbers) counts.set(n, (counts.get(n) ?? 0) + 1)
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 0
}
