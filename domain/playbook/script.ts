import type { Language } from '#domain/kernel/said.ts'
import { holds } from './condition.ts'
import type { Line, SkillLevel } from './definition.ts'
import { type KnownFacts, speakable } from './disclosure.ts'
import { isFactKey } from './facts.ts'
import { piecesOf } from './slot.ts'
import type { RunState } from './state.ts'

export type LineVersion = 'first' | 'familiar' | 'difficult'

/** A piece of a line ready to be said; `fact` pieces are underlined, so that the eye finds what is about this customer. */
export type Segment = { text: string; fact: boolean }

/**
 * Fills a line with facts. A line with an unfilled slot is never shown: its fallback is, or nothing (null).
 * A version the line does not have is its first.
 */
export const fillLine = (line: Line, version: LineVersion, facts: KnownFacts, language: Language): Segment[] | null => {
  const words = (line[version] ?? line.first)[language]
  const segments = piecesOf(words).map((piece) =>
    'words' in piece ? { text: piece.words, fact: false } : { text: factText(piece.slot, facts, language), fact: true },
  )
  if (segments.every(({ text }) => text !== '')) return beginsLarge(segments)
  return line.fallback ? [{ text: line.fallback[language], fact: false }] : null
}

/** A fact at the head of a line opens a sentence: “Today at 3:30 pm or …”. Chinese knows no capitals. */
const beginsLarge = ([first, ...others]: Segment[]): Segment[] =>
  first ? [{ ...first, text: first.text.charAt(0).toUpperCase() + first.text.slice(1) }, ...others] : others

const factText = (slot: string, facts: KnownFacts, language: Language): string => {
  const fact = isFactKey(slot) ? facts[slot] : undefined
  return (typeof fact === 'string' ? fact : (fact?.[language] ?? '')).trim()
}

/** The lines of a step as they can be said now: the first is the main one, the others are other ways to put it. */
export const spokenLines = (
  lines: readonly Line[],
  state: RunState,
  version: LineVersion,
  facts: KnownFacts,
  language: Language,
): Segment[][] => {
  const known = speakable(state, facts)
  return lines
    .filter(({ when }) => holds(when, state))
    .flatMap((line) => {
      const filled = fillLine(line, version, known, language)
      return filled ? [filled] : []
    })
}

/** How well the two know each other decides the wording; a tense moment decides before that. */
export const versionFor = (contacts: number, tense: boolean): LineVersion =>
  tense ? 'difficult' : contacts >= familiarFrom ? 'familiar' : 'first'

/** From the third contact on a full self-introduction sounds as if we had forgotten the person [S-26][S-27]. */
const familiarFrom = 2

/** Runs of this playbook after which its words fold away; they stay one tap off. */
const foldsAfter: Record<SkillLevel, number> = { new: 20, able: 5, seasoned: 0 }

/**
 * Whether the words are laid out or folded. `uses` counts this person's finished runs of this definition (by hash), so
 * changed words unfold again by themselves, for one look even for a seasoned hand. A tense talk always shows them.
 */
export const showsScript = (level: SkillLevel, uses: number, version: LineVersion): boolean =>
  version === 'difficult' || uses === 0 || uses < foldsAfter[level]
