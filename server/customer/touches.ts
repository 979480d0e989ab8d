import { sql } from 'kysely'
import type { Reply } from '#api/endpoint.ts'
import type { touchLogEndpoints } from '#api/touch-log.ts'
import type { Received } from '#api/endpoint.ts'
import { marketKindOf } from '#domain/customer/market-note.ts'
import { mayRecordAt } from '#domain/customer/touch-time.ts'
import { type Day, dayIn } from '#domain/kernel/day.ts'
import { sourceOfChannel } from '#domain/touch/touch.ts'
import { audit } from '#server/db/audit.ts'
import { freshId } from '#server/db/id.ts'
import { type Db, inTransaction } from '#server/db/pool.ts'
import { decodeCursor, encodeCursor } from '#server/http/cursor.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller } from '#server/http/handler.ts'
import { lockTouchId } from './lock.ts'
import { requirePerson } from './require-person.ts'
import { requireCustomer } from './show.ts'
import { capturesIn } from './touch-captures.ts'
import { changeCustomerIn } from './write.ts'

type Endpoints = typeof touchLogEndpoints
type Log = Reply<Endpoints['GET /api/customers/:id/touches']>
type Query = Received<Endpoints['GET /api/customers/:id/touches']>['query']
type Body = Received<Endpoints['PUT /api/customers/:id/touches/:touchId']>['body']

/** Channels on which people stand before each other. */
const faceToFace = ['visit', 'hall', 'lounge', 'event'] as const

/** Contacts with one customer, newest first, with what came of each. */
export const touchLog = async (db: Db, caller: Caller, customerId: string, query: Query): Promise<Log> => {
  await requireCustomer(db, caller, customerId, 'customer.read')
  const after = query.cursor ? decodeCursor(query.cursor, 'instant') : null
  const rows = await db
    .selectFrom('touch')
    .innerJoin('staff', (on) =>
      on.onRef('staff.branch_id', '=', 'touch.branch_id').onRef('staff.id', '=', 'touch.staff_id'),
    )
    .leftJoin('contact_person as person', (on) =>
      on.onRef('person.branch_id', '=', 'touch.branch_id').onRef('person.id', '=', 'touch.contact_person_id'),
    )
    .selectAll('touch')
    .select(['staff.name as by_name', 'person.name as person_name', 'person.address_form as person_form'])
    .select([cameOf('promise').as('promises'), cameOf('expectation').as('expectations'), marketOf.as('market')])
    .select(returnedOf.as('returned'))
    .where('touch.branch_id', '=', caller.branchId)
    .where('touch.customer_id', '=', customerId)
    .$if(query.direction !== undefined, (q) => q.where('touch.direction', '=', query.direction ?? 'active'))
    .$if(query.met === true, (q) => q.where('touch.channel', 'in', faceToFace))
    .$if(after !== null, (q) =>
      q.where(
        sql<boolean>`(touch.at, touch.id) < (${new Date(String(after?.value)).toISOString()}::timestamptz, ${after?.id}::uuid)`,
      ),
    )
    .orderBy('touch.at', 'desc')
    .orderBy('touch.id', 'desc')
    .limit(query.limit + 1)
    .execute()
  const page = rows.slice(0, query.limit)
  const last = page.at(-1)
  const captures = await capturesIn(
    db,
    caller.branchId,
    page.flatMap(({ run_id }) => run_id ?? []),
  )
  return {
    rows: page.map((row) => ({
      id: row.id,
      at: row.at.toISOString(),
      channel: row.channel,
      direction: row.direction,
      purpose: row.purpose,
      outcome: row.outcome,
      reached: row.reached,
      minutes: row.minutes,
      said: row.said,
      note: row.note,
      by: row.by_name,
      person: row.person_form ?? row.person_name,
      findingKind: row.finding_kind,
      finding: row.finding,
      market: row.market,
      returned: row.returned,
      runId: row.run_id,
      promises: row.promises,
      expectations: row.expectations,
      captures: (row.run_id && captures.get(row.run_id)) || null,
    })),
    next: rows.length > query.limit && last ? encodeCursor({ value: last.at.toISOString(), id: last.id }) : null,
  }
}

const cameOf = (table: 'promise' | 'expectation') => sql<number>`(
  select count(*)::int from ${sql.table(table)} as c
  where c.branch_id = touch.branch_id and c.customer_id = touch.customer_id
    and (c.touch_id = touch.id or c.run_id = touch.run_id))`

const marketOf = sql<Log['rows'][number]['market']>`coalesce((
  select jsonb_agg(jsonb_build_object('topic', n.topic, 'what', n.what) order by n.id) from market_note n
  where n.branch_id = touch.branch_id and n.customer_id = touch.customer_id and n.touch_id = touch.id
    and n.removed_at is null), '[]')`

/** What a visit to a customer who had left came to. */
const returnedOf = sql<Log['rows'][number]['returned']>`(
  select jsonb_build_object('result', r.result, 'askAgainOn', r.ask_again_on) from return_talk r
  where r.branch_id = touch.branch_id and r.touch_id = touch.id limit 1)`

/**
 * Records a contact that had no playbook [P-10]: who spoke last, on which channel, from which side, what was said. Cues that were
 * noticed go into the dossier, a meeting face to face moves the day the person was last met. Sent twice it is one contact.
 */
export const recordTouch = async (
  db: Db,
  caller: Caller,
  now: Date,
  customerId: string,
  id: string,
  body: Body,
): Promise<{ id: string }> => inTransaction(db, async (trx) => recordTouchIn(trx, caller, now, customerId, id, body))

