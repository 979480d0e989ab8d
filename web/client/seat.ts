import type { Id } from '#domain/kernel/id.ts'

/** Whoever sits in this window, with the key (256 bits, base64) to what of theirs waits on this device. */
export type Seat = { staffId: Id; sealKey: string }

type Hear = (now: Seat | null, before: Seat | null) => void

let seat: Seat | null = null
const listeners = new Set<Hear>()

/** Null before anybody is known, and once they have left. */
export const sitting = (): Seat | null => seat

export const isSitting = ({ staffId }: Seat): boolean => seat?.staffId === staffId

/** Somebody sits down, or gets up. The same person once more is no change. */
export const sit = (next: Seat | null): void => {
  const before = seat
  if (next?.staffId === before?.staffId) return
  seat = next
  for (const hear of listeners) hear(next, before)
}

/** Tells of every change of person; the answer stops it. */
export const onSeat = (hear: Hear): (() => void) => {
  listeners.add(hear)
  return () => listeners.delete(hear)
}
