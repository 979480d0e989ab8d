import { readFileSync } from 'node:fs'
import { lookAt, type Turn } from '#domain/coach/look.ts'
import type { Coach } from '#domain/coach/ready.ts'
import { type Counts, count, none, printCounts } from './score.ts'

export type Sentence = { id: string; lang: string; labels: string[]; customer: string; text: string }

/** Our own labelled sentences: `first` or `sealed`. */
export const sentencesIn = (file: 'first' | 'sealed'): Sentence[] =>
  readFileSync(`test/coach/${file}.tsv`, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [id = '', lang = '', labels = '', customer = '', text = ''] = line.split('\t')
      return { id, lang, labels: labels === '-' ? [] : labels.split('+'), customer, text }
    })

/** The sentences were labelled before the rules had names: what the rules call otherwise. */
const LABEL: Readonly<Record<string, string>> = { openTime: 'eitherOr' }

const marks = new Set(['forbid', 'avoid', 'hint'])

export const markedIn = (coach: Coach, { customer, text }: Sentence): Set<string> => {
  const turns: Turn[] = [
    ...(customer === '' ? [] : [{ by: 'customer' as const, text: customer }]),
    { by: 'staff', text },
  ]
  const hits = lookAt(coach, turns).at(-1) ?? []
  return new Set(hits.filter(({ level }) => marks.has(level)).map(({ act }) => LABEL[act] ?? act))
}

/** Precision and recall of marks, for all kinds together and one by one. */
export const measureSentences = (coach: Coach, file: 'first' | 'sealed', lang: 'zh' | 'en'): void => {
  const byKind = new Map<string, Counts>()
  const whole = none()
  const any = none()
  for (const sentence of sentencesIn(file).filter((one) => one.lang === lang)) {
    const marked = markedIn(coach, sentence)
    count(any, marked.size > 0, sentence.labels.length > 0)
    for (const kind of new Set([...marked, ...sentence.labels])) {
      const counts = byKind.get(kind) ?? none()
      byKind.set(kind, counts)
      count(counts, marked.has(kind), sentence.labels.includes(kind))
      count(whole, marked.has(kind), sentence.labels.includes(kind))
    }
  }
  printCounts(`${file} ${lang} sentence is marked`, any)
  printCounts(`${file} ${lang} kind is right`, whole)
  for (const [kind, counts] of [...byKind].sort(([a], [b]) => a.localeCompare(b)))
    printCounts(`${file} ${lang} ${kind}`, counts)
}