/** `recordTouch` as a part of a larger transaction. */
export const recordTouchIn = async (
  trx: Db,
  caller: Caller,
  now: Date,
  customerId: string,
  id: string,
  body: Body,
): Promise<{ id: string }> => {
  const customer = await requireCustomer(trx, caller, customerId, 'contact.run')
  await lockTouchId(trx, caller.branchId, id)
  const known = await trx
    .selectFrom('touch')
    .select('customer_id')
    .where('branch_id', '=', caller.branchId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (known) return known.customer_id === customerId ? { id } : fail('record.not_found')
  await requireNoRun(trx, caller, id)
  const at = body.at ? new Date(body.at) : now
  const recorded = mayRecordAt(at, now)
  if (!recorded.ok) return fail('rule.refused', { reasons: [recorded.error] })
  const ourCall = body.channel === 'call' && body.direction === 'active'
  if (ourCall !== (body.outcome !== null))
    return fail('rule.refused', { reasons: [{ code: 'touch.outcome', params: {} }] })
  const reached = body.outcome === null || body.outcome === 'reached'
  if (body.personId) await requirePerson(trx, caller, customerId, body.personId)
  await trx
    .insertInto('touch')
    .values({
      branch_id: caller.branchId,
      id,
      customer_id: customerId,
      contact_person_id: body.personId,
      staff_id: caller.staffId,
      channel: body.channel,
      direction: body.direction,
      purpose: body.purpose,
      outcome: body.outcome,
      reached,
      at,
      minutes: body.minutes,
      said: body.said || null,
      note: body.note || null,
    })
    .execute()
  if (body.market && body.market.length > 0) {
    if (customer.kind !== 'outlet') return fail('rule.refused', { reasons: [{ code: 'outlet.only', params: {} }] })
    await noteMarket(trx, caller, now, { customerId, touchId: id, seenOn: dayIn(at, caller.timeZone) }, body.market)
  }
  if (reached) await markSpoken(trx, caller, customerId, at)
  if (reached && body.personId && (faceToFace as readonly string[]).includes(body.channel))
    await markMet(trx, caller, body.personId, at)
  if (body.cues && body.cues.length > 0) {
    const noted = (customer.dossier as { styleCues?: string[] }).styleCues ?? []
    const dossier = { styleCues: [...new Set([...noted, ...body.cues])].slice(0, 30) }
    await changeCustomerIn(trx, caller, now, customerId, {
      baseVersion: null,
      dossier,
      source: sourceOfChannel[body.channel],
    })
  }
  await audit(trx, caller.branchId, caller.staffId, now, {
    action: 'touch.added',
    entity: 'touch',
    entityId: id,
    customerId,
    params: { channel: body.channel, direction: body.direction },
  })
  return { id }
}

type Visit = { customerId: string; touchId: string; seenOn: Day }

/** What a visit found out, one note a topic [K-33]. */
const noteMarket = async (
  trx: Db,
  caller: Caller,
  now: Date,
  { customerId, touchId, seenOn }: Visit,
  notes: NonNullable<Body['market']>,
): Promise<void> => {
  const rows = notes.map(({ topic, what }) => ({
    branch_id: caller.branchId,
    id: freshId(now),
    customer_id: customerId,
    seen_on: seenOn,
    kind: marketKindOf(topic) ?? ('operating' as const),
    topic,
    what,
    touch_id: touchId,
    noted_by: caller.staffId,
  }))
  await trx.insertInto('market_note').values(rows).execute()
}

type Finding = Received<Endpoints['PUT /api/customers/:id/touches/:touchId/finding']>['body']['finding']

/** Says what a contact showed once it was thought over [K-38]. */
export const sayFinding = async (
  db: Db,
  caller: Caller,
  now: Date,
  customerId: string,
  id: string,
  finding: Finding,
): Promise<void> =>
  inTransaction(db, async (trx) => {
    await requireCustomer(trx, caller, customerId, 'customer.write')
    const { numUpdatedRows } = await trx
      .updateTable('touch')
      .set({ finding_kind: finding?.kind ?? null, finding: finding?.text ?? null })
      .where('branch_id', '=', caller.branchId)
      .where('customer_id', '=', customerId)
      .where('id', '=', id)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) return fail('record.not_found')
    await audit(trx, caller.branchId, caller.staffId, now, {
      action: 'touch.analysed',
      entity: 'touch',
      entityId: id,
      customerId,
      params: { kind: finding?.kind ?? null },
    })
  })

/** A run files its touch under its own id; nobody takes that from it. */
const requireNoRun = async (trx: Db, caller: Caller, id: string): Promise<void> => {
  const run = await trx
    .selectFrom('run')
    .select('id')
    .where('branch_id', '=', caller.branchId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (run) fail('record.exists')
}

const markSpoken = async (trx: Db, caller: Caller, customerId: string, at: Date): Promise<void> => {
  await trx
    .updateTable('customer')
    .set({ last_touch_at: sql`greatest(last_touch_at, ${at})` })
    .where('branch_id', '=', caller.branchId)
    .where('id', '=', customerId)
    .execute()
}

const markMet = async (trx: Db, caller: Caller, personId: string, at: Date): Promise<void> => {
  await trx
    .updateTable('contact_person')
    .set({ last_met_on: sql`greatest(last_met_on, ${dayIn(at, caller.timeZone)}::date)` })
    .where('branch_id', '=', caller.branchId)
    .where('id', '=', personId)
    .execute()
}
