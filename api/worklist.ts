import { z } from 'zod'
import { customerKinds } from '#domain/customer/kind.ts'
import type { Said } from '#domain/kernel/said.ts'
import { appointmentWays } from '#domain/schedule/appointment.ts'
import type { CadenceFacts } from '#domain/worklist/cadence.ts'
import { snoozeReasonIds } from '#domain/worklist/acts.ts'
import type { AbsenceFacts } from '#domain/worklist/absence.ts'
import type { PlanFacts } from '#domain/worklist/dayPlan.ts'
import type { OccasionKind } from '#domain/worklist/occasion.ts'
import type { RankFacts } from '#domain/worklist/rank.ts'
import { TODAY_FIRST, TODAY_MOST } from '#domain/worklist/today.ts'
import type { Due, Wall } from '#domain/worklist/wall.ts'
import type { WhyFacts } from '#domain/worklist/why.ts'
import { Instant } from './bounds.ts'
import { endpoints } from './endpoint.ts'

const Id = z.uuid()
const Ref = z.object({ id: Id, name: z.string() })

/** A customer as a row of Today names it. */
const Listed = z.object({
  customerId: Id,
  kind: z.enum(customerKinds),
  /** How the customer is called; for a group or an outlet the person who decides there. */
  calledBy: z.string(),
  name: z.string(),
  reading: z.string().nullable(),
  tier: z.string().nullable(),
  /** Null where nothing was billed. */
  paid12Fen: z.number().nullable(),
})

const WorkRow = Listed.extend({
  rank: z.number(),
  /** Why now, the headline first. */
  whys: z.array(z.custom<Said<WhyFacts>>()),
  reasons: z.array(z.object({ kind: z.custom<OccasionKind>(), recordId: z.string() })),
  due: z.custom<Due>(),
  late: z.boolean(),
  /** Owed to the customer: it comes before everything else, and cannot be put off silently. */
  owed: z.boolean(),
  /** The newest day of what is owed here; putting off past it needs a word with the customer. */
  owedUntil: z.custom<Wall>().nullable(),
  stakeFen: z.number(),
  minutes: z.number(),
  /** What the place in the list is made of; the points add up to `score`. */
  parts: z.array(z.custom<Said<RankFacts>>()),
  score: z.number(),
  /** How the meeting the row is headed by was agreed; null for any other reason. */
  way: z.enum(appointmentWays).nullable(),
  /** Somebody who is away, and the day it goes back. */
  standingInFor: z.object({ name: z.string(), backOn: z.string() }).nullable(),
  /** Handed over by a colleague, with why. */
  handedBy: z.object({ name: z.string(), reason: z.string() }).nullable(),
})

const Decided = Listed.extend({
  decisionId: Id,
  at: Instant,
  reason: z.string().nullable(),
  note: z.string(),
  until: Instant.nullable(),
})

/** Today: who to reach and why, what was decided about it, and who stands in for whom. */
export const worklistEndpoints = endpoints({
  'GET /api/today': {
    summary: "The reader's ranked day, each row with why now and what its place is made of",
    access: 'contact.run',
    /** How many of the first rows are wanted; the plan and the counts are always of all. */
    query: z.object({ most: z.coerce.number().int().min(TODAY_FIRST).max(TODAY_MOST).default(TODAY_FIRST) }),
    reply: z.object({
      now: z.custom<Wall>(),
      rows: z.array(WorkRow),
      /** How many customers come after these rows. */
      more: z.number(),
      done: z.array(Decided),
      snoozed: z.array(Decided),
      /** How the day fits: a suggestion, never done by itself. */
      plan: z.object({
        minutes: z.number(),
        free: z.number(),
        said: z.array(z.custom<Said<PlanFacts>>()),
        move: z.array(z.object({ customerId: Id, to: z.string() })),
      }),
      /** For a quiet day: customers unheard of for long. */
      suggestions: z.array(Listed.extend({ said: z.array(z.custom<Said<CadenceFacts>>()) })),
      /** Back from leave: what became of what others looked after. */
      returned: z.array(
        Listed.extend({
          key: z.string(),
          open: z.boolean(),
          by: z.string().nullable(),
          said: z.custom<Said<AbsenceFacts>>(),
        }),
      ),
      /** For a lead: due while its owner is away, and nobody stands in. */
      unattended: z.array(Listed.extend({ key: z.string(), owner: z.string(), said: z.custom<Said<AbsenceFacts>>() })),
    }),
  },
  'PUT /api/today/decisions/:id': {
    summary: 'Puts a row off, ticks it off or gives it to a colleague; the same write twice is one decision',
    access: 'contact.run',
    params: z.object({ id: Id }),
    body: z.discriminatedUnion('decision', [
      z.object({
        decision: z.literal('snoozed'),
        customerId: Id,
        until: Instant,
        reason: z.enum(snoozeReasonIds),
        note: z.string().trim().max(400).default(''),
        /** The customer heard that it will be later: when, and the new time they were given. */
        told: z.object({ at: Instant, newDue: Instant }).nullable().default(null),
      }),
      z.object({
        decision: z.literal('done'),
        customerId: Id,
        touchId: Id.nullable().default(null),
        note: z.string().trim().max(400).default(''),
      }),
      z.object({
        decision: z.literal('handed_over'),
        customerId: Id,
        toId: Id,
        reason: z.string().trim().max(400),
      }),
    ]),
    reply: z.object({ id: Id }),
    errors: ['record.not_found', 'record.exists', 'rule.refused'],
  },
  'DELETE /api/today/decisions/:id': {
    summary: "Takes back one of the reader's own decisions",
    access: 'contact.run',
    params: z.object({ id: Id }),
    reply: 'nothing',
    errors: ['record.not_found'],
  },
  'GET /api/counts': {
    summary: 'The figures beside the places of the rail; null where the reader has no such place',
    access: 'signed-in',
    reply: z.object({
      /** Customers of one's reach who were erased lately: whatever keeps them drops them. */
      erased: z.array(Id),
      today: z.number().nullable(),
      /** Of today's rows, how many are owed. */
      owed: z.number().nullable(),
      customers: z.number().nullable(),
      promises: z.number().nullable(),
      promisesDue: z.number().nullable(),
      /** Outlets in the reader's calendar today; null for who keeps none. */
      round: z.number().nullable(),
      expectations: z.number().nullable(),
      cases: z.number().nullable(),
      /** Retention cases in one's hands, for a lead with those that wait for a word; and how many of them ask for something now. */
      retention: z.number().nullable(),
      retentionDue: z.number().nullable(),
      handOvers: z.number(),
      /** Forms that wait for the reader's word, and own ones whose day has come. */
      forms: z.number().nullable(),
    }),
  },
  'GET /api/today/helpers/:customerId': {
    summary:
      'Who can take a row over: colleagues who may see the customer, and collaborators who see only what is asked',
    access: 'handover.ask',
    params: z.object({ customerId: Id }),
    reply: z.object({
      helpers: z.array(
        Ref.extend({
          unitName: z.string(),
          sees: z.enum(['customer', 'question']),
          isBackup: z.boolean(),
          away: z.boolean(),
        }),
      ),
    }),
    errors: ['record.not_found'],
  },
})
