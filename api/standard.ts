import { z } from 'zod'
import { caseKinds } from '#domain/case/service-case.ts'
import { auditedStandards, standards } from '#domain/insight/seven-standards.ts'
import { Day, Instant, Month } from './bounds.ts'
import { endpoints } from './endpoint.ts'

const Id = z.uuid()
const Ref = z.object({ id: Id, name: z.string() })
const Ids = z.array(Id)

const AuditEntry = z.object({
  standard: z.enum(auditedStandards as [(typeof auditedStandards)[number]]),
  score: z.number(),
  evidence: z.string().trim().max(400),
})

/** The seven standards of good service [S-44], and what became of a month's complaints [S-46…S-51]. */
export const standardEndpoints = endpoints({
  'GET /api/standards': {
    summary: 'A month of a team by the seven standards, each figure with the cases behind it, and the team’s own audit',
    access: 'team.read',
    query: z.object({ month: Month.optional(), unit: Id.optional() }),
    reply: z.object({
      month: Month,
      through: Day,
      running: z.boolean(),
      months: z.array(Month),
      unit: Ref.nullable(),
      units: z.array(Ref),
      figures: z.array(
        z.object({
          standard: z.enum(standards),
          numerator: z.number(),
          denominator: z.number(),
          value: z.number().nullable(),
          met: Ids,
          missed: Ids,
        }),
      ),
      /** Closed on the customer's word and closed without it are counted apart. */
      complaints: z.object({
        opened: Ids,
        open: Ids,
        late: Ids,
        onWord: Ids,
        unconfirmed: Ids,
        reopened: Ids,
        escalated: Ids,
        handedLate: Ids,
      }),
      cases: z.array(
        z.object({
          id: Id,
          code: z.string(),
          kind: z.enum(caseKinds),
          what: z.string(),
          customer: Ref.nullable(),
          owner: z.string(),
          openedAt: Instant,
          closedAt: Instant.nullable(),
        }),
      ),
      audit: z.object({ entries: z.array(AuditEntry), by: z.string(), at: Instant }).nullable(),
    }),
    errors: ['record.not_found'],
  },
  'PUT /api/standards/:unit/:month': {
    summary: 'Keeps the team’s own audit of a month: a score of 1 to 5 and its evidence for each of the seven',
    access: 'team.read',
    params: z.object({ unit: Id, month: Month }),
    body: z.object({ entries: z.array(AuditEntry).max(20) }),
    reply: 'nothing',
    errors: ['record.not_found', 'rule.refused'],
  },
})
