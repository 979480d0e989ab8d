import type { Reading, ReadingWish } from '#domain/coach/voice/reading.ts'

/** Measures a sound beside the page, on this device; the answer's `stop` gives it up. */
export const measure = (wish: ReadingWish): { reading: Promise<Reading>; stop: () => void } => {
  const worker = new Worker(new URL('./measure-worker.ts', import.meta.url), { type: 'module' })
  const reading = new Promise<Reading>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<Reading>) => {
      worker.terminate()
      resolve(data)
    })
    worker.addEventListener('error', (error) => {
      worker.terminate()
      reject(new Error(error.message))
    })
    worker.postMessage(wish, [])
  })
  return { reading, stop: () => worker.terminate() }
}
