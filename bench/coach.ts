import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { gzipSync } from 'node:zlib'
import { type Hit, lookAtTurn, type Turn } from '#domain/coach/look.ts'
import { lastQuestion } from '#domain/coach/question.ts'
import { type Coach, coachOf } from '#domain/coach/ready.ts'
import { type CoachPack, readCoachPack } from '#server/coach/pack.ts'
import { rulesIn } from '#server/coach/rules.ts'
import { counselling, dialogues, hasHelpdesk, labelledTurns } from './coach/helpdesk.ts'
import { actKeywords, spokenKeywords } from './coach/keywords.ts'
import { measureSatisfaction } from './coach/outcome.ts'
import { measureSentences } from './coach/sentences.ts'
import { measureUnseen } from './coach/unseen.ts'
import { writeMeasured } from './coach/measured.ts'
import { count, f1Interval, f1Of, none, print, printCounts, wilson } from './coach/score.ts'

/**
 * What the language coach finds and what it marks in vain. `node bench/coach.ts sealed` measures the sealed sentences too.
 * Without the public dialogues only our own sentences, the speed and the size are measured.
 */
const acts: readonly [column: string, act: string, target: number | null][] = [
  ['open_q', 'openQuestion', 0.85],
  ['closed_q', 'closedQuestion', 0.8],
  ['fact_q', 'factQuestion', 0.85],
  ['polite_request', 'request', 0.9],
  ['restate', 'restatement', null],
  ['empathy', 'empathy', null],
  ['apology', 'apology', 0.97],
  ['commit_dated', 'datedCommitment', null],
  ['commit_vague', 'vagueCommitment', 0.85],
  ['refusal_bare', 'bareRefusal', null],
  ['refusal_with_option', 'refusalWithOption', 0.65],
  ['greet', 'greeting', 0.9],
  ['close', 'closing', 0.9],
  ['follow_up', 'followUp', null],
]

/** Dialogues whose digest is even were read while rules were made; the others were first measured without being read. */
const isRead = (dialogue: string): boolean =>
  Number.parseInt(createHash('md5').update(dialogue).digest('hex').slice(-1), 16) % 2 === 0

const lastHits = (coach: Coach, turns: readonly Turn[]): Hit[] => lookAtTurn(coach, turns, turns.length - 1)

const measureActs = (coach: Coach, half: string, keep: (dialogue: string) => boolean): void => {
  const rows = labelledTurns().filter(({ dialogue }) => keep(dialogue))
  const found = rows.map(({ turns }) => new Set(lastHits(coach, turns).map(({ act }) => act)))
  for (const [column, act, target] of acts) {
    const judged = rows.flatMap(({ dialogue, labels }, i) =>
      labels[column] === '?'
        ? []
        : [{ group: dialogue, predicted: found[i]?.has(act) ?? false, truth: labels[column] === '1' }],
    )
    printScore(`${half} ${column}`, judged, target)
  }
}

/** What a list of words would find: the least a rule has to beat. */
const measureKeywords = (): void => {
  const rows = labelledTurns()
  for (const [column, words] of Object.entries(actKeywords)) {
    const counts = none()
    for (const { labels, turns } of rows)
      if (labels[column] !== '?') count(counts, words.test(turns.at(-1)?.text ?? ''), labels[column] === '1')
    print({ name: `word list ${column} f1`, value: f1Of(counts), unit: 'f1', of: counts.hit + counts.missed })
  }
  const [open, closed] = [none(), none()]
  for (const row of counselling()) {
    const isOpen = spokenKeywords.test(row.text)
    count(open, isOpen, row.open)
    count(closed, row.text.includes('?') && !isOpen, row.closed)
  }
  print({ name: 'word list counselling open question f1', value: f1Of(open), unit: 'f1' })
  print({ name: 'word list counselling closed question f1', value: f1Of(closed), unit: 'f1' })
}

type Judged = { group: string; predicted: boolean; truth: boolean }

const printScore = (name: string, judged: Judged[], target: number | null): void => {
  const counts = none()
  for (const { predicted, truth } of judged) count(counts, predicted, truth)
  const [low, high] = f1Interval(judged)
  const goal = target === null ? {} : { target }
  print({ name: `${name} f1`, value: f1Of(counts), unit: 'f1', low, high, of: counts.hit + counts.missed, ...goal })
  printCounts(name, counts)
}

/** How often a real helpdesk turn is marked as blunt or forbidden, and as a hint. */
const measureRate = (coach: Coach): void => {
  const levels = { blunt: 0, hint: 0 }
  let turns = 0
  for (const dialogue of dialogues())
    dialogue.turns.forEach(({ by }, index) => {
      if (by !== 'staff') return
      turns++
      const hits = lookAtTurn(coach, dialogue.turns, index)
      if (hits.some(({ level }) => level === 'forbid' || level === 'avoid')) levels.blunt++
      if (hits.some(({ level }) => level === 'hint')) levels.hint++
    })
  for (const [level, marked] of Object.entries(levels)) {
    const [low, high] = wilson(marked, turns)
    const goal = level === 'blunt' ? { target: 0.01 } : {}
    print({
      name: `helpdesk turns marked ${level}`,
      value: marked / turns,
      unit: 'share',
      low,
      high,
      of: turns,
      ...goal,
    })
  }
}

