import { type FactKey, isFactKey } from './facts.ts'

/** A piece of a script line: words, or the place of a fact. */
export type Piece = { words: string } | { slot: string }

const slot = /\{\{([^{}]*)\}\}/g

/** `您好，{{address}}` → words, slot. Spaces inside the braces are allowed. */
export const piecesOf = (line: string): Piece[] => {
  const pieces: Piece[] = []
  let end = 0
  for (const found of line.matchAll(slot)) {
    if (found.index > end) pieces.push({ words: line.slice(end, found.index) })
    pieces.push({ slot: (found[1] ?? '').trim() })
    end = found.index + found[0].length
  }
  if (end < line.length) pieces.push({ words: line.slice(end) })
  return pieces
}

export const slotsOf = (line: string): string[] =>
  piecesOf(line).flatMap((piece) => ('slot' in piece ? [piece.slot] : []))

/** Braces left over once the well-formed slots are taken out: `{{address}` or `{address}}`. */
export const hasBrokenSlot = (line: string): boolean => /\{\{|\}\}/.test(line.replaceAll(slot, ''))

/** The known fact nearest to a misspelt one, by shared beginning or ending, to name in the remedy. */
export const nearestFact = (text: string, keys: readonly FactKey[]): FactKey | null => {
  const wanted = text.toLowerCase()
  const near = keys.filter((key) => {
    const have = key.toLowerCase()
    return have.startsWith(wanted.slice(0, 4)) || have.endsWith(wanted.slice(-4))
  })
  return near.find((key) => key.toLowerCase() === wanted) ?? near[0] ?? null
}

export const unknownSlots = (line: string): string[] => slotsOf(line).filter((name) => !isFactKey(name))
