import { z } from 'zod'
import { customerKinds } from '#domain/customer/kind.ts'
import { MAX_COUNT, Month } from './bounds.ts'
import { endpoints } from './endpoint.ts'

const Id = z.uuid()
const Kind = z.enum(customerKinds)
const Tier = z.string().max(16)
const Said = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
})
const Per = z.enum(['year', 'month'])
const SharePair = z.object({ customers: z.number(), revenue: z.number(), lift: z.number().nullable() })
const Border = z.object({ kind: Kind, tier: Tier, from: z.number().nullable(), per: Per })

/** A month with standings; the newest is what every list shows. */
const MonthShown = z.object({
  month: Month,
  computedAt: z.string(),
  /** A bill of its twelve months came late; a run is under way or can be asked for. */
  stale: z.boolean(),
  ruleNumber: z.number(),
})

const Overview = z.object({
  /** Null for all kinds together. */
  kind: Kind.nullable(),
  customers: z.number(),
  revenue: z.number(),
  withoutBills: z.number(),
  concentration: z.object({
    customers: z.number(),
    revenue: z.number(),
    belowZero: z.number(),
    gini: z.number().nullable(),
    curve: z.array(z.object({ customers: z.number(), revenue: z.number() })),
  }),
  /** The chosen tiers against all: how many, what they paid, and both shares. */
  pair: z.object({ tiers: z.array(Tier), customers: z.number(), revenue: z.number(), share: SharePair }).nullable(),
  /** The chosen share of customers, from the one who pays most. */
  top: SharePair.nullable(),
})

const TierCount = z.object({
  kind: Kind,
  tier: Tier.nullable(),
  customers: z.number(),
  revenue: z.number(),
  border: Border.nullable(),
})

const Movement = z.object({
  from: Month,
  to: Month,
  kind: Kind,
  spots: z.array(z.string()),
  count: z.array(z.array(z.number())),
  up: z.number(),
  down: z.number(),
  left: z.number(),
  entered: z.number(),
})

/** A customer in a list of this page; money is what was paid in twelve months. */
const Who = z.object({
  id: Id,
  name: z.string(),
  addressForm: z.string().nullable(),
  kind: Kind,
  tier: Tier.nullable(),
  manager: z.string().nullable(),
  paid12Fen: z.number().nullable(),
})

const Near = Who.extend({
  toward: Tier,
  valueFen: z.number(),
  borderFen: z.number(),
  distanceFen: z.number(),
  per: Per,
  /** How much nearer (positive) or further since the month before, in fen. */
  nearerFen: z.number().nullable(),
})

const Amounts = z.array(z.object({ tier: z.string().max(16), from: z.number() })).max(12)
const Shares = z.array(z.object({ tier: z.string().max(16), top: z.number() })).max(12)
const spread = { per: Per, divideBy: z.enum(['billed', 'twelve']), minMonths: z.number() }
const KindRule = z.union([
  z.object({ by: z.literal('amount'), bands: Amounts, ...spread }),
  z.object({ by: z.literal('share'), of: z.enum(['customers', 'revenue']), bands: Shares, ...spread }),
])

/** The rules as people write them; `domain/portfolio` says everything that is wrong with them at once. */
const Rules = z.object({
  version: z.string().max(40),
  validFrom: z.string().max(10),
  kinds: z.object({ person: KindRule.optional(), group: KindRule.optional(), outlet: KindRule.optional() }),
})

const Ratio = z.object({ value: z.number().nullable(), numerator: z.number(), denominator: z.number() })

const Keeping = z.object({
  month: Month,
  customers: Ratio,
  revenue: Ratio,
  monthRevenue: Ratio,
  monthOnMonth: Ratio,
  yearOnYear: Ratio,
  /** Points against the month before. */
  customersSince: z.number().nullable(),
  revenueSince: z.number().nullable(),
})

const FrozenList = z.object({
  id: Id,
  name: z.string(),
  takenFor: Month,
  baseFrom: Month,
  baseTo: Month,
  tiers: z.array(Tier),
  members: z.number(),
  by: z.string(),
  frozenAt: z.string(),
  /** The newest month with standings; null before any. */
  now: Keeping.nullable(),
})

