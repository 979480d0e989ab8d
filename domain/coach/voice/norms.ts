import type { Said } from '#domain/kernel/said.ts'
import type { VoiceMeasures } from './measure.ts'

/**
 * What a voice is compared with; an office may change every number. Provisional: no study of Chinese service calls gives them, they are
 * rules of thumb of trainers [H-46].
 */
export type VoiceNorms = {
  /** Syllables a minute between which the pace is easy to follow. */
  pace: { slow: number; fast: number }
  /** Semitones from P10 to P90: flat below the first, lively from the second to the third. */
  range: { flat: number; lively: number; restless: number }
  /** Seconds: a silence longer than this needs an announcement. */
  longPause: number
  /** Decibels over the room under which a recording is hard to follow, and the share of cut-off samples that is heard. */
  clear: { overNoise: number; clipped: number }
}

export const voiceNorms: VoiceNorms = {
  pace: { slow: 160, fast: 260 },
  range: { flat: 4, lively: 6, restless: 12 },
  longPause: 3,
  clear: { overNoise: 15, clipped: 0.001 },
}

/** What the measures say beside the norms: about the reading and the recording, never about the person. */
export type VoiceFacts = {
  'pace.slow': { perMinute: number; least: number }
  'pace.fast': { perMinute: number; most: number }
  'pace.easy': { perMinute: number }
  'pitch.flat': { range: number; least: number }
  'pitch.lively': { range: number }
  'pitch.restless': { range: number; most: number }
  'pause.long': { seconds: number; at: number }
  'recording.noisy': { overNoise: number }
  'recording.clipped': { share: number }
  'recording.nothing': Record<string, never>
}

/** What the findings are made of; a kept take has it without the sound. */
type Measured = Pick<VoiceMeasures, 'activity' | 'level' | 'pitch' | 'pace'>

/** What to tell the owner of a recording. */
export const voiceFindings = (voice: Measured, norms: VoiceNorms = voiceNorms): Said<VoiceFacts>[] => {
  if (voice.activity.speech.length === 0) return [{ code: 'recording.nothing', params: {} }]
  return [...paceFindings(voice, norms), ...pitchFindings(voice, norms), ...recordingFindings(voice, norms)]
}

const paceFindings = ({ pace, activity }: Measured, { pace: norm, longPause }: VoiceNorms): Said<VoiceFacts>[] => {
  const perMinute = Math.round(pace.perMinute ?? 0)
  const longest = activity.pauses.toSorted((a, b) => b.to - b.from - (a.to - a.from))[0]
  const seconds = longest ? longest.to - longest.from : 0
  const said: Said<VoiceFacts> =
    perMinute < norm.slow
      ? { code: 'pace.slow', params: { perMinute, least: norm.slow } }
      : perMinute > norm.fast
        ? { code: 'pace.fast', params: { perMinute, most: norm.fast } }
        : { code: 'pace.easy', params: { perMinute } }
  if (!longest || seconds <= longPause) return [said]
  return [said, { code: 'pause.long', params: { seconds: tenths(seconds), at: tenths(longest.from) } }]
}

const pitchFindings = ({ pitch }: Measured, { range: norm }: VoiceNorms): Said<VoiceFacts>[] => {
  if (pitch === null) return []
  const range = tenths(pitch.range)
  if (range < norm.flat) return [{ code: 'pitch.flat', params: { range, least: norm.flat } }]
  if (range > norm.restless) return [{ code: 'pitch.restless', params: { range, most: norm.restless } }]
  return range < norm.lively ? [] : [{ code: 'pitch.lively', params: { range } }]
}

const recordingFindings = ({ level }: Measured, { clear }: VoiceNorms): Said<VoiceFacts>[] => [
  ...(level.overNoise !== null && level.overNoise < clear.overNoise
    ? [{ code: 'recording.noisy' as const, params: { overNoise: Math.round(level.overNoise) } }]
    : []),
  ...(level.clipped > clear.clipped ? [{ code: 'recording.clipped' as const, params: { share: level.clipped } }] : []),
]

const tenths = (value: number): number => Math.round(value * 10) / 10
