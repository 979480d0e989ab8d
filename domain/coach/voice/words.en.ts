import type { Words } from '#domain/kernel/said.ts'
import { percent } from '#domain/kernel/wording.ts'
import type { VoiceFacts } from './norms.ts'

export const voiceWordsEn: Words<VoiceFacts> = {
  'pace.slow': ({ perMinute, least }) =>
    `${perMinute} syllables a minute, slower than ${least}; a little faster would do.`,
  'pace.fast': ({ perMinute, most }) => `${perMinute} syllables a minute, over ${most}; hard to follow.`,
  'pace.easy': ({ perMinute }) => `${perMinute} syllables a minute, easy to follow.`,
  'pitch.flat': ({ range, least }) =>
    `The pitch moves ${range} semitones, under ${least}, and sounds flat. Lift the words that matter.`,
  'pitch.lively': ({ range }) => `The pitch moves ${range} semitones: there are highs and lows.`,
  'pitch.restless': ({ range, most }) => `The pitch moves ${range} semitones, over ${most}; a little calmer would do.`,
  'pause.long': ({ seconds, at }) =>
    `Silence of ${seconds} seconds from second ${at}. Before looking something up, say “one moment, please”.`,
  'recording.noisy': ({ overNoise }) =>
    `The voice is only ${overNoise} decibels above the room. Move closer to the microphone or find a quieter place.`,
  'recording.clipped': ({ share }) =>
    `${percent(share)} of the sound is cut off. Move away from the microphone a little.`,
  'recording.nothing': () => 'No speech was heard. Please check the microphone.',
}
