import { z } from 'zod'
import { customerKinds } from '#domain/customer/kind.ts'
import { campaignMoves, SHARES } from '#domain/retention/campaign.ts'
import type { CampaignPhase } from '#domain/retention/campaign.ts'
import type { Effect } from '#domain/retention/effect.ts'
import type { Arm } from '#domain/retention/holdout.ts'
import { offerWays } from '#domain/retention/way.ts'
import { Day, Month, Version } from './bounds.ts'
import { CustomerFilter } from './customer.ts'
import { endpoints } from './endpoint.ts'

const Id = z.uuid()
const params = z.object({ id: Id })
const Params = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))
const Said = z.object({ code: z.string(), params: Params })

export const campaignShows = ['open', 'readable', 'dropped'] as const

/** Whom a campaign is about: the filters of the customer list, or the customers of a frozen list narrowed by them. */
const Audience = CustomerFilter.extend({ listId: Id.optional() })

const Fields = z.object({
  title: z.string().trim().min(1).max(60),
  aim: z.string().trim().min(1).max(200),
  offer: z.string().trim().max(200),
  playbook: z.string().min(1).max(80),
  /** Which of the ways of keeping it tries; null for none in particular. */
  way: z.enum(offerWays).nullable().default(null),
  costEachFen: z.number().int().min(0).max(100_000_000),
  share: z.number().min(SHARES.least).max(SHARES.most),
  contactUntil: Day,
  stayMonth: Month,
  readOn: Day,
})

const ArmShown = z.object({
  customers: z.number(),
  /** Reached for this campaign; in the control group against the plan. */
  reached: z.number(),
})

const Line = z.object({
  id: Id,
  title: z.string(),
  phase: z.custom<CampaignPhase>(),
  stopped: z.boolean(),
  contactUntil: Day,
  readOn: Day,
  setBy: z.string(),
  contacted: ArmShown,
  heldOut: ArmShown,
  /** What may be said of it today; null before its start. */
  effect: z.custom<Effect>().nullable(),
})

const Outcome = z.object({ stayed: z.number(), left: z.number(), unknown: z.number() })

const Shown = Line.extend(Fields.shape).extend({
  version: z.number(),
  playbookTitle: z.object({ zh: z.string(), en: z.string() }),
  /** The name the audience goes by, and its filters. */
  audience: z.object({ name: z.string(), filter: z.record(z.string(), z.unknown()) }),
  /** Tasks of the contacted that are still to be done. */
  due: z.number(),
  costFen: z.number(),
  /** From the day of reading on; null before. */
  outcome: z.object({ contacted: Outcome, heldOut: Outcome }).nullable(),
  /** The smallest difference of shares it will probably show; null where none. */
  detectable: z.number().nullable(),
  lesson: z.object({ said: Said, learntAt: z.string(), customers: z.number() }).nullable(),
  learning: z
    .object({ jobId: Id, state: z.enum(['waiting', 'running', 'done', 'failed', 'cancelled']), mine: z.boolean() })
    .nullable(),
})

