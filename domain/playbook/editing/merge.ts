import type { Path } from '../locate.ts'
import { alike, type Fields, isFields, namesIn, type Part } from './alike.ts'
import type { Draft } from './draft.ts'

/** A place that two editors wrote at once; `mine` stands in what was merged, until somebody chooses. Undefined: taken out. */
export type Clash = { path: Path; mine: Part; theirs: Part }

export type Merged = { draft: Draft; clashes: Clash[] }

/**
 * Joins what two editors wrote since `base`. What only one of them touched is kept as written; what both changed alike is no
 * quarrel; where both wrote different things mine stays and theirs is told beside it, so that nobody's words are lost.
 */
export const mergeDrafts = (base: Draft, mine: Draft, theirs: Draft): Merged => {
  const clashes: Clash[] = []
  const draft = joined(base, mine, theirs, [], clashes)
  return { draft: draft as Draft, clashes }
}

const joined = (base: Part, mine: Part, theirs: Part, path: Path, clashes: Clash[]): Part => {
  if (alike(mine, theirs) || alike(base, theirs)) return mine
  if (alike(base, mine)) return theirs
  if (isFields(mine) && isFields(theirs)) return joinedFields(isFields(base) ? base : {}, mine, theirs, path, clashes)
  if (Array.isArray(mine) && Array.isArray(theirs) && Array.isArray(base)) {
    const list = joinedList(base, mine, theirs, path, clashes)
    if (list) return list
  }
  clashes.push({ path, mine, theirs })
  return mine
}

const joinedFields = (base: Fields, mine: Fields, theirs: Fields, path: Path, clashes: Clash[]): Fields => {
  const keys = [...new Set([...Object.keys(mine), ...Object.keys(theirs)])]
  const parts = keys.map((key): [string, Part] => [
    key,
    joined(base[key], mine[key], theirs[key], [...path, key], clashes),
  ])
  return Object.fromEntries(parts.filter(([, part]) => part !== undefined))
}

const joinedList = (
  base: readonly Part[],
  mine: readonly Part[],
  theirs: readonly Part[],
  path: Path,
  clashes: Clash[],
): Part[] | null => {
  const names = namesIn(base, mine, theirs)
  if (names) return joinedByName(base, mine, theirs, names, path, clashes)
  if (base.length !== mine.length || base.length !== theirs.length || !base.every(isFields)) return null
  return base.map((item, place) => joined(item, mine[place], theirs[place], [...path, place], clashes))
}

const joinedByName = (
  base: readonly Part[],
  mine: readonly Part[],
  theirs: readonly Part[],
  [ofBase = [], ofMine = [], ofTheirs = []]: string[][],
  path: Path,
  clashes: Clash[],
): Part[] => {
  const at = (list: readonly Part[], names: string[], name: string): Part => list[names.indexOf(name)]
  const common = (names: string[]): string[] => names.filter((name) => ofMine.includes(name) && ofTheirs.includes(name))
  const moved = !alike(common(ofMine), common(ofBase.filter((name) => ofMine.includes(name))))
  const [first, second] = moved ? [ofMine, ofTheirs] : [ofTheirs, ofMine]
  const order = woven(first, second)
  const list: Part[] = []
  for (const name of order) {
    const [was, own, other] = [at(base, ofBase, name), at(mine, ofMine, name), at(theirs, ofTheirs, name)]
    const before = clashes.length
    const part = joined(was, own, other, [...path, list.length], clashes)
    // Taken out by one and changed by the other: it stays, so that the words are still there to choose.
    const kept = clashes.length > before && part === undefined ? other : part
    if (kept !== undefined) list.push(kept)
  }
  return list
}

/** One order of both: that of the first; what only the second has comes after what it follows there. */
const woven = (first: readonly string[], second: readonly string[]): string[] => {
  const order = [...first]
  second.forEach((name, place) => {
    if (order.includes(name)) return
    const before = second.slice(0, place).findLast((other) => order.includes(other))
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, name)
  })
  return order
}
