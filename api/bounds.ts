import { z } from 'zod'

/** Outside these years a day is a slip of the hand: the calendar, the store and every figure of a month hold within them. */
const years = /^(?:19|20|21)\d{2}-/

/** A calendar day that exists, 1900-01-01 to 2199-12-31. */
export const Day = z.iso.date().regex(years)

/** A calendar month, 1900-01 to 2199-12. */
export const Month = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
  .regex(years)

/** A moment in UTC, 1900 to 2199. */
export const Instant = z.iso.datetime().regex(years)

/** A moment with the writer's own offset, 1900 to 2199. */
export const OffsetInstant = z.iso.datetime({ offset: true }).regex(years)

/** The largest whole number the store keeps in a version or a count. */
export const MAX_COUNT = 2_147_483_647

/** The version of a record the writer has seen, from 1. */
export const Version = z.number().int().min(1).max(MAX_COUNT)