const measureEnglish = (coach: Coach): void => {
  const rows = counselling().map((row) => ({
    ...row,
    asks: lastQuestion(lastHits(coach, [{ by: 'staff', text: row.text }])),
  }))
  const asked = (kind: 'open' | 'closed'): Judged[] =>
    rows.map(({ dialogue, asks, ...row }) => ({ group: dialogue, predicted: asks === kind, truth: row[kind] }))
  for (const [kind, target] of [
    ['open', 0.78],
    ['closed', 0.68],
  ] as const) {
    const judged = asked(kind)
    printScore(`counselling ${kind} question`, judged, target)
    printScore(
      `other half counselling ${kind} question`,
      judged.filter(({ group }) => !isRead(group)),
      target,
    )
  }
}

/** Each utterance is timed five times and the quickest kept: other work on the machine is not the engine's. */
const measureSpeed = (coach: Coach, utterances: readonly string[]): void => {
  const quickest = utterances.map((text) => {
    const turns: Turn[] = [{ by: 'staff', text }]
    return Math.min(
      ...Array.from({ length: 5 }, () => {
        const start = performance.now()
        lookAtTurn(coach, turns, 0)
        return performance.now() - start
      }),
    )
  })
  quickest.sort((a, b) => a - b)
  const at = (share: number): number =>
    quickest[Math.min(quickest.length - 1, Math.floor(quickest.length * share))] ?? 0
  print({ name: 'look at an utterance, median', value: at(0.5), unit: 'ms', of: quickest.length, target: 1 })
  print({ name: 'look at an utterance, p99', value: at(0.99), unit: 'ms', of: quickest.length, target: 5 })
  print({ name: 'look at an utterance, slowest', value: at(1), unit: 'ms', of: quickest.length })
}

/** Text made to be slow: every word that wakes a rule, over and over. */
const measureWorst = (coach: Coach): void => {
  const triggers = coach.rules.flatMap((rule) => rule.triggers)
  const text = triggers.join('').repeat(3).slice(0, 10_000)
  const start = performance.now()
  lookAtTurn(coach, [{ by: 'staff', text }], 0)
  print({ name: 'ten thousand characters of nothing but triggers', value: performance.now() - start, unit: 'ms' })
}

const engine = ['look', 'ready', 'fragment', 'normalise', 'clause', 'automaton', 'exempt']

/** Code as a browser gets it, but for the names: no types, no comments, no indenting. */
const withoutWords = (source: string): string =>
  stripTypeScriptTypes(source)
    .replaceAll(/\/\*\*[\s\S]*?\*\//g, '')
    .replaceAll(/^\s*\/\/.*$/gm, '')
    .replaceAll(/^\s+|[ \t]{2,}/gm, '')

/** What a browser is sent: the rules of one language with their reasons, and the engine. */
const measureSize = (coach: Coach, pack: CoachPack): void => {
  const rules = JSON.stringify(coach.compiled)
  const code = engine.map((name) => withoutWords(readFileSync(`domain/coach/${name}.ts`, 'utf8'))).join('\n')
  const zh = JSON.stringify(rulesIn(pack, 'zh'))
  const kilobytes = (text: string): number => gzipSync(text, { level: 9 }).length / 1000
  print({ name: 'rules, compressed', value: kilobytes(rules), unit: 'kB' })
  print({ name: 'rules zh, compressed', value: kilobytes(zh), unit: 'kB' })
  print({ name: 'rules zh and engine, compressed', value: kilobytes(zh + code), unit: 'kB', target: 60 })
  print({ name: 'rules of both languages and engine, compressed', value: kilobytes(rules + code), unit: 'kB' })
  for (const language of ['zh', 'en'] as const) {
    const own = coach.rules.filter((rule) => rule.language === language)
    print({
      name: `rules ${language}`,
      value: own.length,
      unit: 'rules',
      ...(language === 'zh' ? { target: 150 } : {}),
    })
  }
}

const pack = await readCoachPack('content/core')
const coach = coachOf(pack.compiled)
measureSize(coach, pack)
for (const file of process.argv[2] === 'sealed' ? (['first', 'sealed'] as const) : (['first'] as const))
  for (const language of ['zh', 'en'] as const) measureSentences(coach, file, language)
for (const half of ['all', 'other half'] as const)
  for (const language of ['zh', 'en'] as const) measureUnseen(coach, language, half)
if (process.argv[2] === 'measured') writeMeasured(coach)
if (hasHelpdesk()) {
  const spoken = dialogues().flatMap(({ turns }) => turns.filter(({ by }) => by === 'staff').map(({ text }) => text))
  measureSpeed(coach, spoken)
  measureActs(coach, 'read half', isRead)
  measureActs(coach, 'other half', (dialogue) => !isRead(dialogue))
  measureActs(coach, 'all', () => true)
  measureRate(coach)
  measureEnglish(coach)
  measureKeywords()
  measureSatisfaction(coach)
} else console.error('The public dialogues are not there (WEIXI_REFERENCE_DATA); only our own sentences are measured.')
measureWorst(coach)
