import type { Recorded } from './take.ts'

/** Why a file or a microphone gives no sound. */
export type SoundTrouble = 'denied' | 'noMicrophone' | 'busy' | 'insecure' | 'unreadable' | 'tooLong' | 'empty'

export class NoSound extends Error {
  trouble: SoundTrouble
  constructor(trouble: SoundTrouble) {
    super(trouble)
    this.trouble = trouble
  }
}

const MOST_SECONDS = 600
const MOST_BYTES = 120_000_000
const RATE = 48_000

/** Reads a sound file or a recording on this device; throws `NoSound`. */
export const soundOf = async (file: Blob): Promise<Recorded> => {
  if (file.size > MOST_BYTES) throw new NoSound('tooLong')
  const decoder = new OfflineAudioContext(1, 1, RATE)
  const decoded = await decoder.decodeAudioData(await file.arrayBuffer()).catch(() => null)
  if (!decoded) throw new NoSound('unreadable')
  if (decoded.duration > MOST_SECONDS) throw new NoSound('tooLong')
  if (decoded.duration < 0.3) throw new NoSound('empty')
  const channels = Array.from({ length: Math.min(2, decoded.numberOfChannels) }, (_, i) =>
    decoded.getChannelData(i).slice(),
  )
  return { channels, rate: decoded.sampleRate }
}

/** Sixteen bits a sample: what is kept takes a third of the room, and nothing measured changes. */
export const wavOf = ({ channels, rate }: Recorded): ArrayBuffer => {
  const frames = channels[0]?.length ?? 0
  const size = frames * channels.length * 2
  const view = new DataView(new ArrayBuffer(44 + size))
  const text = (at: number, word: string): void =>
    [...word].forEach((letter, i) => view.setUint8(at + i, letter.charCodeAt(0)))
  text(0, 'RIFF')
  view.setUint32(4, 36 + size, true)
  text(8, 'WAVEfmt ')
  view.setUint32(16, 16, true)
  view.setUint16(20, 1, true)
  view.setUint16(22, channels.length, true)
  view.setUint32(24, rate, true)
  view.setUint32(28, rate * channels.length * 2, true)
  view.setUint16(32, channels.length * 2, true)
  view.setUint16(34, 16, true)
  text(36, 'data')
  view.setUint32(40, size, true)
  for (let i = 0; i < frames; i++)
    channels.forEach((samples, channel) => {
      const value = Math.max(-1, Math.min(1, samples[i] ?? 0))
      view.setInt16(44 + (i * channels.length + channel) * 2, Math.round(value * 32_767), true)
    })
  return view.buffer
}

/** Plays it; the answer stops it. `ended` is told when it has run out or was stopped. */
export const playSound = ({ channels, rate }: Recorded, ended: () => void): (() => void) => {
  const context = new AudioContext()
  const frames = channels[0]?.length ?? 0
  const buffer = context.createBuffer(channels.length, Math.max(1, frames), rate)
  channels.forEach((samples, i) => buffer.copyToChannel(samples as Float32Array<ArrayBuffer>, i))
  const source = context.createBufferSource()
  source.buffer = buffer
  source.connect(context.destination)
  source.addEventListener('ended', () => {
    void context.close()
    ended()
  })
  source.start()
  return () => source.stop()
}
