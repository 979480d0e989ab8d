import type { Trial } from '#domain/retention/qini.ts'
import { hasReference, referenceLines } from './reference-data.ts'

const FILE = 'hillstrom-2008/hillstrom.csv'

export const hasHillstrom = (): boolean => hasReference(FILE)

/** Hillstrom's random e-mail trial (2008), women's e-mail against none: what was known before, who got it, who visited. */
export const hillstrom = (): { rows: Record<string, string>[]; trial: Trial } => {
  const lines = referenceLines(FILE).map((line) => line.replace('$1,000', '$1000').split(','))
  const names = lines.shift() ?? []
  const all = lines
    .map((cells) => Object.fromEntries(names.map((name, i) => [name, cells[i] ?? ''])))
    .filter((row) => row['segment'] !== 'Mens E-Mail')
  return {
    rows: all.map(({ segment: _arm, visit: _visit, conversion: _bought, spend: _spent, ...row }) => row),
    trial: {
      contacted: all.map((row) => (row['segment'] === 'No E-Mail' ? 0 : 1)),
      well: all.map((row) => Number(row['visit'])),
    },
  }
}
