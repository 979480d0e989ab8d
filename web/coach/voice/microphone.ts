import { NoSound } from './sound.ts'

/** A recording that runs; `level` between 0 and 1 as it is now. */
export type Running = { level: () => number; stop: () => Promise<Blob>; giveUp: () => void }

/** Asks for the microphone and records it as it is: what cleans a call up also flattens a voice. Throws `NoSound`. */
export const record = async (): Promise<Running> => {
  const { mediaDevices } = navigator as { mediaDevices?: MediaDevices }
  if (!mediaDevices || !('MediaRecorder' in globalThis)) throw new NoSound('insecure')
  const stream = await mediaDevices
    .getUserMedia({ audio: { echoCancellation: false, noiseSuppression: false, autoGainControl: false } })
    .catch((error: unknown) => {
      throw new NoSound(troubleOf((error as { name?: string }).name))
    })
  const recorder = new MediaRecorder(stream)
  const parts: Blob[] = []
  recorder.addEventListener('dataavailable', ({ data }) => parts.push(data))
  const context = new AudioContext()
  const meter = context.createAnalyser()
  context.createMediaStreamSource(stream).connect(meter)
  const heard = new Float32Array(meter.fftSize)
  const release = (): void => {
    for (const track of stream.getTracks()) track.stop()
    if (context.state !== 'closed') void context.close()
  }
  recorder.start(1000)
  return {
    level: () => {
      meter.getFloatTimeDomainData(heard)
      return heard.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
    },
    stop: () =>
      new Promise((resolve) => {
        recorder.addEventListener('stop', () => {
          release()
          resolve(new Blob(parts, { type: recorder.mimeType }))
        })
        recorder.stop()
      }),
    giveUp: () => {
      if (recorder.state !== 'inactive') recorder.stop()
      release()
    },
  }
}

const troubleOf = (name: string | undefined): 'denied' | 'noMicrophone' | 'busy' => {
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'noMicrophone'
  return name === 'NotReadableError' || name === 'AbortError' ? 'busy' : 'denied'
}
