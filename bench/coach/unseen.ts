import { readFileSync } from 'node:fs'
import { lookAt, type Turn } from '#domain/coach/look.ts'
import type { Coach } from '#domain/coach/ready.ts'
import { type Counts, count, none, print, printCounts, wilson } from './score.ts'

type Row = { language: string; role: string; before: string; text: string; label: string }

/** Sentences by a writer who had not seen the rules; `fine` is what must not be marked. */
const rows = (): Row[] =>
  readFileSync('bench/coach/own/sentences.tsv', 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [, language = '', role = '', before = '', text = '', label = ''] = line.split('\t')
      return { language, role, before, text, label }
    })

const marks = new Set(['forbid', 'avoid', 'hint'])

const isMarked = (coach: Coach, { role, before, text }: Row): boolean => {
  const by = role === 'customer' ? 'customer' : 'staff'
  const other = by === 'customer' ? 'staff' : 'customer'
  const turns: Turn[] = [...(before === '' ? [] : [{ by: other, text: before } as const]), { by, text }]
  return (lookAt(coach, turns).at(-1) ?? []).some(({ level }) => marks.has(level))
}

/** Recall by label, and the share of harmless look-alikes marked in vain; each with its Wilson interval. */
export const measureUnseen = (coach: Coach, language: 'zh' | 'en'): void => {
  const whole = none()
  const byLabel = new Map<string, Counts>()
  for (const row of rows().filter((one) => one.language === language)) {
    const marked = isMarked(coach, row)
    count(whole, marked, row.label !== 'fine')
    const counts = byLabel.get(row.label) ?? none()
    byLabel.set(row.label, counts)
    count(counts, marked, true)
  }
  printCounts(`unseen ${language} sentence is marked`, whole)
  for (const [label, { hit, missed }] of [...byLabel].sort(([a], [b]) => a.localeCompare(b))) {
    const of = hit + missed
    const [low, high] = wilson(hit, of)
    const name = label === 'fine' ? `unseen ${language} harmless, marked in vain` : `unseen ${language} ${label} marked`
    print({ name, value: hit / of, unit: 'share', low, high, of })
  }
}
