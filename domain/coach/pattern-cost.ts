import { ok, refuse, type Result } from '#domain/kernel/result.ts'

/** Why a pattern may not be used. */
export type PatternFault =
  | { code: 'pattern.form'; params: { at: number; found: string } }
  | { code: 'pattern.costly'; params: { ways: number; most: number } }

/** The most ways a pattern may be tried from one starting place. */
export const MOST_WAYS = 20_000

type Cursor = { text: string; at: number }

/** A part of a pattern: its ways, the letters it can begin with (`null` for any), and whether it may match nothing. */
type Part = { ways: number; first: ReadonlySet<string> | null; empty: boolean }

class Unsafe extends Error {
  readonly at: number
  constructor(at: number) {
    super('unsafe pattern')
    this.at = at
  }
}

/**
 * In how many ways a regular expression can be tried from one starting place, counted from its form alone: a sequence
 * multiplies, `x{m,n}` adds the powers m…n, a choice adds those branches that can begin with the same letter. Only what
 * can be counted is a pattern at all: no `*`, `+` or `{m,}`, no back reference, no capture. So no text, however made,
 * makes a rule slow [H-42].
 */
export const patternWays = (pattern: string): Result<number, PatternFault> => {
  const cursor = { text: pattern, at: 0 }
  try {
    const { ways } = choice(cursor)
    if (cursor.at < pattern.length) throw new Unsafe(cursor.at)
    RegExp(pattern, 'u')
    return ways <= MOST_WAYS ? ok(ways) : refuse({ code: 'pattern.costly', params: { ways, most: MOST_WAYS } })
  } catch (error) {
    const at = error instanceof Unsafe ? error.at : cursor.at
    return refuse({ code: 'pattern.form', params: { at, found: pattern.slice(at, at + 8) } })
  }
}

const choice = (cursor: Cursor): Part => {
  const branches = [sequence(cursor)]
  while (peek(cursor) === '|') {
    cursor.at++
    branches.push(sequence(cursor))
  }
  return { ways: waysOf(branches), first: union(branches), empty: branches.some(({ empty }) => empty) }
}

/** Branches that begin differently exclude each other; those that may begin with anything, or with nothing, exclude none. */
const waysOf = (branches: readonly Part[]): number => {
  let anywhere = 0
  const byLetter = new Map<string, number>()
  for (const { ways, first, empty } of branches)
    if (first === null || empty) anywhere += ways
    else for (const letter of first) byLetter.set(letter, (byLetter.get(letter) ?? 0) + ways)
  return Math.max(1, anywhere + Math.max(0, ...byLetter.values()))
}

const union = (parts: readonly Part[]): ReadonlySet<string> | null =>
  parts.some(({ first }) => first === null) ? null : new Set(parts.flatMap(({ first }) => [...(first ?? [])]))

const sequence = (cursor: Cursor): Part => {
  const parts: Part[] = []
  while (cursor.at < cursor.text.length && peek(cursor) !== '|' && peek(cursor) !== ')') {
    const one = atom(cursor)
    parts.push(repeated(cursor, one))
  }
  const solid = parts.findIndex(({ empty }) => !empty)
  return {
    ways: parts.reduce((product, { ways }) => product * ways, 1),
    first: union(solid < 0 ? parts : parts.slice(0, solid + 1)),
    empty: solid < 0,
  }
}

const GROUP = /^\((?:\?:|\?=|\?!|\?<=|\?<!)/
const ATOM = /^(?:\\[dDwWsSbB.?()[\]{}|^$*+/\\]|\\p\{[A-Za-z=_]+\}|\[(?:\\.|[^\]\\])+\]|[^\\()[\]{}*+?|])/u

const atom = (cursor: Cursor): Part => {
  const rest = cursor.text.slice(cursor.at)
  const group = GROUP.exec(rest)
  if (group) return grouped(cursor, group[0])
  const [single] = ATOM.exec(rest) ?? []
  if (single === undefined) throw new Unsafe(cursor.at)
  cursor.at += single.length
  if (single === '^' || single === '$' || single === '\\b' || single === '\\B') return NOTHING
  return { ways: 1, first: lettersOf(single), empty: false }
}

const NOTHING: Part = { ways: 1, first: new Set(), empty: true }

const grouped = (cursor: Cursor, opening: string): Part => {
  const opened = cursor.at
  cursor.at += opening.length
  const part = choice(cursor)
  if (peek(cursor) !== ')') throw new Unsafe(opened)
  cursor.at++
  return opening === '(?:' ? part : { ways: part.ways, first: new Set(), empty: true }
}

/** The letters of a plain class or a single letter; `null` where they are not listed one by one. */
const lettersOf = (single: string): ReadonlySet<string> | null => {
  if (single === '.' || single.startsWith('\\')) return null
  if (!single.startsWith('[')) return new Set([single])
  const inside = single.slice(1, -1)
  return /^\^|\\/.test(inside) ? null : rangesOf(inside)
}

const rangesOf = (inside: string): ReadonlySet<string> | null => {
  const letters = new Set<string>()
  const units = [...inside]
  for (let i = 0; i < units.length; i++) {
    const [from = '', dash, to] = units.slice(i, i + 3)
    const last = dash === '-' && to !== undefined ? to.charCodeAt(0) : from.charCodeAt(0)
    if (last - from.charCodeAt(0) > 64) return null
    for (let code = from.charCodeAt(0); code <= last; code++) letters.add(String.fromCharCode(code))
    if (last !== from.charCodeAt(0)) i += 2
  }
  return letters
}

const QUANTIFIER = /^(?:\?|\{(\d+)(?:,(\d+))?\})\??/

const repeated = (cursor: Cursor, part: Part): Part => {
  const quantifier = QUANTIFIER.exec(cursor.text.slice(cursor.at))
  if (!quantifier) return part
  cursor.at += quantifier[0].length
  const least = Number(quantifier[1] ?? 0)
  const most = quantifier[1] === undefined ? 1 : Number(quantifier[2] ?? least)
  let ways = 0
  for (let times = least; times <= most; times++) ways += part.ways ** times
  return { ways: Math.max(ways, 1), first: part.first, empty: part.empty || least === 0 }
}

const peek = ({ text, at }: Cursor): string => text.charAt(at)
