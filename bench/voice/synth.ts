import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Sound, Stretch } from '#domain/coach/voice/sound.ts'
import { seededRandom } from '#domain/kernel/random.ts'
import { phrases } from './phrases.ts'

/** A synthetic speaker: a variant of the Mandarin voice, its pace in words a minute and its pitch (0–99). */
export type Speaker = { variant: string; pace: number; pitch: number }

/** Odd ones were listened to while the measures were made, even ones only measured. */
export const speakers: readonly Speaker[] = [
  { variant: 'm1', pace: 150, pitch: 40 },
  { variant: 'f1', pace: 160, pitch: 55 },
  { variant: 'm3', pace: 180, pitch: 50 },
  { variant: 'f2', pace: 190, pitch: 60 },
  { variant: 'm5', pace: 130, pitch: 30 },
  { variant: 'f3', pace: 140, pitch: 45 },
  { variant: 'm7', pace: 210, pitch: 60 },
  { variant: 'm2', pace: 200, pitch: 35 },
  { variant: 'f4', pace: 170, pitch: 50 },
  { variant: 'm4', pace: 145, pitch: 55 },
]

/** A recording whose pauses and syllables are known, because it was put together from phrases. */
export type Recording = { name: string; sound: Sound; pauses: Stretch[]; speech: Stretch[]; syllables: number }

/** Eight phrases of one speaker with pauses of 0.3 to 1.2 seconds between them, half a second before and after. */
export const recordingOf = (folder: string, speaker: Speaker, index: number): Recording => {
  const random = seededRandom(100 + index)
  const chosen = Array.from({ length: 8 }, (_, i) => phrases[(index * 8 + i) % phrases.length] ?? '')
  const spoken = chosen.map((phrase, i) => trimmed(speak(folder, speaker, phrase, `${index}-${i}`)))
  const rate = spoken[0]?.rate ?? 22_050
  const pauses: Stretch[] = []
  const speech: Stretch[] = []
  const parts: Float32Array[] = [new Float32Array(rate / 2)]
  let at = rate / 2
  spoken.forEach(({ samples }, i) => {
    speech.push({ from: at / rate, to: (at + samples.length) / rate })
    parts.push(samples)
    at += samples.length
    const silence = i === spoken.length - 1 ? rate / 2 : Math.round((0.3 + 0.9 * random()) * rate)
    if (i < spoken.length - 1) pauses.push({ from: at / rate, to: (at + silence) / rate })
    parts.push(new Float32Array(silence))
    at += silence
  })
  const samples = new Float32Array(Math.ceil(at))
  let place = 0
  for (const part of parts) {
    samples.set(part, place)
    place += part.length
  }
  const syllables = chosen.reduce((sum, phrase) => sum + phrase.split(' ').length, 0)
  return {
    name: `${speaker.variant}-${speaker.pace}-${speaker.pitch}`,
    sound: { samples, rate },
    pauses,
    speech,
    syllables,
  }
}

const speak = (folder: string, { variant, pace, pitch }: Speaker, phrase: string, name: string): Sound => {
  const file = join(folder, `${name}.wav`)
  const voice = `cmn-latn-pinyin+${variant}`
  execFileSync('espeak-ng', ['-v', voice, '-s', String(pace), '-p', String(pitch), '-w', file, phrase], {
    stdio: 'ignore',
  })
  return readWav(readFileSync(file))
}

const trimmed = ({ samples, rate }: Sound): Sound => {
  const peak = samples.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  const first = samples.findIndex((value) => Math.abs(value) > peak / 100)
  const last = samples.findLastIndex((value) => Math.abs(value) > peak / 100)
  return { samples: samples.slice(first, last + 1), rate }
}

/** 16-bit mono, as the synthesiser writes it. */
const readWav = (bytes: Buffer): Sound => {
  const data = bytes.indexOf('data') + 8
  const samples = new Float32Array((bytes.length - data) >> 1)
  for (let i = 0; i < samples.length; i++) samples[i] = bytes.readInt16LE(data + 2 * i) / 32_768
  return { samples, rate: bytes.readUInt32LE(24) }
}

export const wavOf = ({ samples, rate }: Sound): Buffer => {
  const bytes = Buffer.alloc(44 + 2 * samples.length)
  bytes.write('RIFF', 0)
  bytes.writeUInt32LE(36 + 2 * samples.length, 4)
  bytes.write('WAVEfmt ', 8)
  bytes.writeUInt32LE(16, 16)
  bytes.writeUInt16LE(1, 20)
  bytes.writeUInt16LE(1, 22)
  bytes.writeUInt32LE(rate, 24)
  bytes.writeUInt32LE(2 * rate, 28)
  bytes.writeUInt16LE(2, 32)
  bytes.writeUInt16LE(16, 34)
  bytes.write('data', 36)
  bytes.writeUInt32LE(2 * samples.length, 40)
  samples.forEach((value, i) => bytes.writeInt16LE(Math.round(Math.max(-1, Math.min(1, value)) * 32_767), 44 + 2 * i))
  return bytes
}
