import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { takeAlong, type Progress, putDown } from './take.ts'
import { type Taken, takenIn, takenKey } from './taken.ts'

type Taking = { progress: Progress; stop: () => void }

/** One at a time, and going on whatever page is looked at meanwhile. */
let taking: Taking | null = null
let failed = false
const listeners = new Set<() => void>()

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

const set = (next: Taking | null, without = false): void => {
  taking = next
  failed = without
  for (const listener of listeners) listener()
}

const take = async (client: QueryClient, day: string): Promise<void> => {
  if (taking) return
  const leaving = new AbortController()
  const stop = (): void => leaving.abort()
  set({ progress: { done: 0, all: 0, bytes: 0 }, stop })
  try {
    await takeAlong(client, day, (progress) => set({ progress, stop }), leaving.signal)
    set(null)
  } catch {
    putDown(client)
    set(null, !leaving.signal.aborted)
  }
}

export type FieldDay = {
  taken: Taken | null
  taking: Taking | null
  /** It could not be read at all. */
  failed: boolean
  take: (day: string) => void
  putDown: () => void
}

/** The day on this device, and the way to get it there. */
export const useFieldDay = (): FieldDay => {
  const client = useQueryClient()
  const now = useSyncExternalStore(subscribe, () => taking)
  const without = useSyncExternalStore(subscribe, () => failed)
  const taken = useSyncExternalStore(
    (listener) => client.getQueryCache().subscribe(({ query }) => query.queryKey[0] === takenKey[0] && listener()),
    () => takenIn(client),
  )
  return {
    taken,
    taking: now,
    failed: without,
    take: (day) => void take(client, day),
    putDown: () => putDown(client),
  }
}
