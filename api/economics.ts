import { z } from 'zod'
import { customerKinds } from '#domain/customer/kind.ts'
import { figureIds } from '#domain/economics/figures.ts'
import type { KeepOrReplace } from '#domain/economics/keep-or-replace.ts'
import type { BranchLoss, Loss, LossFactors } from '#domain/economics/loss.ts'
import { bridgeParts, type RevenueBridge } from '#domain/economics/revenue-bridge.ts'
import type { Interval } from '#domain/statistics/interval.ts'
import { Month } from './bounds.ts'
import { endpoints } from './endpoint.ts'

const Id = z.uuid()
const Kind = z.enum(customerKinds)
const FigureIdOf = z.enum(figureIds)
/** Money is at most a hundred million yuan; shares and counts are far below. */
const MOST = 10_000_000_000

const Months = z.object({ from: Month, to: Month })

const Who = z.object({
  id: Id,
  name: z.string(),
  addressForm: z.string().nullable(),
  kind: Kind,
  manager: z.string().nullable(),
  beforeFen: z.number(),
  afterFen: z.number(),
})

const SetFigure = z.object({
  id: FigureIdOf,
  /** Null where nothing is known. */
  value: z.number().nullable(),
  /** Newest first. */
  edits: z.array(z.object({ from: z.number().nullable(), to: z.number().nullable(), by: z.string(), at: z.string() })),
})

/** What the branch’s revenue is made of, what leaving would cost, what keeping and winning cost [R-01][R-03][R-31][M-06]. */
export const economicsEndpoints = endpoints({
  'GET /api/economics/bridge': {
    summary: 'How the revenue of the reader’s customers went from one month to another: kept, grown, shrunk, lost, new',
    access: 'value.read',
    query: z.object({ from: Month.optional(), to: Month.optional(), kind: Kind.optional() }),
    reply: z.object({
      /** Months with bills, newest first. */
      months: z.array(Month),
      /** Null while there are not two months with bills. */
      shown: Months.nullable(),
      bridge: z.custom<RevenueBridge>().nullable(),
    }),
  },
  'GET /api/economics/bridge/customers': {
    summary: 'The customers of one part of the bridge, the greatest change first, up to two hundred',
    access: 'value.read',
    query: Months.extend({ part: z.enum(bridgeParts), kind: Kind.optional() }),
    reply: z.object({ rows: z.array(Who), count: z.number() }),
  },
  'GET /api/economics': {
    summary:
      'What the reader’s customers’ leaving would cost, keeping beside winning, and every figure that may be set',
    access: 'value.read',
    reply: z.object({
      month: Month.nullable(),
      loss: z.custom<BranchLoss>(),
      kinds: z.array(
        z.object({
          kind: Kind,
          customers: z.number(),
          /** How many of them have no chance of leaving yet and are left out. */
          unknown: z.number(),
          lossFen: z.number(),
          factors: z.custom<Pick<LossFactors, 'monthlyStay' | 'months' | 'margin' | 'yearlyDiscount'>>(),
          /** What the share that stays was counted from; null where it is a starting point. */
          staying: z.object({ paid: z.number(), again: z.number() }).nullable(),
        }),
      ),
      keep: z.custom<KeepOrReplace>(),
      figures: z.array(SetFigure),
      mayEdit: z.boolean(),
    }),
  },
  'PUT /api/economics/edits/:id': {
    summary: 'Sets a figure of the branch, keeping what it was, who and when; null goes back to where it started',
    access: 'value.rule',
    params: z.object({ id: Id }),
    body: z.object({
      figure: FigureIdOf,
      /** The value the writer saw; another by now is a conflict. */
      from: z.number().min(0).max(MOST).nullable(),
      to: z.number().min(0).max(MOST).nullable(),
    }),
    reply: z.object({ value: z.number().nullable() }),
    errors: ['rule.refused', 'record.conflict'],
  },
  'GET /api/customers/:id/loss': {
    summary: 'What the customer’s leaving would cost, from own bills and risk, with every factor and its source [R-31]',
    access: 'value.read',
    params: z.object({ id: Id }),
    reply: z.object({
      /** Null where there are no bills to reckon from. */
      loss: z.custom<Loss>().nullable(),
      /** At both ends of what is known of staying. */
      span: z.custom<Interval>().nullable(),
      /** The share that stays, as measured on customers alike; null where it is a starting point. */
      stay: z.custom<Interval>().nullable(),
      /** Where the chance of leaving comes from: the warning model, or customers of the same kind. */
      chanceFrom: z.enum(['model', 'alike', 'start']),
      billedMonths: z.number(),
      keep: z.custom<KeepOrReplace>(),
    }),
    errors: ['record.not_found'],
  },
})
