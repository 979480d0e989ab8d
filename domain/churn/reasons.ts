import { addMonths, type Day, type Month } from '#domain/kernel/day.ts'
import { fenOf } from '#domain/kernel/money.ts'
import type { Said } from '#domain/kernel/said.ts'
import type { FeatureFacts } from './facts.ts'
import type { ChurnModel } from './model.ts'
import type { Score } from './score.ts'
import type { CategoryFeature, Feature, NumberFeature } from './spec.ts'
import { ageOf, numberOf, type Raw, type RawRow, textOf } from './table.ts'

/** What a column means to people; kept as configuration beside the import. */
export type FeatureMeaning = {
  zh: string
  en: string
  kind: 'money' | 'count' | 'days' | 'change' | 'flag' | 'category' | 'score'
  /** Whether the customer's manager can change it (a complaint can be settled, an age cannot). */
  changeable: boolean
  unit?: { zh: string; en: string }
  /** What money cells are written in; yuan unless said. */
  moneyIn?: 'yuan' | 'fen'
  /** Names of category values, for codes like `2` or `Month-to-month`. */
  values?: Readonly<Record<string, { zh: string; en: string }>>
}

export type Meanings = Readonly<Record<string, FeatureMeaning>>

/** What a column held in earlier months, in any order. The latest month is the present. */
export type FeatureHistory = Readonly<Record<string, readonly { month: Month; value: Raw }[]>>

/** Something true of the customer that stands with a raised risk. Never a cause: the model sees what goes together. */
export type Reason = { column: string; contribution: number; changeable: boolean; said: Said<FeatureFacts> }

/** Contributions below this (on the logit scale, two percentage points at a probability of one in ten) are not worth a sentence. */
const LEAST_CONTRIBUTION = 0.15

/** Movement is told against this many months before the latest, or the oldest month there is. */
const MONTHS_BACK = 3

/** Said to be above (below) others only when at least this many tenths of customers lie below (above). */
const LEAST_TENTHS = 6

/** A column nobody has explained yet goes by its own name, and nobody is told that it can be changed. */
const meaningOf = (meanings: Meanings, feature: Feature): FeatureMeaning => {
  const name = feature.name.trim().replaceAll(/\s+/g, ' ')
  const kind = feature.kind === 'category' ? 'category' : feature.kind === 'day' ? 'days' : 'score'
  return meanings[feature.name] ?? { zh: name, en: name, kind, changeable: false }
}

type Moment = { month: Month; value: Raw }

/** The latest month and the one it is compared with. */
const movementOf = (history: readonly Moment[] | undefined): { now: Moment; before?: Moment } | undefined => {
  const months = (history ?? [])
    .filter(({ value }) => textOf(value) !== '')
    .toSorted((a, b) => (a.month < b.month ? -1 : 1))
  const now = months.at(-1)
  if (!now) return undefined
  const wanted = addMonths(now.month, -MONTHS_BACK)
  const before = months.findLast(({ month }) => month <= wanted) ?? months[0]
  return before && before !== now ? { now, before } : { now }
}

const categorySaid = (
  feature: CategoryFeature,
  meaning: FeatureMeaning,
  text: string,
  history: readonly Moment[] | undefined,
): Said<FeatureFacts> => {
  const { zh, en } = meaning
  const name = (value: string): { zh: string; en: string } => meaning.values?.[value] ?? { zh: value, en: value }
  const movement = movementOf(history)
  if (movement?.before && textOf(movement.before.value) !== textOf(movement.now.value)) {
    const [now, before] = [name(textOf(movement.now.value)), name(textOf(movement.before.value))]
    const dated = { month: movement.now.month, beforeMonth: movement.before.month }
    const params = { zh, en, valueZh: now.zh, valueEn: now.en, beforeZh: before.zh, beforeEn: before.en, ...dated }
    return { code: 'feature.category_moved', params }
  }
  const share = feature.shares[feature.values.indexOf(text)] ?? null
  return { code: 'feature.category', params: { zh, en, valueZh: name(text).zh, valueEn: name(text).en, share } }
}

/** Months as a customer, months left of a contract: that they moved with the calendar is no news. */
const onlyTimeWentBy = ({ kind, unit }: FeatureMeaning, now: Month, before: Month, moved: number): boolean =>
  kind === 'count' &&
  Number.isInteger(moved) &&
  /月|month/i.test(`${unit?.zh} ${unit?.en}`) &&
  addMonths(before, Math.abs(moved)) === now

