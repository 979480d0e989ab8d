import { z } from 'zod'
import { customerKinds } from '#domain/customer/kind.ts'
import { endpoints } from './endpoint.ts'

const Id = z.uuid()
const Params = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))
const Said = z.object({ code: z.string(), params: Params })
const Band = z.enum(['low', 'raised', 'high'])

/** A coded sentence of `domain/churn`; `weight` is its part of the logit where a model spoke, else its points. */
const Reason = Said.extend({ changeable: z.boolean(), weight: z.number() })

const Interval = z.object({ value: z.number(), low: z.number(), high: z.number() })

const Profit = z.object({ profit: z.number(), share: z.number() })

const Quality = z.object({
  auc: Interval,
  foldAuc: z.object({ mean: z.number(), sd: z.number() }),
  brier: z.number(),
  logLoss: z.number(),
  topDecileLift: z.number(),
  lift: z.array(z.object({ share: z.number(), caught: z.number(), lift: z.number() })),
  calibration: z.array(z.object({ rows: z.number(), predicted: z.number(), observed: z.number() })),
  folds: z.number(),
  /** What the published campaign would earn a customer, and whom to call for it; absent from old models. */
  profit: Profit.nullable().optional(),
  /** Of which a campaign with other figures is reckoned; absent from old models. */
  reach: z
    .object({ leavers: z.number(), corners: z.array(z.object({ leavers: z.number(), stayers: z.number() })) })
    .nullable()
    .optional(),
  /** Other learners on the same folds; absent from old models. */
  beside: z
    .array(
      z.object({
        learner: z.enum(['trees', 'logistic']),
        auc: Interval,
        brier: z.number(),
        logLoss: z.number(),
        topDecileLift: z.number(),
        profit: Profit.nullable(),
      }),
    )
    .optional(),
})

const Names = z.object({ zh: z.string().trim().min(1).max(60), en: z.string().trim().min(1).max(60) })

/** What a column means to people. */
const Meaning = Names.extend({
  kind: z.enum(['money', 'count', 'days', 'change', 'flag', 'category', 'score']),
  /** Whether the customer's manager can do something about it. */
  changeable: z.boolean(),
  unit: z.object({ zh: z.string().max(20), en: z.string().max(20) }).optional(),
  moneyIn: z.enum(['yuan', 'fen']).optional(),
  values: z.record(z.string(), Names).optional(),
})

const Model = z.object({
  id: Id,
  trainedAt: z.string(),
  trainedBy: z.string().nullable(),
  rows: z.number(),
  leavers: z.number(),
  /** The day the rows describe; the newest where there are several. */
  asOf: z.string().nullable(),
  /** Every figure from rows whose fold the model had not seen. */
  quality: Quality,
  calibration: z.enum(['none', 'platt', 'isotonic']),
  notices: z.array(Said),
  alarms: z.array(Said),
  excluded: z.array(z.string()),
  columns: z.array(z.object({ name: z.string(), meaning: Meaning.nullable(), weight: z.number() })),
})

const Moved = z.object({ index: z.number(), chance: z.number(), standing: z.enum(['steady', 'moved', 'far']) })

/** How far those scored in the newest month lie from those the model learnt from. */
const Drift = z.object({
  month: z.string(),
  customers: z.number(),
  risk: Moved,
  columns: z.array(
    Moved.extend({
      column: z.string(),
      /** The group whose share moved most. */
      most: z
        .object({
          group: z.discriminatedUnion('kind', [
            z.object({ kind: z.literal('unknown') }),
            z.object({ kind: z.literal('between'), from: z.number().nullable(), to: z.number().nullable() }),
            z.object({ kind: z.literal('value'), value: z.string() }),
            z.object({ kind: z.literal('other') }),
          ]),
          before: z.number(),
          now: z.number(),
        })
        .nullable(),
    }),
  ),
  said: Said,
})

const AtRisk = z.object({
  id: Id,
  name: z.string(),
  addressForm: z.string().nullable(),
  kind: z.enum(customerKinds),
  tier: z.string().nullable(),
  manager: z.string().nullable(),
  paid12Fen: z.number().nullable(),
  /** Probability 0–1 from a model; null where only signals are known. */
  risk: z.number().nullable(),
  points: z.number().nullable(),
  band: Band,
  atRiskFen: z.number().nullable(),
  /** Probability in the month before. */
  before: z.number().nullable(),
  reasons: z.array(Reason),
  lastTouchAt: z.string().nullable(),
})