/** Retention campaigns that hold out a random share, and what they cause. */
export const campaignEndpoints = endpoints({
  'GET /api/campaigns': {
    summary: 'Campaigns of the reader’s units: those being prepared or under way, those to be read, those put away',
    access: 'campaign.run',
    query: z.object({ show: z.enum(campaignShows).default('open') }),
    reply: z.object({ rows: z.array(Line), counts: z.record(z.enum(campaignShows), z.number()) }),
  },
  'GET /api/campaigns/audience': {
    summary: 'How many customers a campaign would be about, whom it leaves out and why, and what it could show',
    access: 'campaign.run',
    query: Audience.extend({
      playbook: z.string().max(80),
      share: z.coerce.number().min(SHARES.least).max(SHARES.most),
    }),
    reply: z.object({
      customers: z.number(),
      /** Why others of the list are not in it, before anybody is drawn. */
      leftOut: z.object({
        left: z.number(),
        noManager: z.number(),
        refused: z.number(),
        undisturbed: z.number(),
        otherKind: z.number(),
      }),
      contacted: z.number(),
      heldOut: z.number(),
      /** How many of a hundred are expected to stay without contact; `assumed` where no model says so. */
      base: z.object({ share: z.number(), assumed: z.boolean() }),
      detectable: z.number().nullable(),
    }),
    errors: ['record.not_found'],
  },
  'GET /api/campaigns/lists': {
    summary:
      'What a campaign can be made of: saved views of the customer list and frozen lists for its audience, playbooks to lead it',
    access: 'campaign.run',
    reply: z.object({
      views: z.array(z.object({ id: Id, name: z.string(), definition: z.record(z.string(), z.unknown()) })),
      frozen: z.array(z.object({ id: Id, name: z.string(), customers: z.number() })),
      playbooks: z.array(z.object({ key: z.string(), title: z.object({ zh: z.string(), en: z.string() }) })),
    }),
  },
  'GET /api/campaigns/:id': {
    summary: 'One campaign: its plan, its arms and, from the day of reading on, what it caused',
    access: 'campaign.run',
    params,
    reply: Shown,
    errors: ['record.not_found'],
  },
  'PUT /api/campaigns/:id': {
    summary: 'Prepares a campaign under an id the writer made, or changes one that has not started',
    access: 'campaign.run',
    params,
    body: Fields.extend({
      audience: z.object({ name: z.string().trim().min(1).max(120), filter: Audience }),
      baseVersion: Version.nullable(),
    }),
    reply: z.object({ version: z.number() }),
    errors: ['record.not_found', 'record.conflict', 'rule.refused'],
    toCustomer: ({ offer }: { offer: string }) => [offer],
  },
  'POST /api/campaigns/:id/moves': {
    summary: 'Starts a campaign (everybody is assigned once, contacts stand on Today), stops it, or takes that back',
    access: 'campaign.run',
    params,
    body: z.object({ move: z.enum(campaignMoves), baseVersion: Version }),
    reply: z.object({ version: z.number(), contacted: z.number(), heldOut: z.number() }),
    errors: ['record.not_found', 'record.conflict', 'rule.refused'],
  },
  'GET /api/campaigns/:id/customers': {
    summary: 'The customers of one arm, most money first',
    access: 'campaign.run',
    params,
    query: z.object({
      arm: z.enum(['contacted', 'heldOut']).default('contacted'),
      cursor: z.string().max(400).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    reply: z.object({
      rows: z.array(
        z.object({
          customerId: Id,
          name: z.string(),
          kind: z.enum(customerKinds),
          tier: z.string().nullable(),
          manager: z.string().nullable(),
          arm: z.custom<Arm>(),
          reachedOn: Day.nullable(),
          dueOn: Day.nullable(),
          /** From the day of reading on; null before, and where nobody knows. */
          stayed: z.boolean().nullable(),
        }),
      ),
      next: z.string().nullable(),
    }),
    errors: ['record.not_found', 'request.invalid'],
  },
  'POST /api/campaigns/:id/lesson': {
    summary: 'Learns from a campaign that can be read whom such contact harms; sent twice it is one job',
    access: 'campaign.run',
    params,
    body: z.object({ jobId: Id }),
    reply: z.object({ jobId: Id }),
    errors: ['record.not_found', 'rule.refused'],
  },
  'GET /api/campaigns/:id/undisturbed': {
    summary:
      'Whom the campaign showed to be harmed by its contact, most harmed first, and until when they are left in peace',
    access: 'campaign.run',
    params,
    reply: z.object({
      rows: z.array(
        z.object({
          customerId: Id,
          name: z.string(),
          manager: z.string().nullable(),
          uplift: z.number(),
          until: Day,
          lifted: z.object({ by: z.string(), reason: z.string() }).nullable(),
        }),
      ),
      more: z.number(),
    }),
    errors: ['record.not_found'],
  },
  'PUT /api/campaigns/:id/undisturbed/:customerId/lifting': {
    summary: 'Lifts the rest of one customer with a reason; kept, and shown',
    access: 'campaign.run',
    params: z.object({ id: Id, customerId: Id }),
    body: z.object({ reason: z.string().trim().min(2).max(200) }),
    reply: 'nothing',
    errors: ['record.not_found'],
  },
  'DELETE /api/campaigns/:id/undisturbed/:customerId/lifting': {
    summary: 'Takes the lifting back',
    access: 'campaign.run',
    params: z.object({ id: Id, customerId: Id }),
    reply: 'nothing',
    errors: ['record.not_found'],
  },
})
