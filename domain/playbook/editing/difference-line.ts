import type { Language } from '#domain/kernel/said.ts'
import { isFields, type Part } from './alike.ts'
import type { Difference, Spot } from './difference.ts'
import type * as zh from './names.zh.ts'

/** The names of fields, entries and choices in one language (`names.zh.ts`, `names.en.ts`). */
export type Names = Pick<
  typeof zh,
  'partNames' | 'entryNames' | 'choiceNames' | 'conditionNames' | 'differenceWords' | 'factMeanings'
>

/** A field by the name an editor knows it by; one without a name, by its own. */
export const fieldNameIn = ({ partNames }: Names, field: string): string =>
  (partNames as Readonly<Record<string, string>>)[field] ?? field

/** `第 2 步“先说” › 话术 1 › 熟客（中文）：“……” → “……”`. */
export const differenceLine = (names: Names, language: Language, difference: Difference): string => {
  const { differenceWords: words } = names
  const { where, field, change } = difference
  const place = [
    ...where.map((spot) => spotName(names, language, spot)),
    ...(field === null ? [] : [fieldNameIn(names, field)]),
  ]
  const tongue = difference.language === null ? '' : words.language[difference.language]
  return `${place.join(words.sep)}${tongue}${words.colon}${happened(names, difference, change)}`
}

const happened = (names: Names, { field, before, after }: Difference, change: Difference['change']): string => {
  const { differenceWords: words } = names
  if (change === 'moved') return words.moved(String(before), String(after))
  if (change !== 'changed') return words[change]
  return words.changed(valueText(names, field ?? '', before), valueText(names, field ?? '', after))
}

const spotName = (names: Names, language: Language, { list, place, title }: Spot): string => {
  const name = names.entryNames[list]?.(place) ?? fieldNameIn(names, list)
  const called = title?.[language] ?? ''
  return called === '' ? name : `${name}${names.differenceWords.quoted(called)}`
}

/** What stands in a field, in words. */
const valueText = (names: Names, field: string, value: Part): string => {
  const { differenceWords: words } = names
  if (value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0))
    return words.none
  if (typeof value === 'boolean') return value ? words.yes : words.no
  if (Array.isArray(value))
    return value.map((item) => choiceText(names, field, item) ?? plainText(item)).join(words.join)
  if (isFields(value)) return fieldsText(names, value)
  return choiceText(names, field, value) ?? (typeof value === 'string' ? words.quoted(value) : plainText(value))
}

const plainText = (value: Part): string => (typeof value === 'string' ? value : JSON.stringify(value))

/** A condition, a retry, a text: each part by its name. */
const fieldsText = (names: Names, value: Readonly<Record<string, Part>>): string =>
  Object.entries(value)
    .map(([key, part]) => `${conditionName(names, key)} ${valueText(names, key, part)}`)
    .join(names.differenceWords.and)

const conditionName = (names: Names, key: string): string =>
  (names.conditionNames as Readonly<Record<string, string>>)[key] ?? fieldNameIn(names, key)

/** Which list of choices a field takes its words from. */
const choicesOf: Readonly<Record<string, (keyof Names['choiceNames'])[]>> = {
  directions: ['direction'],
  direction: ['direction'],
  channels: ['channel'],
  customerKinds: ['customerKind'],
  customerKind: ['customerKind'],
  contactPurpose: ['contactPurpose'],
  occasions: ['occasion'],
  kind: ['stepKind', 'captureKind', 'outcome'],
  stage: ['stage'],
  skill: ['skill'],
  lastOutcome: ['outcome'],
  ends: ['outcome'],
  captured: ['captureKind'],
  side: ['side'],
  seen: ['seen'],
  shows: ['shows'],
}

const choiceText = ({ choiceNames }: Names, field: string, value: Part): string | null => {
  if (typeof value !== 'string') return null
  const named = (choicesOf[field] ?? []).map((list) => (choiceNames[list] as Readonly<Record<string, string>>)[value])
  return named.find((name) => name !== undefined) ?? null
}
