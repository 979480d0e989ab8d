import type { Cure } from '#domain/coach/voice/cure.ts'
import type { ListeningHabit } from '#domain/coach/voice/listening.ts'
import type { Reading } from '#domain/coach/voice/reading.ts'

/** Sound as it was recorded or loaded, before and after it is kept. */
export type Recorded = { channels: Float32Array[]; rate: number }

/** One take with what was measured of it. `model`: somebody else's, to be listened to and laid beside. */
export type Take = {
  name: string
  text: string | null
  ours: 0 | 1
  model: boolean
  cure: Cure | null
  reading: Reading
  /** Ticked of the eight in the talk afterwards [H-19]. */
  habits: ListeningHabit[]
}
