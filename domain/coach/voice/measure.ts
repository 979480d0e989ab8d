import { type Activity, activityOf } from './activity.ts'
import { bandsOf } from './bands.ts'
import { type Level, levelOf } from './level.ts'
import { type MelodyMeasures, melodyMeasures } from './melody.ts'
import { type Melody, melodyOf } from './pitch.ts'
import { secondsOf, type Sound, sparser, totalOf } from './sound.ts'
import { syllablesOf } from './syllables.ts'

/** What is measured of one recorded voice. Clarity of the recording only; nothing here says what a voice means. */
export type VoiceMeasures = {
  seconds: number
  activity: Activity
  level: Level
  melody: Melody
  pitch: MelodyMeasures | null
  pace: Pace
}

/**
 * `perMinute` counts syllables by the time spoken, pauses left out; null without speech. `counted` says what it rests on: the characters
 * of a transcript, or the tops of loudness at `syllables` (seconds).
 */
export type Pace = { perMinute: number | null; counted: 'transcript' | 'sound'; count: number; syllables: number[] }

/** Measures one channel with one speaker [H-38][H-45][H-46]. With what was said (`transcript`) the pace is exact to the character, unless something else was read. */
export const measureVoice = (sound: Sound, transcript: string | null = null): VoiceMeasures => {
  const own = sparser(sound)
  const bands = bandsOf(own)
  const activity = activityOf(bands)
  const melody = melodyOf(own)
  const syllables = syllablesOf(bands, activity.speech)
  const spoken = totalOf(activity.speech)
  const written = transcript === null ? null : spokenSyllables(transcript)
  const read = written !== null && isRead(written, syllables.length)
  const count = read ? written : syllables.length
  return {
    seconds: secondsOf(sound),
    activity,
    level: levelOf(sound, activity.speech),
    melody,
    pitch: melodyMeasures(melody, activity.speech),
    pace: {
      perMinute: spoken === 0 ? null : (60 * count) / spoken,
      counted: read ? 'transcript' : 'sound',
      count,
      syllables,
    },
  }
}

/** Half or half as much again of what is written was heard: it was left unfinished, or something else was read. */
const isRead = (written: number, heard: number): boolean => heard >= written * 0.5 && heard <= written * 1.5

const HAN = /\p{Script=Han}/gu
const DIGIT = /\d/g
const WORD = /[a-z]+/gi

/** Syllables of a text read aloud: a Chinese character or a digit is one, an English word as many as it has groups of vowels. */
export const spokenSyllables = (text: string): number =>
  (text.match(HAN)?.length ?? 0) +
  (text.match(DIGIT)?.length ?? 0) +
  (text.match(WORD) ?? []).reduce((sum, word) => sum + Math.max(1, vowelGroups(word)), 0)

const vowelGroups = (word: string): number => word.replace(/(?<=[a-z]{2})e$/i, '').match(/[aeiouy]+/gi)?.length ?? 0

/**
 * Syllables a minute over time: in a window of `width` seconds around each second, by the time spoken in it; null where less than a second
 * is. What was counted by the text is spread over what was heard, so that line and figure agree.
 */
export const paceOverTime = (
  { seconds, activity, pace }: VoiceMeasures,
  width = 6,
): { at: number; perMinute: number | null }[] =>
  Array.from({ length: Math.floor(seconds) }, (_, i) => {
    const at = i + 0.5
    const [from, to] = [at - width / 2, at + width / 2]
    const spoken = activity.speech.reduce(
      (sum, stretch) => sum + Math.max(0, Math.min(to, stretch.to) - Math.max(from, stretch.from)),
      0,
    )
    const heard = pace.syllables.filter((when) => when >= from && when < to).length
    const each = pace.syllables.length === 0 ? 1 : pace.count / pace.syllables.length
    return { at, perMinute: spoken < 1 ? null : (60 * heard * each) / spoken }
  })
