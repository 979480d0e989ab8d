import type { choices } from './dossier.ts'

const formats: Record<(typeof choices.format)[number], string> = {
  supermarket: 'S',
  convenience: 'B',
  mall: 'N',
  tobacco_liquor: 'Y',
  entertainment: 'F',
  grocery: 'Z',
  other: 'Q',
}
const markets: Record<(typeof choices.marketType)[number], string> = { town: 'C', country: 'X' }
const sizes: Record<(typeof choices.scale)[number], string> = { large: '1', medium: '2', small: '3' }

const letter = (table: Readonly<Record<string, string>>, value: unknown): string | undefined =>
  typeof value === 'string' ? table[value] : undefined

/**
 * The trade's three-part code of an outlet [K-30]: CZ1 is a large grocery in town. Market, format, size by the rule of 2008;
 * null while one of the three is unknown.
 */
export const outletCode = (dossier: Readonly<Record<string, unknown>>): string | null => {
  const parts = [
    letter(markets, dossier['marketType']),
    letter(formats, dossier['format']),
    letter(sizes, dossier['scale']),
  ]
  return parts.includes(undefined) ? null : parts.join('')
}
