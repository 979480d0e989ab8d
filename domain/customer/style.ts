import type { choices } from './dossier.ts'

export type Style = (typeof choices.style)[number]

/** What one can see or hear of each style [K-14]; the traits of the training material, as observable things. */
export const styleCues = {
  analytical: ['orderly', 'few_words', 'exact_detail', 'monotone', 'wants_charts'],
  driver: ['fast_talk', 'direct', 'eye_contact', 'by_plan', 'decides_at_once'],
  amiable: ['slow_soft', 'agrees', 'patient', 'family_photos', 'encouraging'],
  expressive: ['vivid_tone', 'quick_gestures', 'jokes', 'sociable', 'shows_things'],
} as const satisfies Record<Style, readonly string[]>

export type StyleCue = (typeof styleCues)[Style][number]

const styleOfCue = new Map<string, Style>(
  (Object.keys(styleCues) as Style[]).flatMap((style) => styleCues[style].map((cue) => [cue, style] as const)),
)

export const isStyleCue = (cue: string): cue is StyleCue => styleOfCue.has(cue)

/** What the cues say: the likely style with the cues that made it, or none when they are too few or point several ways. */
export type LikelyStyle = { style: Style; cues: StyleCue[]; against: number } | null

/**
 * The style most cues point to [K-14]. One cue is a mood, so two are asked for, and more than any other style has;
 * opposite cues withdraw the guess. A person may hold another view: the dossier's own `style` stands before it.
 */
export const likelyStyle = (cues: readonly string[]): LikelyStyle => {
  const known = [...new Set(cues)].filter(isStyleCue)
  const counted = (Object.keys(styleCues) as Style[])
    .map((style) => ({ style, cues: known.filter((cue) => styleOfCue.get(cue) === style) }))
    .toSorted((a, b) => b.cues.length - a.cues.length)
  const [first, second] = counted
  if (!first || first.cues.length < 2 || first.cues.length <= (second?.cues.length ?? 0)) return null
  return { style: first.style, cues: first.cues, against: known.length - first.cues.length }
}
