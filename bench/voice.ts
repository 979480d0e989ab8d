import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { measureVoice, type VoiceMeasures } from '#domain/coach/voice/measure.ts'
import { semitones } from '#domain/coach/voice/pitch.ts'
import { lengthOf, quantile, type Sound, type Stretch, totalOf } from '#domain/coach/voice/sound.ts'
import { seededRandom } from '#domain/kernel/random.ts'
import { print, wilson } from './coach/score.ts'
import { noisy, telephone } from './voice/degrade.ts'
import { praatMelody, type PraatMelody, praatVersion } from './voice/praat.ts'
import { type Recording, recordingOf, speakers } from './voice/synth.ts'

/**
 * What the voice coach hears, against Praat on the same sound and against what is known because the speech is synthetic (espeak-ng).
 * Every second speaker was used while the measures were made; only the others are reported.
 */
const version = praatVersion()
if (version === null) {
  console.error('Praat and espeak-ng are needed (Debian: apt-get install praat espeak-ng); nothing was measured.')
  process.exit(0)
}

const folder = mkdtempSync(join(tmpdir(), 'weixi-voice-'))
const conditions: Record<string, (sound: Sound, seed: number) => Sound> = {
  clean: (sound) => sound,
  telephone: (sound) => telephone(sound),
  'white noise at 10 dB': (sound, seed) => noisy(sound, 10, 'white', seededRandom(seed)),
  'pink noise at 10 dB': (sound, seed) => noisy(sound, 10, 'pink', seededRandom(seed)),
}

type Heard = { recording: Recording; voice: VoiceMeasures; praat: PraatMelody | null }

let [milliseconds, seconds] = [0, 0]
const timed = (sound: Sound): VoiceMeasures => {
  const started = performance.now()
  const voice = measureVoice(sound)
  milliseconds += performance.now() - started
  seconds += sound.samples.length / sound.rate
  return voice
}

const recordings = speakers.flatMap((speaker, index) => (index % 2 === 1 ? [recordingOf(folder, speaker, index)] : []))
for (const [condition, change] of Object.entries(conditions)) {
  const compared = !condition.includes('noise')
  const heard = recordings.map((recording, index): Heard => {
    const sound = change(recording.sound, index)
    return {
      recording,
      voice: timed(sound),
      praat: compared ? praatMelody(folder, 'heard', sound) : null,
    }
  })
  if (compared) reportMelody(condition, heard)
  reportPauses(condition, heard)
  reportPace(condition, heard)
}
print({ name: 'voice measured, a second of sound', value: milliseconds / seconds, unit: 'ms' })
rmSync(folder, { recursive: true })

function reportMelody(condition: string, heard: readonly Heard[]): void {
  let [wrong, moments] = [0, 0]
  const medians: number[] = []
  const ranges: number[] = []
  for (const { voice, praat } of heard) {
    if (praat === null) continue
    const own = [...voice.melody.hz]
    praat.hz.forEach((hz, i) => {
      moments++
      if (hz > 0 !== (own[i] ?? 0) > 0) wrong++
    })
    const [ours, theirs] = [heights(own), heights(praat.hz)]
    medians.push(Math.abs(quantile(ours, 0.5) - quantile(theirs, 0.5)))
    ranges.push(Math.abs(rangeOf(ours) - rangeOf(theirs)))
  }
  const [low, high] = wilson(wrong, moments)
  print({
    name: `${condition}: voicing differs from Praat`,
    value: wrong / moments,
    unit: 'share',
    low,
    high,
    of: moments,
    target: 0.05,
  })
  print({
    name: `${condition}: median pitch differs, most`,
    value: Math.max(...medians),
    unit: 'semitones',
    of: medians.length,
    target: 0.1,
  })
  print({
    name: `${condition}: range differs, most`,
    value: Math.max(...ranges),
    unit: 'semitones',
    of: ranges.length,
    target: 0.3,
  })
}

function heights(hz: readonly number[]): Float64Array {
  return Float64Array.from(hz.filter((value) => value > 0).map(semitones)).sort()
}

function rangeOf(sorted: Float64Array): number {
  return quantile(sorted, 0.9) - quantile(sorted, 0.1)
}

function reportPauses(condition: string, heard: readonly Heard[]): void {
  const target = condition.includes('noise') ? 0.9 : 0.95
  const same = (a: Stretch, b: Stretch): boolean =>
    Math.min(a.to, b.to) - Math.max(a.from, b.from) >= 0.5 * Math.max(lengthOf(a), lengthOf(b))
  const found = heard.flatMap(({ voice, recording }) =>
    voice.activity.pauses.map((pause) => recording.pauses.some((known) => same(pause, known))),
  )
  const known = heard.flatMap(({ voice, recording }) =>
    recording.pauses.map((pause) => voice.activity.pauses.some((own) => same(own, pause))),
  )
  for (const [name, judged] of [
    ['precision', found],
    ['recall', known],
  ] as const) {
    const right = judged.filter(Boolean).length
    const [low, high] = wilson(right, judged.length)
    print({
      name: `${condition}: pauses ${name}`,
      value: right / judged.length,
      unit: 'share',
      low,
      high,
      of: judged.length,
      target,
    })
  }
}

/** Syllables are known from the text, the time spoken from how the recording was put together. */
function reportPace(condition: string, heard: readonly Heard[]): void {
  const bySound = heard.map(({ voice, recording }) => {
    const truth = recording.syllables / totalOf(recording.speech)
    return Math.abs((voice.pace.perMinute ?? 0) / 60 / truth - 1)
  })
  const byText = heard.map(({ voice, recording }) =>
    Math.abs(totalOf(recording.speech) / totalOf(voice.activity.speech) - 1),
  )
  const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length
  print({
    name: `${condition}: pace by sound is off`,
    value: mean(bySound),
    unit: 'share',
    high: Math.max(...bySound),
    low: Math.min(...bySound),
    of: bySound.length,
    target: 0.06,
  })
  print({
    name: `${condition}: pace by transcript is off`,
    value: mean(byText),
    unit: 'share',
    high: Math.max(...byText),
    low: Math.min(...byText),
    of: byText.length,
    target: 0.03,
  })
}
