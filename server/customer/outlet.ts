import { sql } from 'kysely'
import type { Reply } from '#api/endpoint.ts'
import type { outletEndpoints } from '#api/outlet.ts'
import { marketKindOf, streetOf } from '#domain/customer/market-note.ts'
import type { Day } from '#domain/kernel/day.ts'
import { monthOfNumber } from '#server/db/month-number.ts'
import type { Db } from '#server/db/pool.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller } from '#server/http/handler.ts'
import { customersWithin } from './filter.ts'
import type { Part } from './parts.ts'
import { lockCustomer } from './lock.ts'
import { requireCustomer } from './show.ts'

type Endpoints = typeof outletEndpoints
type Shown = Reply<Endpoints['GET /api/customers/:id/outlet']>
type Note = Shown['notes'][number]

/** What an office keeps about one outlet beside the dossier; a customer of another kind has none of it. */
export const outletOf = async (db: Db, caller: Caller, id: string): Promise<Shown> => {
  await requireCustomer(db, caller, id, 'customer.read')
  const [level, evaluations, notes] = await Promise.all([
    levelOf(db, caller.branchId, id),
    evaluationsOf(db, caller.branchId, id),
    notesQuery(db, caller.branchId)
      .where('market_note.customer_id', '=', id)
      .orderBy('seen_on', 'desc')
      .orderBy('market_note.id', 'desc')
      .limit(50)
      .execute(),
  ])
  return { level, evaluations, notes: notes.map(noteFrom) }
}

const levelOf = async (db: Db, branchId: number, id: string): Promise<Shown['level']> => {
  const [now, before] = await db
    .selectFrom('outlet_level')
    .selectAll()
    .where('branch_id', '=', branchId)
    .where('customer_id', '=', id)
    .orderBy('month', 'desc')
    .limit(2)
    .execute()
  if (!now) return null
  return {
    month: monthOfNumber(now.month),
    quantity: now.quantity,
    brands: now.brands,
    averagePriceFen: now.average_price_fen,
    paidElectronically: now.paid_electronically,
    parts: now.parts as NonNullable<Shown['level']>['parts'],
    score: now.score,
    level: now.level,
    before: before?.level ?? null,
  }
}

const evaluationsOf = async (db: Db, branchId: number, id: string): Promise<Shown['evaluations']> => {
  const rows = await db
    .selectFrom('outlet_evaluation as e')
    .innerJoin('staff', (on) => on.onRef('staff.branch_id', '=', 'e.branch_id').onRef('staff.id', '=', 'e.noted_by'))
    .selectAll('e')
    .select('staff.name as noted_by_name')
    .where('e.branch_id', '=', branchId)
    .where('e.customer_id', '=', id)
    .where('e.removed_at', 'is', null)
    .orderBy('e.quarter', 'desc')
    .limit(12)
    .execute()
  return rows.map(({ id: rowId, version, quarter, business, shop, honest, note, noted_by_name }) => ({
    id: rowId,
    version,
    quarter,
    business,
    shop,
    honest,
    note,
    notedBy: noted_by_name,
  }))
}

const notesQuery = (db: Db, branchId: number) =>
  db
    .selectFrom('market_note')
    .innerJoin('staff', (on) =>
      on.onRef('staff.branch_id', '=', 'market_note.branch_id').onRef('staff.id', '=', 'market_note.noted_by'),
    )
    .select([
      'market_note.id',
      'market_note.version',
      'market_note.seen_on',
      'market_note.kind',
      'market_note.topic',
      'market_note.what',
      'staff.name as noted_by_name',
    ])
    .where('market_note.branch_id', '=', branchId)
    .where('market_note.removed_at', 'is', null)

type NoteRow = Awaited<ReturnType<ReturnType<typeof notesQuery>['execute']>>[number]

const noteFrom = (row: NoteRow): Note => ({
  id: row.id,
  version: row.version,
  seenOn: row.seen_on,
  kind: row.kind,
  topic: row.topic as Note['topic'],
  what: row.what,
  notedBy: row.noted_by_name,
})

/** How many outlets in reach have no better format than “other” [K-30]. */
export const formatsOf = async (db: Db, caller: Caller): Promise<Reply<Endpoints['GET /api/outlets/formats']>> =>
  customersWithin(db, caller, 'customer.read')
    .where('customer.kind', '=', 'outlet')
    .select([
      sql<number>`count(*)::int`.as('of'),
      sql<number>`count(*) filter (where customer.dossier ->> 'format' = 'other')::int`.as('other'),
    ])
    .executeTakeFirstOrThrow()

/** No week brings more than this to read. */
const MOST_NOTES = 500

/** What visits found out between two days, newest first, with the street it is about [K-33]. */
export const marketNotes = async (
  db: Db,
  caller: Caller,
  { from, to }: { from: Day; to: Day },
): Promise<Reply<Endpoints['GET /api/outlets/market-notes']>> => {
  const within = customersWithin(db, caller, 'customer.read').select([
    'customer.id as customer_id',
    'customer.name as customer_name',
    sql<string | null>`customer.dossier ->> 'address'`.as('address'),
  ])
  const rows = await notesQuery(db, caller.branchId)
    .innerJoin(within.as('within'), 'within.customer_id', 'market_note.customer_id')
    .select(['within.customer_id', 'within.customer_name', 'within.address'])
    .where('market_note.seen_on', '>=', from)
    .where('market_note.seen_on', '<=', to)
    .orderBy('market_note.seen_on', 'desc')
    .orderBy('market_note.id', 'desc')
    .limit(MOST_NOTES)
    .execute()
  return {
    notes: rows.map((row) => ({
      ...noteFrom(row),
      customer: { id: row.customer_id, name: row.customer_name },
      street: streetOf(row.address),
    })),
  }
}

const requireOutlet: NonNullable<Part['allowed']> = async (trx, caller, { customerId }) => {
  const { kind } = await requireCustomer(trx, caller, customerId, 'customer.write')
  if (kind !== 'outlet') fail('rule.refused', { reasons: [{ code: 'outlet.only', params: {} }] })
}

/** One evaluation a quarter [K-31]. */
export const evaluationPart = {
  table: 'outlet_evaluation',
  entity: 'evaluation',
  columns: { quarter: 'quarter', business: 'business', shop: 'shop', honest: 'honest', note: 'note' },
  required: ['quarter', 'business', 'shop', 'honest'],
  notedBy: true,
  allowed: async (trx, caller, place, all) => {
    // Two evaluations written at once must not both find the quarter free.
    await lockCustomer(trx, caller.branchId, place.customerId)
    await requireOutlet(trx, caller, place, all, all)
    if (all['removed'] === true) return
    const quarter = String(all['quarter'])
    const other = await trx
      .selectFrom('outlet_evaluation')
      .select('id')
      .where('branch_id', '=', caller.branchId)
      .where('customer_id', '=', place.customerId)
      .where('quarter', '=', quarter)
      .where('id', '<>', place.id)
      .where('removed_at', 'is', null)
      .executeTakeFirst()
    if (other) fail('rule.refused', { reasons: [{ code: 'evaluation.twice', params: { quarter } }] })
  },
} as const satisfies Part

/** A topic says its kind. */
export const marketNotePart = {
  table: 'market_note',
  entity: 'market_note',
  columns: { seenOn: 'seen_on', topic: 'topic', kind: 'kind', what: 'what' },
  required: ['seenOn', 'topic', 'what'],
  notedBy: true,
  checked: (values) =>
    typeof values['topic'] === 'string' ? { ...values, kind: marketKindOf(values['topic']) } : values,
  allowed: requireOutlet,
} as const satisfies Part