export const valueEndpoints = endpoints({
  'GET /api/value': {
    summary:
      'What the reader’s customers are worth: concentration, tiers with their borders, movement since the month before',
    access: 'value.read',
    query: z.object({
      month: Month.optional(),
      /** The top share of customers whose revenue is asked for. */
      share: z.coerce.number().min(0.001).max(1).optional(),
      /** Tiers of the pair, separated by commas. */
      tiers: z.string().max(200).optional(),
    }),
    reply: z.object({
      months: z.array(MonthShown),
      /** Null while no month was ever computed. */
      shown: MonthShown.nullable(),
      rule: z.object({ number: z.number(), version: z.string(), validFrom: z.string() }).nullable(),
      share: z.number(),
      overviews: z.array(Overview),
      tiers: z.array(TierCount),
      movements: z.array(Movement),
    }),
    errors: ['request.invalid'],
  },
  'GET /api/value/watch': {
    summary: 'Customers near the border above and near the border below, nearest first',
    access: 'value.read',
    query: z.object({
      kind: Kind.optional(),
      /** How near: a share of the border. */
      within: z.coerce.number().min(0.01).max(0.5).default(0.1),
      limit: z.coerce.number().int().min(1).max(500).default(100),
    }),
    reply: z.object({
      promotion: z.object({ rows: z.array(Near), count: z.number() }),
      demotion: z.object({ rows: z.array(Near), count: z.number() }),
    }),
  },
  'GET /api/value/moved': {
    summary: 'The customers behind one cell of the movement matrix',
    access: 'value.read',
    query: z.object({ month: Month.optional(), kind: Kind, from: z.string().max(16), to: z.string().max(16) }),
    reply: z.object({ rows: z.array(Who), count: z.number() }),
  },
  'GET /api/tier-rules': {
    summary: 'Every version of the tier rules, newest first, and the templates to start from',
    access: 'signed-in',
    reply: z.object({
      versions: z.array(
        z.object({ number: z.number(), rules: Rules, by: z.string().nullable(), since: z.string().nullable() }),
      ),
      templates: z.array(z.object({ key: z.enum(['postal', 'card', 'starting']), kinds: Rules.shape.kinds })),
    }),
    errors: ['access.denied'],
  },
  'POST /api/tier-rules/preview': {
    summary: 'What rules would make of the newest month, before they are saved',
    access: 'value.rule',
    body: z.object({ rules: Rules }),
    reply: z.object({ problems: z.array(Said), before: z.array(TierCount), after: z.array(TierCount) }),
  },
  'PUT /api/tier-rules/:number': {
    summary: 'Saves a new version of the rules under the next number and has the newest month computed again',
    access: 'value.rule',
    params: z.object({ number: z.coerce.number().int().min(1).max(MAX_COUNT) }),
    body: z.object({ rules: Rules }),
    reply: z.object({ number: z.number(), jobId: Id }),
    errors: ['rule.refused', 'record.exists'],
  },
  'POST /api/standings/runs': {
    summary: 'Asks for the monthly run now: stale and missing months, and the newest once more',
    access: 'value.rule',
    body: z.object({ id: Id }),
    reply: z.object({ jobId: Id }),
  },
  'GET /api/customers/:id/tier': {
    summary: 'Why a customer stands in a tier: rule version, inputs and the bills behind them',
    access: 'value.read',
    params: z.object({ id: Id }),
    reply: z.object({
      month: Month.nullable(),
      computedAt: z.string().nullable(),
      stale: z.boolean(),
      tier: Tier.nullable(),
      state: z.enum(['ranked', 'noBills', 'tooNew', 'left', 'noRule']).nullable(),
      rank: z.number().nullable(),
      of: z.number().nullable(),
      valueFen: z.number().nullable(),
      paid12Fen: z.number().nullable(),
      said: z.array(Said),
      rule: z.object({ number: z.number(), version: z.string(), validFrom: z.string() }).nullable(),
      bills: z.array(z.object({ month: Month, paidFen: z.number() })),
    }),
    errors: ['record.not_found'],
  },
  'GET /api/frozen-lists': {
    summary: 'Frozen lists the reader may see, with how much of each is kept',
    access: 'value.read',
    reply: z.object({ lists: z.array(FrozenList) }),
  },
  'GET /api/frozen-lists/:id': {
    summary: 'One frozen list month by month, and who is no longer kept',
    access: 'value.read',
    params: z.object({ id: Id }),
    reply: z.object({
      list: FrozenList,
      months: z.array(Keeping),
      /** Members without a bill in the newest month or gone, most revenue first, up to a hundred; `count` is all of them. */
      lost: z.object({ rows: z.array(Who.extend({ baseFen: z.number() })), count: z.number() }),
    }),
    errors: ['record.not_found'],
  },
  'PUT /api/frozen-lists/:id': {
    summary: 'Freezes the customers of some tiers with what each paid in the base months; sent twice it is one list',
    access: 'value.read',
    params: z.object({ id: Id }),
    body: z.object({
      name: z.string().max(80),
      tiers: z.array(Tier).max(12),
      kind: Kind.optional(),
      baseFrom: Month,
      baseTo: Month,
    }),
    reply: z.object({ id: Id, members: z.number() }),
    errors: ['record.exists', 'rule.refused'],
  },
})
