/** A device may have been without a network for long; what it says of before this comes from a clock that is wrong. */
const HEARD_WITHIN_MS = 31 * 86_400_000

/**
 * When something happened that is heard of now: as the device that wrote it down says, which may have had no network then; never in the
 * future, never before `since`, what it followed.
 */
export const happenedAt = (said: string | undefined, now: Date, since?: Date): Date => {
  if (said === undefined) return now
  const earliest = Math.max(now.getTime() - HEARD_WITHIN_MS, since?.getTime() ?? 0)
  return new Date(Math.min(Math.max(Date.parse(said), earliest), now.getTime()))
}
