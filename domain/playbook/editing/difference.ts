import type { Language } from '#domain/kernel/said.ts'
import type { Text } from '../field.ts'
import { alike, type Fields, isFields, namesIn, type Part } from './alike.ts'
import type { Draft } from './draft.ts'

/** An entry of a list on the way to what changed: the list's name, its place counted from 1, what it is called. */
export type Spot = { list: string; place: number; title: Text | null }

/** One thing that is otherwise than before. `field` is null where a whole entry came, went or moved. */
export type Difference = {
  where: Spot[]
  field: string | null
  language: Language | null
  change: 'added' | 'removed' | 'moved' | 'changed'
  before: Part
  after: Part
}

/** Raised with every publication: nothing an editor wrote. */
const stamped = new Set(['version', 'reviewer', 'reviewed'])

/** What publishing would change, in the order of the playbook. */
export const differences = (before: Draft, after: Draft): Difference[] => inFields(before, after, [], stamped)

const inFields = (before: Fields, after: Fields, where: Spot[], passed?: ReadonlySet<string>): Difference[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((key) => !passed?.has(key))
    .flatMap((key) => inField(key, before[key], after[key], where))

const inField = (field: string, before: Part, after: Part, where: Spot[]): Difference[] => {
  if (alike(before, after)) return []
  if (isList(before) || isList(after)) return inList(field, listOf(before), listOf(after), where)
  if (isText(before) && isText(after))
    return (['zh', 'en'] as const)
      .filter((language) => before[language] !== after[language])
      .map((language) => changed(where, field, language, before[language], after[language]))
  if (isGroup(before) && isGroup(after))
    return inFields(before, after, [...where, { list: field, place: 0, title: null }])
  return [changed(where, field, null, before, after)]
}

const changed = (where: Spot[], field: string, language: Language | null, before: Part, after: Part): Difference => ({
  where,
  field,
  language,
  change: 'changed',
  before,
  after,
})

const isText = (part: Part): part is Text => isFields(part) && 'zh' in part && 'en' in part

/** A group of fields of its own, such as one way to put a line; conditions are read as a whole. */
const isGroup = (part: Part): part is Fields =>
  isFields(part) && ('first' in part || 'withinDays' in part || 'most' in part)

const isList = (part: Part): boolean => Array.isArray(part) && part.some((item) => isFields(item))
const listOf = (part: Part): Fields[] => (Array.isArray(part) ? part.filter((item) => isFields(item)) : [])

export const titleOf = (item: Fields): Text | null => {
  const first = item['title'] ?? item['label'] ?? item['about'] ?? item['ask'] ?? item['text'] ?? item['prompt']
  return isText(first) ? first : null
}

const inList = (list: string, before: Fields[], after: Fields[], where: Spot[]): Difference[] => {
  const names = namesIn(before, after)
  const [was = [], is = []] = names ?? [before.map((_, place) => String(place)), after.map((_, place) => String(place))]
  const spot = (item: Fields, place: number): Spot[] => [...where, { list, place: place + 1, title: titleOf(item) }]
  const whole = { field: null, language: null, before: null, after: null }
  const gone = before.flatMap((item, place): Difference[] =>
    is.includes(was[place] ?? '') ? [] : [{ ...whole, where: spot(item, place), change: 'removed' }],
  )
  const stays = was.filter((name) => is.includes(name))
  const shifted = shiftedIn(
    stays,
    is.filter((name) => stays.includes(name)),
  )
  const here = after.flatMap((item, place): Difference[] => {
    const earlier = before[was.indexOf(is[place] ?? '')]
    if (!earlier) return [{ ...whole, where: spot(item, place), change: 'added' }]
    const put: Difference[] = shifted.has(is[place] ?? '')
      ? [
          {
            ...whole,
            where: spot(item, place),
            change: 'moved',
            before: was.indexOf(is[place] ?? '') + 1,
            after: place + 1,
          },
        ]
      : []
    return [...put, ...inFields(earlier, item, spot(item, place))]
  })
  return [...gone, ...here]
}

/** The fewest entries that must have been moved: all but the longest run that kept its order. */
const shiftedIn = (before: readonly string[], after: readonly string[]): ReadonlySet<string> => {
  const places = after.map((name) => before.indexOf(name))
  const best: number[][] = []
  places.forEach((place, at) => {
    const earlier = best.filter((run) => (places[run.at(-1) ?? 0] ?? 0) < place)
    best.push([...(earlier.toSorted((a, b) => b.length - a.length)[0] ?? []), at])
  })
  const kept = new Set(best.toSorted((a, b) => b.length - a.length)[0] ?? [])
  return new Set(after.filter((_, at) => !kept.has(at)))
}
