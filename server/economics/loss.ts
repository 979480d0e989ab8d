import { sql } from 'kysely'
import type { Reply } from '#api/endpoint.ts'
import type { economicsEndpoints } from '#api/economics.ts'
import { type Assumption, measured, startingAt } from '#domain/economics/assumption.ts'
import { ownFactors } from '#domain/economics/figures.ts'
import { branchLoss, lossOf, type LossSums, lossSpan, monthlyStayOf } from '#domain/economics/loss.ts'
import type { CustomerKind } from '#domain/customer/kind.ts'
import type { Day } from '#domain/kernel/day.ts'
import { reachOf } from '#domain/staff/scope.ts'
import { costPerSave } from '#server/campaign/per-save.ts'
import { requireCustomer } from '#server/customer/show.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'
import { monthsOf } from '#server/portfolio/months.ts'
import { standingsWithin } from '#server/portfolio/reach.ts'
import { billedMonths } from './bridge.ts'
import { editsOf, figuresShown, keepingOf } from './figures.ts'
import { stayingOf } from './staying.ts'

type Endpoints = typeof economicsEndpoints

/** Months ahead that the chance of leaving speaks of where customers alike are asked: a quarter. */
const MONTHS_AHEAD = 3
/** Where nothing at all is known of leaving. */
const USUAL_CHANCE = 0.05

/** What the reader’s customers’ leaving would cost, kind by kind, and what the figure rests on [R-31][R-03]. */
export const showEconomics = async (
  db: Db,
  caller: Caller,
  today: Day,
): Promise<Reply<Endpoints['GET /api/economics']>> => {
  const edits = await editsOf(db, caller.branchId)
  const [newest] = await monthsOf(db, caller.branchId)
  const own = ownFactors(edits)
  const stays = newest ? await stayingOf(db, caller.branchId, newest.month) : new Map()
  const kinds = (newest ? await sumsOf(db, caller, newest.month) : []).map(({ kind, unknown, ...sums }) => {
    const staying = stays.get(kind) ?? { paid: 0, again: 0 }
    const { stay, span } = monthlyStayOf(staying)
    const factors = { ...own, monthlyStay: stay }
    const { loss } = branchLoss([{ sums, factors }])
    return { kind, unknown, sums, factors, lossFen: Math.round(loss.value), staying: span ? staying : null }
  })
  return {
    month: newest?.month ?? null,
    loss: branchLoss(kinds),
    kinds: kinds.map(({ sums, ...kind }) => ({ ...kind, customers: sums.customers })),
    keep: keepingOf(edits, await costPerSave(db, caller.branchId, today)),
    figures: await figuresShown(db, caller, edits),
    mayEdit: reachOf(caller.roles, 'value.rule') !== null,
  }
}

type KindSums = LossSums & { kind: CustomerKind; unknown: number }

/** Customers who are there, added up by kind: those whose chance is known, and how many have none yet. */
const sumsOf = async (db: Db, caller: Caller, month: string): Promise<KindSums[]> => {
  const monthly = sql`(standing.paid12_fen::float8 / greatest(standing.months_billed, 1))`
  const known = sql`standing.risk is not null`
  return standingsWithin(db, caller, 'value.read', month)
    .where('standing.state', '<>', 'left')
    .where('customer.left_on', 'is', null)
    .where('standing.paid12_fen', '>', 0)
    .select([
      'customer.kind',
      sql<number>`count(*) filter (where ${known})::int`.as('customers'),
      sql<number>`count(*) filter (where not ${known})::int`.as('unknown'),
      sql<number>`coalesce(sum(${monthly}) filter (where ${known}), 0)`.as('monthly'),
      sql<number>`coalesce(sum(standing.risk), 0)::float8`.as('leaving'),
      sql<number>`coalesce(sum(standing.risk * ${monthly}), 0)::float8`.as('lost'),
      sql<number>`coalesce(sum(standing.risk * (1 - standing.risk) * ${monthly} ^ 2), 0)::float8`.as('spread'),
    ])
    .groupBy('customer.kind')
    .orderBy('customer.kind')
    .execute()
}

type CustomerLoss = Reply<Endpoints['GET /api/customers/:id/loss']>

/** What one customer’s leaving would cost, from own bills and risk. */
export const customerLoss = async (db: Db, caller: Caller, id: string, today: Day): Promise<CustomerLoss> => {
  const customer = await requireCustomer(db, caller, id, 'value.read')
  const edits = await editsOf(db, caller.branchId)
  const standing = await db
    .selectFrom('standing')
    .select(['risk', 'paid12_fen', 'months_billed'])
    .where('branch_id', '=', caller.branchId)
    .where('customer_id', '=', id)
    .orderBy('month', 'desc')
    .limit(1)
    .executeTakeFirst()
  const [newest] = await billedMonths(db, caller.branchId)
  const staying = newest ? (await stayingOf(db, caller.branchId, newest)).get(customer.kind) : undefined
  const { stay, span } = monthlyStayOf(staying ?? { paid: 0, again: 0 })
  const { chance, chanceFrom } = chanceOf(standing?.risk ?? null, stay)
  const known = {
    stay: span,
    chanceFrom,
    billedMonths: standing?.months_billed ?? 0,
    keep: keepingOf(edits, await costPerSave(db, caller.branchId, today)),
  }
  const paid = standing?.paid12_fen ?? 0
  if (!standing || standing.months_billed === 0 || paid <= 0) return { ...known, loss: null, span: null }
  const factors = {
    ...ownFactors(edits),
    monthly: measured(Math.round(paid / standing.months_billed)),
    chance,
    monthlyStay: stay,
  }
  const made = lossOf(factors)
  return { ...known, loss: made.ok ? made.value : null, span: span && lossSpan(factors, span) }
}

/** The model's chance; without one, the share of customers alike that leaves within a quarter. */
const chanceOf = (
  risk: number | null,
  stay: Assumption,
): { chance: Assumption; chanceFrom: CustomerLoss['chanceFrom'] } => {
  if (risk !== null) return { chance: measured(risk), chanceFrom: 'model' }
  if (stay.source === 'measured') return { chance: measured(1 - stay.value ** MONTHS_AHEAD), chanceFrom: 'alike' }
  return { chance: startingAt(USUAL_CHANCE), chanceFrom: 'start' }
}
