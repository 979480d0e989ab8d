import type { WorkingTime } from '#domain/kernel/working-hours.ts'
import type { PromiseKind, SpokenPromise } from './promise.ts'
import { readEnglish } from './promise-en.ts'
import { readChinese } from './promise-zh.ts'
import { type Moment, momentOf, type SpokenTime } from './spoken-time.ts'
import { timesInEnglish } from './spoken-time-en.ts'
import { timesInChinese } from './spoken-time-zh.ts'

type Stretch = { start: number; end: number }

const HAN = /\p{Script=Han}/u

/**
 * Finds dated commitments of ours in running notes, Chinese and English, as suggestions to confirm [P-10, R-23]: 周五前回电, 两个工作日内到账, call back by
 * Friday. Not found on purpose: what happened already, what the customer plans or asks for, questions, negations, general rules.
 * `now` is when it is said; `time` the branch's hours and calendar when they are not the usual ones.
 */
export const findPromises = (
  text: string,
  now: Date,
  timeZone: string,
  time: Partial<WorkingTime> = {},
): SpokenPromise[] => {
  const moment = momentOf(now, timeZone, time)
  return sentencesOf(text).flatMap((sentence) => inSentence(text, sentence, moment))
}

/** Sentences keep the mark that ends them, so that a question is known. A dot ends one only before a space, so 11.27 stays whole. */
const sentencesOf = (text: string): Stretch[] => split(text, 0, text.length, /[。！!？?；;\n]+|\.(?=\s|$)/gu)

const clausesOf = (text: string, { start, end }: Stretch): Stretch[] =>
  split(text, start, end, /[，：]|,(?!\d)| (?:but|and) (?=(?:he|she|they|the customer|I|we)\b)/gu)

const split = (text: string, from: number, to: number, mark: RegExp): Stretch[] => {
  const parts: Stretch[] = []
  let start = from
  for (const match of text.slice(from, to).matchAll(mark)) {
    const end = from + match.index + match[0].length
    parts.push({ start, end })
    start = end
  }
  if (start < to) parts.push({ start, end: to })
  return parts
}

const inSentence = (text: string, sentence: Stretch, moment: Moment): SpokenPromise[] => {
  const whole = text.slice(sentence.start, sentence.end)
  const chinese = HAN.test(whole)
  const times = (chinese ? timesInChinese : timesInEnglish)(whole, moment).map((each) => ({
    ...each,
    start: each.start + sentence.start,
    end: each.end + sentence.start,
  }))
  const clauses = clausesOf(text, sentence)
  return times.flatMap((time, i) => {
    const at = clauses.findIndex((clause) => time.start < clause.end)
    if (at < 0 || time.past) return []
    return judged(text, { sentence, clauses, at, times, i, time, chinese }) ?? []
  })
}

type Place = {
  sentence: Stretch
  clauses: readonly Stretch[]
  at: number
  times: readonly SpokenTime[]
  i: number
  time: SpokenTime
  chinese: boolean
}

/** Reads the clause of a time; when no deed stands there, the clause after it, then the one before, where they hold no time of their own. */
const judged = (text: string, place: Place): SpokenPromise | null => {
  const { clauses, at, times, i, time } = place
  const clause = clauses[at] ?? place.sentence
  const earlier = times[i - 1]
  const later = times[i + 1]
  const own: Stretch = {
    start: earlier && earlier.end > clause.start ? time.start : clause.start,
    end: Math.max(time.end, later && later.start < clause.end ? later.start : clause.end),
  }
  const free = (stretch: Stretch | undefined): stretch is Stretch => isFree(stretch, place)
  const [next, previous] = [clauses[at + 1], clauses[at - 1]]
  const wider = [own]
  if (own.end >= clause.end && free(next)) wider.push({ start: own.start, end: next.end })
  if (own.start <= clause.start && free(previous)) wider.push({ start: previous.start, end: own.end })
  for (const stretch of wider) {
    const promise = readAs(text, stretch, place)
    if (promise !== null) return promise
  }
  return null
}

/** No time of its own stands in it. */
const isFree = (stretch: Stretch | undefined, { times }: Place): stretch is Stretch =>
  stretch !== undefined && !times.some((each) => each.start < stretch.end && each.end > stretch.start)

/** What a call will be about often follows it: 周五前给您回电，说清楚发票. Without it the ledger would hold a call about nothing. */
const ABOUT = /^\s*(?:说|讲|谈|聊|核对|商量|解释)(?:一下|清楚?|明白?)*(?![好定了完过]).{2}/u
const TALKS: ReadonlySet<PromiseKind> = new Set<PromiseKind>(['call', 'reply', 'visit'])

const readAs = (text: string, { start, end }: Stretch, place: Place): SpokenPromise | null => {
  const { sentence, clauses, at, time, chinese } = place
  const said = (stretch: Stretch | undefined): string =>
    stretch ? text.slice(stretch.start, stretch.end).replace(/[，,：]$/u, '') : ''
  const reading = (chinese ? readChinese : readEnglish)({
    before: text.slice(start, time.start),
    after: text.slice(time.end, end),
    sentence: said(sentence),
    previous: said(clauses[at - 1]),
    next: clauses
      .slice(at + 1)
      .map(said)
      .join(' '),
  })
  if (reading === null) return null
  const next = clauses[at + 1]
  const about = next?.start === end && TALKS.has(reading.kind) && ABOUT.test(said(next)) && isFree(next, place)
  const trimmed = text.slice(start, about ? next.end : end).replace(/[\s，,。！!；;.：]+$/u, '')
  const lead = /^[\s，,]*/u.exec(trimmed)?.[0].length ?? 0
  const confidence = 0.6 + reading.weight + (time.limit ? 0.1 : 0) - (time.sure ? 0 : 0.15)
  return {
    what: about ? `${reading.what}，${said(next).replace(/[。！!；;\s]+$/u, '')}` : reading.what,
    kind: reading.kind,
    dueAt: time.dueAt,
    provisional: time.provisional,
    start: start + lead,
    end: start + trimmed.length,
    confidence: Math.round(Math.min(0.95, Math.max(0.2, confidence)) * 100) / 100,
  }
}
