import type { Language } from '#domain/kernel/said.ts'
import type { KnownFacts } from '#domain/playbook/disclosure.ts'
import { fillLine, type LineVersion, type Segment } from '#domain/playbook/script.ts'
import type { TouchText, Wording } from './definition.ts'

/** The pack's own words of one version of its file, by the name their uses are counted under. */
export const packWording = (version: number): string => `pack-${version}`

/**
 * Which of the wordings in use is said in this contact: of two, half of the contacts get one and half the other, the same contact always the
 * same, so that which does better can be seen and nobody picks [S-30]. FNV-1a over contact and script.
 */
export const wordingFor = (live: readonly string[], script: string, contact: string): string | null => {
  if (live.length < 2) return live[0] ?? null
  let hash = 0x811c9dc5
  for (const char of `${script} ${contact}`) hash = Math.imul(hash ^ char.charCodeAt(0), 0x01000193)
  hash ^= hash >>> 15
  return live[(hash >>> 0) % live.length] ?? null
}

/** A text as a script: without words of its own for somebody familiar it is the same for all. */
export const wordingOfText = ({ text, familiar, fallback }: TouchText): Wording => ({
  first: text,
  familiar: familiar ?? text,
  difficult: text,
  ...(fallback ? { fallback } : {}),
})

/** Words with the facts filled in as one string; null when a fact is missing and there is nothing to fall back on. */
export const filledWords = (
  words: Wording,
  version: LineVersion,
  facts: KnownFacts,
  language: Language,
): { segments: Segment[]; text: string } | null => {
  const segments = fillLine(words, version, facts, language)
  return segments && { segments, text: segments.map(({ text }) => text).join('') }
}
