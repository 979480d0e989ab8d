import { choices } from './dossier.ts'

export type Pace = (typeof choices.pace)[number]

/** Syllables a minute one speaks at to match each pace; provisional, from the usual range of spoken Chinese [K-15]. */
export const syllablesAMinute: Record<Pace, { from: number; to: number }> = {
  slow: { from: 120, to: 170 },
  even: { from: 170, to: 230 },
  fast: { from: 230, to: 290 },
}

/** How fast a customer speaks: as noted, else as a cue heard says; null while nobody has listened for it. */
export const paceOf = (dossier: Readonly<Record<string, unknown>>): Pace | null => {
  const noted = choices.pace.find((pace) => pace === dossier['pace'])
  if (noted) return noted
  const cues = Array.isArray(dossier['styleCues']) ? dossier['styleCues'] : []
  if (cues.includes('slow_soft')) return 'slow'
  return cues.includes('fast_talk') ? 'fast' : null
}

/** Chinese characters and other words of a text: what one speaks in syllables, near enough to hear a difference. */
export const syllablesIn = (text: string): number =>
  (text.match(/\p{Script=Han}/gu)?.length ?? 0) + (text.match(/[\p{Script=Latin}\d]+/gu)?.length ?? 0)

export type Tempo = {
  perMinute: number
  /** Positive when faster than the other, as a share: 0.5 is half as fast again. 0 within their range. */
  over: number
}

/**
 * One's own tempo beside the customer's [K-15]: nobody buys from somebody who talks twice as fast. Null for less than two seconds or
 * ten syllables, which say nothing.
 */
export const tempoOf = (text: string, seconds: number, pace: Pace): Tempo | null => {
  const syllables = syllablesIn(text)
  if (seconds < 2 || syllables < 10) return null
  return tempoAt((syllables / seconds) * 60, pace)
}

/** A tempo that was measured beside the customer's. */
export const tempoAt = (syllablesPerMinute: number, pace: Pace): Tempo => {
  const perMinute = Math.round(syllablesPerMinute)
  const { from, to } = syllablesAMinute[pace]
  const middle = (from + to) / 2
  return { perMinute, over: perMinute >= from && perMinute <= to ? 0 : perMinute / middle - 1 }
}

/** Which of the words a customer likes to use stand in what one reads, and which do not [H-34]; case and width make no difference. */
export const echoOf = (text: string, usual: readonly string[]): { used: string[]; unused: string[] } => {
  const plain = (words: string): string => words.normalize('NFKC').toLowerCase()
  const said = plain(text)
  const isUsed = (word: string): boolean => said.includes(plain(word))
  return { used: usual.filter(isUsed), unused: usual.filter((word) => !isUsed(word)) }
}
