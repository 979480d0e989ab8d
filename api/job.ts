import { z } from 'zod'
import { endpoints } from './endpoint.ts'

const params = z.object({ id: z.uuid() })

/** Long work: how far it is, and how it ended. */
const Job = z.object({
  id: z.uuid(),
  name: z.string(),
  state: z.enum(['waiting', 'running', 'done', 'failed', 'cancelled']),
  done: z.number(),
  /** Null until it is known. */
  total: z.number().nullable(),
  /** Figures of a job that is done. */
  result: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).nullable(),
  /** The coded sentence of one that failed. */
  problem: z.object({ code: z.string(), params: z.record(z.string(), z.unknown()) }).nullable(),
  cancelling: z.boolean(),
  askedAt: z.string(),
  startedAt: z.string().nullable(),
  finishedAt: z.string().nullable(),
})

export const jobEndpoints = endpoints({
  'GET /api/jobs/:id': {
    summary: 'How far a job is: one that the reader asked for, or one that nobody asked for by hand',
    access: 'signed-in',
    params,
    reply: Job,
    errors: ['record.not_found'],
  },
  'PUT /api/jobs/:id/cancellation': {
    summary: 'Cancels a job the caller asked for; it ends at its next step, leaving nothing half done',
    access: 'signed-in',
    params,
    reply: Job,
    errors: ['record.not_found'],
  },
})
