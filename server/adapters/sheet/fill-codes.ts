/** What goes into a cell. A share is 0–1 and written as percent where the cell has no number format of its own. */
export type Fill = { value: number | string | null; as: 'number' | 'share' | 'text' }

/** `{{ code }}`: letters of any script, digits, dots, dashes and underscores. */
const CODE = /\{\{\s*([\p{L}\p{N}._-]+)\s*\}\}/gu
const ALONE = /^\s*\{\{\s*([\p{L}\p{N}._-]+)\s*\}\}\s*$/u

/** The codes a text asks for, in order. */
export const codesIn = (text: string): string[] => [...text.matchAll(CODE)].map(([, code = '']) => code)

/** The one code that is the whole text; null when there are words beside it. */
export const codeAlone = (text: string): string | null => ALONE.exec(text)?.[1] ?? null

/** A text with its codes replaced by words. */
export const withWords = (text: string, figures: ReadonlyMap<string, Fill>): string =>
  text.replace(CODE, (asked, code: string) => {
    const fill = figures.get(code)
    return fill ? inWords(fill) : asked
  })

/** A figure as words in a sentence; what cannot be divided is a dash, never 0 %. */
export const inWords = ({ value, as }: Fill): string => {
  if (value === null) return '—'
  if (typeof value === 'string') return value
  const digits = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 })
  return as === 'share' ? `${digits.format(value * 100)}%` : digits.format(value)
}

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

export const unescaped = (xml: string): string =>
  xml.replace(/&(#x[0-9a-f]+|#\d+|\w+);/gi, (whole, name: string) => {
    if (name.startsWith('#x') || name.startsWith('#X')) return String.fromCodePoint(Number.parseInt(name.slice(2), 16))
    return name.startsWith('#') ? String.fromCodePoint(Number(name.slice(1))) : (NAMED[name] ?? whole)
  })

export const escapedText = (text: string): string => text.replace(/[&<>]/g, (c) => ESCAPES[c] ?? c)
