import type { QueryClient } from '@tanstack/react-query'
import type { Id } from '#domain/kernel/id.ts'
import type { Day } from '#domain/kernel/day.ts'

/** A day as it was taken along: whose pages are on this device, and since when. */
export type Taken = {
  day: Day
  /** Milliseconds of this device's clock. */
  takenAt: number
  customers: readonly Id[]
  /** Firms the customers work at, known as far as a visit shows them; missing in a day taken by an older program. */
  beside?: readonly Id[]
  /** What could not be read for whom; the rest is here. */
  failed: readonly { id: Id; name: string }[]
  /** Characters of all that was read: about what it takes on the device. */
  bytes: number
  /** All of it is on this device, not only in this page's memory. */
  whole: boolean
  /** The browser has said that it clears nothing away by itself. */
  persisted: boolean
}

/** Kept beside what was read, under a name that is no endpoint's. */
export const TAKEN = 'taken along'
export const takenKey = [TAKEN, {}] as const

export const takenIn = (client: QueryClient): Taken | null => client.getQueryData<Taken | null>(takenKey) ?? null
