import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { lookAt, type Turn } from '#domain/coach/look.ts'
import type { Coach } from '#domain/coach/ready.ts'
import { type Counts, count, none, print, printCounts, wilson } from './score.ts'

export type Row = { id: string; language: string; role: string; before: string; text: string; label: string }

/** Sentences by a writer who had not seen the rules; `fine` is what must not be marked. */
const rows = (): Row[] =>
  readFileSync('bench/coach/own/sentences.tsv', 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [id = '', language = '', role = '', before = '', text = '', label = ''] = line.split('\t')
      return { id, language, role, before, text, label }
    })

/** The first rows of the file were once read without regard to their half by who then made rules. */
const LAST_READ_WHOLE = 'zh-029'

/**
 * Rows whose digest is even may be read when rules are made; what is reported comes from the others. By the sentence itself, so that the same
 * words never stand on both sides.
 */
const isTuned = ({ id, text }: Row): boolean =>
  (id >= 'zh-001' && id <= LAST_READ_WHOLE) ||
  Number.parseInt(createHash('md5').update(text).digest('hex').slice(-1), 16) % 2 === 0

export const reported = (): Row[] => rows().filter((row) => !isTuned(row))

const marks = new Set(['forbid', 'avoid', 'hint'])

export const turnsOf = ({ role, before, text }: Row): Turn[] => {
  const by = role === 'customer' ? 'customer' : 'staff'
  const other = by === 'customer' ? 'staff' : 'customer'
  return [...(before === '' ? [] : [{ by: other, text: before } as const]), { by, text }]
}

export const isMarked = (coach: Coach, row: Row): boolean =>
  (lookAt(coach, turnsOf(row)).at(-1) ?? []).some(({ level }) => marks.has(level))

/** Recall by label, and the share of harmless look-alikes marked in vain; each with its Wilson interval. */
export const measureUnseen = (coach: Coach, language: 'zh' | 'en', half: 'all' | 'other half'): void => {
  const whole = none()
  const byLabel = new Map<string, Counts>()
  for (const row of (half === 'all' ? rows() : reported()).filter((one) => one.language === language)) {
    const marked = isMarked(coach, row)
    count(whole, marked, row.label !== 'fine')
    const counts = byLabel.get(row.label) ?? none()
    byLabel.set(row.label, counts)
    count(counts, marked, true)
  }
  const of = half === 'all' ? 'unseen' : 'unseen other half'
  printCounts(`${of} ${language} sentence is marked`, whole)
  for (const [label, { hit, missed }] of [...byLabel].sort(([a], [b]) => a.localeCompare(b))) {
    const all = hit + missed
    const [low, high] = wilson(hit, all)
    const name = `${of} ${language} ${label === 'fine' ? 'harmless, marked in vain' : `${label} marked`}`
    print({ name, value: hit / all, unit: 'share', low, high, of: all })
  }
}
