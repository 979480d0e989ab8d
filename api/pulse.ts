import { z } from 'zod'
import { Day } from './bounds.ts'
import { endpoints } from './endpoint.ts'

const Scale = z.number().int().min(1).max(5)

/** Two questions a week to everybody, without a name. */
export const pulseEndpoints = endpoints({
  'GET /api/pulse': {
    summary: 'Whether this week’s two questions still wait for the reader',
    access: 'contact.run',
    reply: z.object({ week: Day, asked: z.boolean() }),
  },
  'POST /api/pulse/:week': {
    summary:
      'Answers the two questions, or puts them aside; what was answered is counted without a name and cannot be changed',
    access: 'contact.run',
    params: z.object({ week: Day }),
    body: z.object({ answer: z.object({ well: Scale, able: Scale }).nullable() }),
    reply: z.object({ counted: z.boolean() }),
  },
})
