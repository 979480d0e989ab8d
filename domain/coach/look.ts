import { scan } from './automaton.ts'
import { clausesOf, sentencesOf, type Span, spanAt } from './clause.ts'
import { isExempt, isTold } from './exempt.ts'
import { type Normal, normalise, rawSpan } from './normalise.ts'
import type { Coach, ReadyContext, ReadyRule } from './ready.ts'
import type { Level } from './rule.ts'

/** One turn of a conversation. A `note` is what staff write down for themselves. */
export type Turn = { by: 'staff' | 'customer' | 'note'; text: string }

/** Words a rule speaks to. All places are UTF-16 offsets into the raw text of the turn, end excluded. */
export type Hit = Span & {
  rule: string
  act: string
  level: Level
  /** The sentence the words stand in. */
  sentence: Span
  rewrite: string | null
  /** What the rewrite stands for. */
  replaces: Span
  /** Key of the pack's `reasons`. */
  why: string
  /** Catalogue id. */
  source: string
}

/** Looks at every turn of a conversation; the answer has one list a turn, each in the order of the text. */
export const lookAt = (coach: Coach, turns: readonly Turn[]): Hit[][] =>
  turns.map((_, index) => lookAtTurn(coach, turns, index))

/**
 * Looks at one turn, knowing the ones before it [H-39][H-42]. Pure, the same in the browser and on the server; the
 * customer's own words are only ever looked at by rules about customers.
 */
export const lookAtTurn = (coach: Coach, turns: readonly Turn[], index: number): Hit[] => {
  const turn = turns[index]
  if (!turn) return []
  const said = heard(coach, turns, index, turn)
  return withoutEchoes(
    [...wakened(coach, said)].flatMap(([rule, units]) => units.flatMap((unit) => hitsOf(said, rule, unit))),
  )
}

type Said = {
  turn: Turn
  normal: Normal
  sentences: Span[]
  clauses: Map<Span, Span[]>
  /** What the customer said last, as the rules see it. */
  customer: string
  opening: boolean
}

const heard = (coach: Coach, turns: readonly Turn[], index: number, turn: Turn): Said => {
  const normal = normalise(turn.text, coach.fold)
  const before = turns.slice(0, index)
  const customer = before.findLast(({ by }) => by === 'customer')?.text ?? ''
  return {
    turn,
    normal,
    sentences: sentencesOf(normal.text),
    clauses: new Map(),
    customer: normalise(customer, coach.fold).text,
    opening: !before.some(({ by }) => by !== 'customer'),
  }
}

/** The rules whose trigger was found, each with the stretches of text to look at. */
const wakened = (coach: Coach, said: Said): Map<ReadyRule, Span[]> => {
  const units = new Map<ReadyRule, Span[]>()
  const role = said.turn.by === 'customer' ? 'customer' : 'staff'
  scan(coach.automaton, said.normal.text, (word, end) => {
    const wake = coach.wakes[word]
    if (!wake) return
    for (const index of wake.rules) {
      const rule = coach.rules[index]
      if (!rule || rule.role !== role) continue
      const unit = unitOf(said, rule, end - wake.length, end)
      const known = units.get(rule)
      if (!known) units.set(rule, [unit])
      else if (known.at(-1)?.start !== unit.start || rule.found === null) known.push(unit)
    }
  })
  return units
}

/** Where a rule looks around its trigger; without a pattern, the trigger itself. */
const unitOf = (said: Said, rule: ReadyRule, start: number, end: number): Span => {
  if (rule.found === null) return { start, end }
  if (rule.scope === 'turn') return { start: 0, end: said.normal.text.length }
  const sentence = sentenceAt(said, start)
  if (rule.scope === 'sentence') return sentence
  let clauses = said.clauses.get(sentence)
  if (!clauses) said.clauses.set(sentence, (clauses = clausesOf(said.normal.text, sentence)))
  const [first, last] = [spanAt(clauses, start), spanAt(clauses, end - 1)]
  return { start: first?.start ?? start, end: last?.end ?? end }
}

const sentenceAt = ({ sentences, normal }: Said, place: number): Span =>
  spanAt(sentences, place) ?? { start: 0, end: normal.text.length }

const hitsOf = (said: Said, rule: ReadyRule, unit: Span): Hit[] =>
  spansOf(said.normal.text, rule, unit)
    .filter((span) => holds(said, rule, span))
    .map((span) => hitOf(said, rule, span))

const spansOf = (text: string, { found }: ReadyRule, unit: Span): Span[] => {
  if (found === null) return [unit]
  return [...text.slice(unit.start, unit.end).matchAll(found)]
    .filter(([words]) => words !== '')
    .map(({ index, 0: words }) => ({ start: unit.start + index, end: unit.start + index + words.length }))
}

/** A sentence with a Chinese character in it is Chinese, whatever product names stand in it. */
const HAN = /\p{Script=Han}/u

const holds = (said: Said, rule: ReadyRule, span: Span): boolean => {
  const { text } = said.normal
  const sentence = sentenceAt(said, span.start)
  const near = rule.scope === 'turn' ? text : text.slice(sentence.start, sentence.end)
  if (HAN.test(near) !== (rule.language === 'zh')) return false
  if (rule.excused.some((excuse) => excuse.test(near))) return false
  if (!suits(said, rule.around, span)) return false
  if (said.turn.by === 'note' && isTold(text, sentence, rule.language)) return false
  return !rule.exempt || !isExempt(text, sentence, span.start, span.end, rule.language)
}

const suits = ({ normal: { text }, customer, opening }: Said, around: ReadyContext, { start, end }: Span): boolean => {
  const [before, after] = [text.slice(0, start), text.slice(end)]
  const wanted: [RegExp | undefined, string][] = [
    [around.customer, customer],
    [around.before, before],
    [around.after, after],
    [around.turn, text],
  ]
  const barred: [RegExp | undefined, string][] = [
    [around.notCustomer, customer],
    [around.notBefore, before],
    [around.notAfter, after],
    [around.notTurn, text],
  ]
  if (around.opening && !opening) return false
  return (
    wanted.every(([pattern, part]) => pattern?.test(part) ?? true) &&
    !barred.some(([pattern, part]) => pattern?.test(part))
  )
}

const hitOf = ({ normal, ...said }: Said, rule: ReadyRule, span: Span): Hit => {
  const around = sentenceAt({ normal, ...said }, span.start)
  const words = rawSpan(normal, span.start, span.end)
  const sentence = rawSpan(normal, around.start, Math.max(around.end, span.end))
  return {
    ...words,
    rule: rule.id,
    act: rule.act,
    level: rule.level,
    sentence,
    rewrite: rule.rewrite,
    replaces: rule.replaces === 'words' ? words : sentence,
    why: rule.why,
    source: rule.source,
  }
}

/** Of hits of one act that overlap the longest stands; the first of equals. */
const withoutEchoes = (hits: Hit[]): Hit[] => {
  const kept: Hit[] = []
  for (const hit of hits.toSorted((a, b) => b.end - b.start - (a.end - a.start)))
    if (!kept.some((other) => other.act === hit.act && other.start < hit.end && hit.start < other.end)) kept.push(hit)
  return kept.sort((a, b) => a.start - b.start || a.end - b.end)
}
