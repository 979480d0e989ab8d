import type { Hit, Turn } from '../look.ts'
import { type Fold, normalise } from '../normalise.ts'
import { type CustomerCue, customerCues, type StaffCue, staffCues } from './cues.ts'

/** What the risk weighs, each between 0 and about 8: whether something was said, in which share of turns, or the logarithm of a length. */
export type Features = Record<string, number>

/** Every feature by name. */
export type RiskFeature =
  | `last${Capitalize<(typeof lastCues)[number]>}`
  | `between${Capitalize<(typeof betweenCues)[number]>}`
  | `first${Capitalize<(typeof firstCues)[number]>}`
  | `we${Capitalize<StaffCue>}`
  | 'closePassesOn'
  | 'closePossible'
  | 'closeRequest'
  | 'closeVague'
  | 'lastLength'
  | 'silent'
  | 'weRepeat'
  | 'wordsOfOurs'

type Heard = { index: number; text: string }

/**
 * Reads a conversation as numbers. `last…` is the customer's last word after our first answer, `between…` their words before it,
 * `first…` how they came, `we…` the share of our turns, `close…` our last one. How polite we were is left out on purpose: it is
 * most where things go worst, and would teach the wrong lesson.
 */
export const featuresOf = (turns: readonly Turn[], hits: readonly (readonly Hit[])[], fold: Fold): Features => {
  const heard = turns.map(({ by, text }, index) => ({ by, index, text: normalise(text, fold).text }))
  const customer = heard.filter(({ by }) => by === 'customer')
  const staff = heard.filter(({ by }) => by === 'staff')
  const answered = staff[0]?.index ?? turns.length
  const later = customer.filter(({ index }) => index > answered)
  return {
    ...customerFeatures(customer[0], later),
    ...staffFeatures(staff),
    closeRequest: Number(hits[staff.at(-1)?.index ?? -1]?.some(({ act }) => act === 'request') ?? false),
    closeVague: Number(hits[staff.at(-1)?.index ?? -1]?.some(({ act }) => act === 'vagueCommitment') ?? false),
    weRepeat: repetition(staff.map(({ text }) => text)),
    wordsOfOurs: Math.log((1 + lengthOf(staff)) / (1 + lengthOf(customer))),
  }
}

const customerFeatures = (first: Heard | undefined, later: readonly Heard[]): Features => {
  const last = later.at(-1)?.text ?? ''
  const between = later.slice(0, -1).map(({ text }) => text)
  const cued = (name: string, cues: readonly CustomerCue[], share: (cue: RegExp) => number): [string, number][] =>
    cues.map((cue) => [name + capital(cue), share(customerCues[cue])])
  return {
    ...Object.fromEntries(cued('last', lastCues, (cue) => Number(cue.test(last)))),
    ...Object.fromEntries(cued('between', betweenCues, (cue) => shareOf(between, cue))),
    ...Object.fromEntries(cued('first', firstCues, (cue) => Number(cue.test(first?.text ?? '')))),
    lastLength: Math.log(1 + last.length),
    silent: Number(later.length === 0),
  }
}

const lastCues = [
  'thanks',
  'solved',
  'praise',
  'agrees',
  'unsolved',
  'angry',
  'escalates',
  'again',
  'asks',
  'presses',
  'youPeople',
] as const satisfies readonly CustomerCue[]
const betweenCues = [
  'thanks',
  'solved',
  'praise',
  'exclaims',
  'youPeople',
  'angry',
] as const satisfies readonly CustomerCue[]
const firstCues = ['angry', 'youPeople', 'exclaims', 'asksWhy'] as const satisfies readonly CustomerCue[]

const staffFeatures = (staff: readonly Heard[]): Features => {
  const texts = staff.map(({ text }) => text)
  const close = texts.at(-1) ?? ''
  const closing: readonly StaffCue[] = ['passesOn', 'possible']
  return {
    ...Object.fromEntries(
      (Object.keys(staffCues) as StaffCue[]).map((cue) => [`we${capital(cue)}`, shareOf(texts, staffCues[cue])]),
    ),
    ...Object.fromEntries(closing.map((cue) => [`close${capital(cue)}`, Number(staffCues[cue].test(close))])),
  }
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

const shareOf = (texts: readonly string[], cue: RegExp): number =>
  texts.length === 0 ? 0 : texts.filter((text) => cue.test(text)).length / texts.length

const lengthOf = (heard: readonly Heard[]): number => heard.reduce((sum, { text }) => sum + text.length, 0)

/** The likest two of our turns, by the pairs of characters they share (0–1): the same answer again, whatever was asked. */
const repetition = (texts: readonly string[]): number => {
  const pairs = texts.map(pairsOf)
  let most = 0
  pairs.forEach((own, i) => {
    for (const other of pairs.slice(0, i)) {
      const both = [...own].filter((pair) => other.has(pair)).length
      most = Math.max(most, both / Math.max(1, own.size + other.size - both))
    }
  })
  return most
}

const pairsOf = (text: string): Set<string> => {
  const letters = text.replaceAll(/[^\p{L}\p{N}]/gu, '')
  return new Set(Array.from({ length: Math.max(0, letters.length - 1) }, (_, i) => letters.slice(i, i + 2)))
}
