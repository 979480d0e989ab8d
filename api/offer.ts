import { z } from 'zod'
import { customerKinds } from '#domain/customer/kind.ts'
import { type ReasonId, reasons } from '#domain/retention/case-reason.ts'
import { attitudeWords, authorityLevels } from '#domain/retention/rules.ts'
import { offerWays, sensitivities } from '#domain/retention/way.ts'
import { Day, Version } from './bounds.ts'
import { endpoints } from './endpoint.ts'

const Fen = z.number().int().min(0).max(100_000_000)
const Name = z.object({ zh: z.string().trim().min(1).max(40), en: z.string().trim().min(1).max(80) })
const reasonIds = Object.keys(reasons) as [ReasonId, ...ReasonId[]]

/** An offer as a file or a lead writes it. `openTo` is not theirs to choose: what only leavers get is forbidden. */
export const OfferShape = z.strictObject({
  name: Name,
  way: z.enum(offerWays),
  kinds: z.array(z.enum(customerKinds)).min(1),
  /** Reasons to leave that it answers. */
  answers: z.array(z.enum(reasonIds)),
  costFen: Fen,
  benefitFen: Fen,
  months: z.number().int().min(1).max(60),
  addsTermMonths: z.number().int().min(0).max(36),
  from: Day,
  until: Day.nullable(),
  campaign: z.number().int().min(0).max(9),
})

const Authority = z.object({ perCase: Fen, perMonth: Fen })
const Ways = z.record(z.enum(sensitivities), z.array(z.enum(offerWays)).min(1).max(offerWays.length))
const Attitude = z.record(z.enum(attitudeWords), z.string().trim().max(400))

export const RulesShape = z.object({
  authority: z.record(z.enum(authorityLevels), Authority),
  ways: Ways,
  attitude: Attitude,
})

const Said = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
})
const Rate = z.object({ value: z.number(), low: z.number(), high: z.number() }).nullable()
const Kept = z.object({ stayed: z.number(), of: z.number(), rate: Rate })

const ReasonCount = z.object({ reason: z.enum(reasonIds), customers: z.number() })

/** What may be offered, the rules behind it, and what the cases taught. */
export const offerEndpoints = endpoints({
  'GET /api/offers': {
    summary: 'The branch’s offers with what became of the customers who got them',
    access: 'staff.read',
    reply: z.object({
      rows: z.array(
        OfferShape.extend({
          key: z.string(),
          /** Null while it stands as the pack has it. */
          version: z.number().nullable(),
          changedBy: z.string().nullable(),
          success: Kept,
        }),
      ),
      mayChange: z.boolean(),
    }),
  },
  'PUT /api/offers/:key': {
    summary: 'Makes an offer or changes one; cases keep it as it was when it was made',
    access: 'retention.rule',
    params: z.object({ key: z.string().regex(/^[a-z0-9-]{2,60}$/) }),
    body: z.object({ offer: OfferShape, baseVersion: Version.nullable() }),
    reply: z.object({ version: z.number() }),
    errors: ['record.conflict', 'rule.refused'],
  },
  'GET /api/retention-rules': {
    summary: 'What may be given, which ways lead for whom; and the three words',
    access: 'staff.read',
    reply: RulesShape.extend({
      version: z.number().nullable(),
      changedBy: z.string().nullable(),
      changedOn: Day.nullable(),
      may: z.object({ rule: z.boolean(), teach: z.boolean() }),
    }),
  },
  'PUT /api/retention-rules': {
    summary: 'Sets one part of the rules; the three words are a trainer’s, the rest a lead’s',
    access: 'staff.read',
    body: z.object({
      baseVersion: Version.nullable(),
      part: z.union([
        z.strictObject({ authority: RulesShape.shape.authority }),
        z.strictObject({ ways: Ways }),
        z.strictObject({ attitude: Attitude }),
      ]),
    }),
    reply: z.object({ version: z.number() }),
    errors: ['access.denied', 'record.conflict'],
  },
  'GET /api/retention-learnt': {
    summary: 'What closed cases taught: reasons by the tree, stays by way, how often we supposed right, lessons',
    access: 'contact.run',
    reply: z.object({
      /** Cases by the reason that counted, with how many left. */
      reasons: z.array(z.object({ reason: z.enum(reasonIds), cases: z.number(), left: z.number() })),
      ways: z.array(
        Kept.extend({
          way: z.enum(offerWays),
          /** What the newest campaign that tried this way shows by its holdout, a share of customers; null where none tried it. */
          caused: z.object({ title: z.string(), said: Said, share: Rate }).nullable(),
        }),
      ),
      least: z.number(),
      gap: z.object({ short: z.number(), of: z.number() }),
      lessons: z.array(
        z.object({
          caseId: z.uuid(),
          text: z.string(),
          reason: z.enum(reasonIds),
          by: z.string(),
          on: Day,
          proposed: z.boolean(),
        }),
      ),
    }),
  },
  'GET /api/retention-shown': {
    summary: 'What the warning showed of customers before they were asked, beside what they then said; counts only',
    access: 'warning.read',
    reply: z.object({
      customers: z.number(),
      /** Nothing had been shown of them. */
      unshown: z.number(),
      rows: z.array(
        z.object({
          /** A signal’s code, or the name of what the model looks at. */
          sign: z.string(),
          names: z.object({ zh: z.string(), en: z.string() }).nullable(),
          changeable: z.boolean(),
          customers: z.number(),
          /** In the customers’ own voice, and as we wrote it when they had gone. */
          said: z.array(ReasonCount),
          written: z.array(ReasonCount),
        }),
      ),
      least: z.number(),
      enough: z.boolean(),
    }),
  },
})
