import { z } from 'zod'
import { type FieldGroup, fieldGroups, ofOneselfAlone } from '#domain/staff/field-group.ts'
import { sightKinds, sights } from '#domain/staff/sight.ts'
import { endpoints } from './endpoint.ts'

const Id = z.uuid()

/** Who sees a record, and why [P-02, P-29]. */
export const sightEndpoints = endpoints({
  'GET /api/sight/:kind/:id': {
    summary: 'Who of the branch sees this record, for what reason, and what of its customer with it',
    access: 'customer.read',
    params: z.object({ kind: z.enum(sightKinds), id: Id }),
    reply: z.object({
      people: z.array(
        z.object({
          id: Id,
          name: z.string(),
          unitName: z.string(),
          why: z.enum(sights),
          groups: z.array(z.enum(Object.keys(fieldGroups) as [FieldGroup])),
        }),
      ),
      /** Colleagues of the branch who do not see it. */
      others: z.number(),
      /** What nobody sees of anybody else. */
      private: z.array(z.enum(ofOneselfAlone)),
    }),
    errors: ['record.not_found'],
  },
})
