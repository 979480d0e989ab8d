/** The last sign of somebody at this computer, shared by all its tabs. */
const KEY = 'weixi.last-sign'

/** Signs are noted at most this often: the pointer moves all the time. */
const NOTED_EVERY_MS = 5000

let own = Date.now()

const shared = (): number => {
  try {
    return Number(localStorage.getItem(KEY) ?? 0)
  } catch {
    // Storage may be forbidden: then each tab counts for itself.
    return 0
  }
}

export const isWorthNoting = (now: number): boolean => now - own >= NOTED_EVERY_MS

export const noteSign = (now: number): void => {
  own = now
  try {
    localStorage.setItem(KEY, String(now))
  } catch {
    // Counted for this tab alone.
  }
}

/** Milliseconds since the last sign noted before this page was opened; nothing noted is a very long time. */
export const sinceLastSign = (now: number): number => Math.max(0, now - shared())

/** Milliseconds since somebody touched a key or the pointer in any tab. A clock set back counts as no time. */
export const idleFor = (now: number): number => Math.max(0, now - Math.max(own, shared()))