const numberSaid = (
  feature: NumberFeature,
  meaning: FeatureMeaning,
  value: number,
  read: (raw: Raw) => number,
  history: readonly Moment[] | undefined,
): Said<FeatureFacts> => {
  const shown = (n: number): number => (meaning.kind === 'money' && meaning.moneyIn !== 'fen' ? fenOf(n) : n)
  const kind = meaning.kind === 'flag' || meaning.kind === 'category' ? 'score' : meaning.kind
  const named = { zh: meaning.zh, en: meaning.en, kind, unitZh: meaning.unit?.zh ?? '', unitEn: meaning.unit?.en ?? '' }
  const { now, before: then } = movementOf(history) ?? {}
  const [present, past] = [now, then].map((moment) => (moment ? shown(read(moment.value)) : Number.NaN))
  if (now && present !== undefined && !Number.isNaN(present)) {
    const params = { ...named, value: present, month: now.month }
    const known = then && past !== undefined && !Number.isNaN(past) && past !== present
    return known && !onlyTimeWentBy(meaning, now.month, then.month, present - past)
      ? { code: 'feature.moved', params: { ...params, before: past, beforeMonth: then.month } }
      : { code: 'feature.at', params }
  }
  const params = { ...named, value: shown(value) }
  const above = feature.tenths.filter((tenth) => tenth < value).length
  const below = feature.tenths.filter((tenth) => tenth > value).length
  if (above >= LEAST_TENTHS) return { code: 'feature.above', params: { ...params, tenths: above } }
  if (below >= LEAST_TENTHS) return { code: 'feature.below', params: { ...params, tenths: below } }
  return { code: 'feature.ordinary', params }
}

const YES = new Set(['1', 'yes', 'y', 'true', '是', '有'])

const saidOf = (
  feature: Feature,
  meaning: FeatureMeaning,
  raw: Raw,
  asOf: Day,
  history: readonly Moment[] | undefined,
): Said<FeatureFacts> => {
  const { zh, en } = meaning
  const text = textOf(raw)
  const read = feature.kind === 'day' ? (cell: Raw) => ageOf(cell, asOf) : numberOf
  if (text === '' || (feature.kind !== 'category' && Number.isNaN(read(raw))))
    return { code: 'feature.unknown', params: { zh, en } }
  if (meaning.kind === 'flag')
    return { code: YES.has(text.toLowerCase()) ? 'feature.yes' : 'feature.no', params: { zh, en } }
  if (feature.kind === 'category') return categorySaid(feature, meaning, text, history)
  const coded = meaning.values?.[text]
  const said = numberSaid(feature, meaning, read(raw), read, history)
  // A name for one figure of a count (no months left: over) gives way to how it came there; a code has no other sense.
  return coded && (meaning.kind === 'category' || said.code !== 'feature.moved')
    ? { code: 'feature.category', params: { zh, en, valueZh: coded.zh, valueEn: coded.en, share: null } }
    : said
}

export type ReasonInput = {
  row: RawRow
  score: Score
  meanings: Meanings
  /** The day the row describes; used by day columns. */
  asOf?: Day
  /** Earlier months a column, when known: then reasons carry the month and the movement. Without it (a single snapshot) they
   * carry neither. */
  history?: FeatureHistory
}

type Part = { value: number; feature: Feature }

const partsOf = (model: ChurnModel, score: Score): Part[] =>
  score.contributions.flatMap(({ value }, f) => {
    const feature = model.spec.features[f]
    return feature ? [{ value, feature }] : []
  })

const reasonFor = ({ row, meanings, asOf, history }: ReasonInput, { value, feature }: Part): Reason => {
  const { name: column } = feature
  const meaning = meaningOf(meanings, feature)
  const said = saidOf(feature, meaning, row[column], asOf ?? '1970-01-01', history?.[column])
  return { column, contribution: value, changeable: meaning.changeable, said }
}

/** At most three things that raise the risk above the average customer's, strongest first; empty for a customer of whom nothing
 * raises it. */
export const reasonsOf = (model: ChurnModel, input: ReasonInput): Reason[] =>
  partsOf(model, input.score)
    .filter(({ value }) => value >= LEAST_CONTRIBUTION)
    .toSorted((a, b) => b.value - a.value)
    .slice(0, 3)
    .map((part) => reasonFor(input, part))

/** Every column's part, heaviest first; with the intercept they add up to the score exactly. */
export const contributionsOf = (model: ChurnModel, input: ReasonInput): Reason[] =>
  partsOf(model, input.score)
    .toSorted((a, b) => Math.abs(b.value) - Math.abs(a.value))
    .map((part) => reasonFor(input, part))

/** What the manager can do something about first, and what is merely good to know. */
export const splitByChangeable = <R extends { changeable: boolean }>(
  reasons: readonly R[],
): { changeable: R[]; given: R[] } => ({
  changeable: reasons.filter((reason) => reason.changeable),
  given: reasons.filter((reason) => !reason.changeable),
})
