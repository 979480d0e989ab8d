import type { Day } from '#domain/kernel/day.ts'

export type Side = 'staff' | 'customer'

/** A conversation as it was brought in, with what was corrected and what of it went into the ledgers. */
export type Talk = {
  text: string
  roles: Record<string, Side>
  day: Day
  customerId: string | null
  /** Keys of what was taken over. */
  taken: string[]
  touched: boolean
}

export const newTalk = (text: string, day: Day): Talk => ({
  text,
  roles: {},
  day,
  customerId: null,
  taken: [],
  touched: false,
})
