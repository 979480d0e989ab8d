import { z } from 'zod'
import { handOverMoves, handOverStates } from '#domain/worklist/hand-over.ts'
import { Instant } from './bounds.ts'
import { endpoints } from './endpoint.ts'

const Id = z.uuid()
const Ref = z.object({ id: Id, name: z.string() })

const HandOver = z.object({
  id: Id,
  what: z.string(),
  /** A complaint's transfer in its four parts [S-49]. */
  note: z.object({ event: z.string(), demand: z.string(), problem: z.string(), measure: z.string() }).nullable(),
  from: Ref,
  to: Ref,
  dueAt: Instant,
  late: z.boolean(),
  state: z.enum(handOverStates),
  answer: z.string().nullable(),
  askedAt: Instant,
  answeredAt: Instant.nullable(),
  /** Only for who may see the customer; a light collaborator gets no name. */
  customer: Ref.nullable(),
})

/** Things asked of a colleague in the line: network, delivery, billing. They see the question and no dossier [P-04][P-07]. */
export const handOverEndpoints = endpoints({
  'GET /api/handovers': {
    summary: 'What was asked of the reader, and what the reader asked of others; open ones first',
    access: 'handover.answer',
    reply: z.object({ toMe: z.array(HandOver), fromMe: z.array(HandOver) }),
  },
  'PUT /api/handovers/:id': {
    summary: 'Asks somebody for something by a time, under an id the writer made',
    access: 'handover.ask',
    params: z.object({ id: Id }),
    body: z.object({
      toId: Id,
      what: z.string().trim().min(1).max(1000),
      dueAt: Instant,
      customerId: Id.nullable().default(null),
      promiseId: Id.nullable().default(null),
    }),
    reply: z.object({ id: Id }),
    errors: ['record.not_found', 'record.exists', 'rule.refused'],
  },
  'POST /api/handovers/:id/moves': {
    summary: 'Accepts, answers, declines or withdraws',
    access: 'handover.answer',
    params: z.object({ id: Id }),
    body: z.object({ move: z.enum(handOverMoves), text: z.string().trim().max(4000).default('') }),
    reply: z.object({ state: z.enum(handOverStates) }),
    errors: ['record.not_found', 'rule.refused'],
  },
})
