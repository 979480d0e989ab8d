import type { Path } from '../locate.ts'
import { type Fields, isFields, type Part } from './alike.ts'

/** `steps[2].say[0].first.en` → `['steps', 2, 'say', 0, 'first', 'en']`: the way a problem names its field. */
export const pathOf = (field: string): Path =>
  [...field.matchAll(/\[(\d+)\]|[^.[\]]+/g)].map(([whole, place]) => (place === undefined ? whole : Number(place)))

/** What stands at a place; undefined where there is nothing. */
export const partAt = (whole: Part, path: Path): Part => {
  let part = whole
  for (const key of path) {
    if (Array.isArray(part)) part = part[Number(key)]
    else if (isFields(part)) part = part[String(key)]
    else return undefined
  }
  return part
}

/** The same with another part at one place; undefined takes a field away, and an entry out of its list. */
export const withPart = <T>(whole: T, path: Path, part: Part): T => replaced(whole, path, part) as T

const replaced = (whole: Part, [key, ...rest]: Path, part: Part): Part => {
  if (key === undefined) return part
  if (Array.isArray(whole)) {
    const place = Number(key)
    const item = replaced(whole[place], rest, part)
    return item === undefined
      ? whole.filter((_, at) => at !== place)
      : whole.map((other: Part, at) => (at === place ? item : other))
  }
  const fields: Fields = isFields(whole) ? whole : {}
  const { [String(key)]: before, ...others } = fields
  const value = replaced(before, rest, part)
  return value === undefined ? others : { ...fields, [String(key)]: value }
}

/** An entry of a list put to another place. */
export const moved = <T>(list: readonly T[], from: number, to: number): T[] => {
  const item = list[from]
  if (item === undefined || to < 0 || to >= list.length) return [...list]
  const others = list.filter((_, place) => place !== from)
  return [...others.slice(0, to), item, ...others.slice(to)]
}
