import { z } from 'zod'

const both = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) })

/** What not to say and what to say instead, as it is taught; `act` is the kind of rule that marks it [H-39][H-40]. */
export const pairFileSchema = z.strictObject({
  pairs: z
    .array(
      z.strictObject({
        source: z.enum(['H-39', 'H-40']),
        act: z.string(),
        avoid: both,
        better: both,
      }),
    )
    .min(1),
})

export type Pair = z.infer<typeof pairFileSchema>['pairs'][number]
