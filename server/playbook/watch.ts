/** Whoever has a run open, by window; a window not heard of for this long is closed. */
const HEARD_WITHIN_MS = 12_000

type Watcher = { staffId: string; name: string; at: number }

export type Other = { staffId: string; name: string; self: boolean }

/**
 * Remembers, in this process alone, which windows have which run open, so that two people who write in one contact know of
 * each other. Nothing rests on it: what they write meets in the list of events.
 */
export const runWatch = (windows = new Map<string, Map<string, Watcher>>()) => {
  const forget = (before: number): void => {
    for (const [runId, known] of windows) {
      for (const [key, { at }] of known) if (at < before) known.delete(key)
      if (known.size === 0) windows.delete(runId)
    }
  }
  return {
    /** Notes that a window looks at a run; answers the other windows that do, one for each person. */
    seen: (runId: string, window: string, who: { staffId: string; name: string }, now: Date): Other[] => {
      forget(now.getTime() - HEARD_WITHIN_MS)
      const known = windows.get(runId) ?? new Map<string, Watcher>()
      windows.set(runId, known)
      known.set(window, { ...who, at: now.getTime() })
      const others = [...known].filter(([key]) => key !== window).map(([, watcher]) => watcher)
      const once = new Map(
        others.map(({ staffId, name }) => [staffId, { staffId, name, self: staffId === who.staffId }]),
      )
      return [...once.values()]
    },
  }
}
