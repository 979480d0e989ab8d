import type { Said } from '#domain/kernel/said.ts'
import type { CustomerKind } from './kind.ts'

/** What two records are compared by. `folded` is the searchable form of the name; `papers` numbers of licence, identity, registration. */
export type Comparable = {
  id: string
  kind: CustomerKind
  name: string
  folded: string
  numbers: readonly string[]
  papers: readonly string[]
}

export type DuplicateFacts = {
  'duplicate.same_paper': { paper: string }
  'duplicate.same_number': { number: string }
  'duplicate.same_name': { name: string }
  'duplicate.near_name': { a: string; b: string }
}

const weights: Record<keyof DuplicateFacts, number> = {
  'duplicate.same_paper': 60,
  'duplicate.same_number': 40,
  'duplicate.same_name': 30,
  'duplicate.near_name': 20,
}

/** A name alone is no proof: two people may be called 王伟. */
const ENOUGH = 30

export type Likeness = { score: number; why: Said<DuplicateFacts>[] }

/**
 * How alike two customers are, 0–100, with each reason; null when nothing is worth a look. A suggestion only: people decide.
 * Full numbers and papers are hidden but for their last four digits.
 */
export const likenessOf = (a: Comparable, b: Comparable): Likeness | null => {
  if (a.id === b.id) return null
  const why: Said<DuplicateFacts>[] = []
  const paper = a.papers.find((each) => b.papers.includes(each))
  if (paper !== undefined) why.push({ code: 'duplicate.same_paper', params: { paper: tail(paper) } })
  const number = a.numbers.find((each) => b.numbers.includes(each))
  if (number !== undefined) why.push({ code: 'duplicate.same_number', params: { number: tail(number) } })
  if (a.kind === b.kind && a.folded === b.folded) why.push({ code: 'duplicate.same_name', params: { name: a.name } })
  else if (a.kind === b.kind && nearly(a.folded, b.folded))
    why.push({ code: 'duplicate.near_name', params: { a: a.name, b: b.name } })
  const score = Math.min(
    100,
    why.reduce((sum, { code }) => sum + weights[code], 0),
  )
  return score >= ENOUGH ? { score, why } : null
}

const tail = (digits: string): string => digits.slice(-4)

/** One character more, fewer or other, in names long enough for that to be a slip; or one name is the beginning of the other. */
const nearly = (a: string, b: string): boolean => {
  const [short, long] = a.length <= b.length ? [[...a], [...b]] : [[...b], [...a]]
  if (short.length < 3 || long.length - short.length > 1)
    return short.length >= 4 && long.slice(0, short.length).join('') === short.join('')
  let at = 0
  while (at < short.length && short[at] === long[at]) at += 1
  const restOfLong = long.slice(at + 1).join('')
  return restOfLong === short.slice(long.length === short.length ? at + 1 : at).join('')
}