const Share = z.number().nullable()

export const warningEndpoints = endpoints({
  'GET /api/warning': {
    summary:
      'The warning model with its quality, what it could be trained on, the last training, and how many are at risk',
    access: 'warning.read',
    reply: z.object({
      month: z.string().nullable(),
      /** The day the newest month was assessed: bills are those of the month, everything else as known on this day. */
      asOf: z.string().nullable(),
      model: Model.nullable(),
      /** Null where nobody was scored yet, or the model is from before this was kept. */
      drift: Drift.nullable(),
      /** Snapshots that say who left afterwards. */
      labels: z.object({ rows: z.number(), leavers: z.number(), asOf: z.string().nullable() }),
      /** What a model needs at least. */
      least: z.object({ rows: z.number(), leavers: z.number(), stayers: z.number() }),
      training: z
        .object({
          jobId: Id,
          state: z.enum(['waiting', 'running', 'done', 'failed', 'cancelled']),
          done: z.number(),
          total: z.number().nullable(),
          problem: Said.nullable(),
          by: z.string().nullable(),
          mine: z.boolean(),
          askedAt: z.string(),
        })
        .nullable(),
      counts: z.object({
        high: z.number(),
        raised: z.number(),
        low: z.number(),
        unknown: z.number(),
        byModel: z.number(),
        atRiskFen: z.number().nullable(),
      }),
    }),
  },
  'GET /api/warning/customers': {
    summary: 'The reader’s customers at risk, most money first, each with its reasons',
    access: 'warning.read',
    query: z.object({
      band: Band.optional(),
      kind: z.enum(customerKinds).optional(),
      cursor: z.string().max(400).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    reply: z.object({ rows: z.array(AtRisk), next: z.string().nullable() }),
    errors: ['request.invalid'],
  },
  'POST /api/warning/trainings': {
    summary: 'Asks for the model to be trained anew, with columns left out; sent twice it is one training',
    access: 'warning.train',
    body: z.object({ id: Id, exclude: z.array(z.string().max(200)).max(300) }),
    reply: z.object({ jobId: Id }),
  },
  'PUT /api/warning/meanings/:name': {
    summary: 'Says what a column means to people; the reasons of the newest month are written again',
    access: 'warning.train',
    params: z.object({ name: z.string().max(200) }),
    body: Meaning,
    reply: z.object({ jobId: Id }),
  },
  'GET /api/customers/:id/risk': {
    summary: 'What a customer’s risk is made of: every part, and which of them somebody can change',
    access: 'customer.read',
    params: z.object({ id: Id }),
    reply: z.object({
      month: z.string().nullable(),
      /** A model’s probability, signals’ points, or nothing is known. */
      by: z.enum(['model', 'signals']).nullable(),
      /** The day the facts describe. */
      asOf: z.string().nullable(),
      risk: z.number().nullable(),
      points: z.number().nullable(),
      band: Band.nullable(),
      atRiskFen: z.number().nullable(),
      paid12Fen: z.number().nullable(),
      before: z.number().nullable(),
      /** What would have to be known to say more; `columns` are those the model looks at. */
      missing: z.object({
        bills: z.boolean(),
        use: z.boolean(),
        columns: z.object({ known: z.number(), of: z.number() }).nullable(),
      }),
      changeable: z.array(Reason),
      given: z.array(Reason),
      /** All parts, heaviest first; with `intercept` they add up to `logit`, or to the points. */
      parts: z.array(Reason.extend({ column: z.string().nullable() })),
      intercept: z.number().nullable(),
      logit: z.number().nullable(),
      /** The model learnt from this customer, so that a copy of it that did not is asked. */
      unseen: z.boolean(),
      /** The four components of the bills’ health; null where too few months are known. */
      health: z.object({ longTrend: Share, shortTrend: Share, level: Share, elasticity: Share }),
      /** Something the stored risk was made of has been corrected since; the next run makes it anew. */
      corrected: z.boolean(),
      model: z.object({ id: Id, trainedAt: z.string(), auc: Interval }).nullable(),
      /** How customers of the same kind and age stayed, where there is no model. */
      segment: Said.nullable(),
    }),
    errors: ['record.not_found'],
  },
})
