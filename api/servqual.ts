import { z } from 'zod'
import { lensParts } from '#domain/satisfaction/lens.ts'
import { dimensions } from '#domain/satisfaction/servqual.ts'

const Item = z.object({
  number: z.number(),
  dimension: z.enum(dimensions),
  reversed: z.boolean(),
  expected: z.number(),
  experienced: z.number(),
  gap: z.number(),
})
const part = <P extends readonly [string, ...string[]]>(parts: P) =>
  z.object({
    parts: z.array(
      z.object({
        part: z.enum(parts),
        answered: z.number(),
        of: z.number(),
        gap: z.number().nullable(),
        sum: z.number(),
      }),
    ),
    total: z.number(),
    items: z.number(),
  })

/** The 22 items with both ways to look at them; the totals are the same [M-08, M-09]. */
export const Servqual = z.object({ items: z.array(Item), dimensions: part(dimensions), lens: part(lensParts) })
