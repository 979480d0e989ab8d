import type { Received, Reply } from '#api/endpoint.ts'
import type { taskEndpoints } from '#api/task.ts'
import { dayIn } from '#domain/kernel/day.ts'
import { instantAt } from '#domain/kernel/zone.ts'
import type { Playbook } from '#domain/playbook/definition.ts'
import { requireRecord } from '#server/customer/require-record.ts'
import { requireCustomer } from '#server/customer/show.ts'
import { isWantedTask } from '#server/customer/wanted-task.ts'
import { audit } from '#server/db/audit.ts'
import { type Db, inTransaction } from '#server/db/pool.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller, Handlers } from '#server/http/handler.ts'
import { campaignContact } from '#server/touch/campaign-contact.ts'
import { askGate } from '#server/touch/gate.ts'
import { fittingFor } from './fitting.ts'
import { currentPlaybooks } from './load.ts'

type Endpoints = typeof taskEndpoints
type Planned = Received<Endpoints['PUT /api/tasks/:id']>['body']
type Move = Received<Endpoints['POST /api/tasks/:id/moves']>['body']

const tasksOfCustomer = async (
  db: Db,
  caller: Caller,
  now: Date,
  customerId: string,
): Promise<Reply<Endpoints['GET /api/customers/:id/tasks']>> => {
  await requireCustomer(db, caller, customerId, 'contact.run')
  const rows = await db
    .selectFrom('task')
    .innerJoin('staff', (on) =>
      on.onRef('staff.branch_id', '=', 'task.branch_id').onRef('staff.id', '=', 'task.owner_id'),
    )
    .selectAll('task')
    .select('staff.name as owner')
    .where('task.branch_id', '=', caller.branchId)
    .where('task.customer_id', '=', customerId)
    .where('task.state', 'in', ['waiting', 'open'])
    .where(isWantedTask(caller.branchId, dayIn(now, caller.timeZone)))
    .orderBy('task.due_on', (order) => order.asc().nullsLast())
    .orderBy('task.id')
    .execute()
  const titles = new Map(
    (await currentPlaybooks(db, caller.branchId)).map(({ playbook }) => [playbook.id, playbook.title]),
  )
  return {
    tasks: rows.map((row) => ({
      id: row.id,
      playbook: row.playbook_key,
      title: titles.get(row.playbook_key) ?? { zh: row.playbook_key, en: row.playbook_key },
      about: { zh: row.about_zh, en: row.about_en },
      subject: row.subject,
      subjectDay: row.subject_day,
      subjectPlace: row.subject_place,
      dueOn: row.due_on,
      owner: row.owner,
      state: row.state,
    })),
  }
}

/**
 * Plans what a playbook does for a day; the customer must be one the caller may talk to and the playbook one that fits them. What the
 * contact gate would refuse on that day is refused now, with the first day it would not; hours are for the day itself.
 */
const planTask = async (db: Db, caller: Caller, now: Date, id: string, body: Planned): Promise<{ id: string }> =>
  inTransaction(db, async (trx) => {
    const customer = await requireCustomer(trx, caller, body.customerId, 'contact.run')
    const ask = { direction: 'outbound' as const, channel: null }
    const fitting = await fittingFor(trx, caller.branchId, customer, ask)
    const playbook = fitting.find((one) => one.playbook.id === body.playbook)?.playbook
    if (!playbook) return fail('rule.refused', { reasons: [{ code: 'direction.notHere', params: ask }] })
    if (!(await isPlanned(trx, caller, id))) await passGate(trx, caller, now, body, playbook)
    const made = await trx
      .insertInto('task')
      .values({
        branch_id: caller.branchId,
        id,
        customer_id: customer.id,
        owner_id: caller.staffId,
        playbook_key: playbook.id,
        about_zh: playbook.title.zh,
        about_en: playbook.title.en,
        subject: body.subject || null,
        subject_day: body.subjectDay,
        subject_place: body.subjectPlace || null,
        due_on: body.dueOn,
        state: 'open',
        set_by: caller.staffId,
        set_at: now,
      })
      .onConflict((on) => on.columns(['branch_id', 'id']).doNothing())
      .returning('id')
      .executeTakeFirst()
    if (made)
      await told(
        trx,
        caller,
        now,
        'task.set',
        { id, customerId: customer.id },
        { playbook: playbook.id, dueOn: body.dueOn },
      )
    else await requireSame(trx, caller, id, customer.id)
    return { id }
  })

const isPlanned = async (trx: Db, caller: Caller, id: string): Promise<boolean> =>
  (await trx
    .selectFrom('task')
    .select('id')
    .where('branch_id', '=', caller.branchId)
    .where('id', '=', id)
    .executeTakeFirst()) !== undefined

const passGate = async (trx: Db, caller: Caller, now: Date, { customerId, dueOn }: Planned, playbook: Playbook) => {
  const day = instantAt(dueOn, NOON, caller.timeZone)
  const { withheld } = await campaignContact(trx, caller, {
    customerId,
    playbook: playbook.id,
    occasions: [],
    reasons: null,
    now,
  })
  const answer = await askGate(trx, caller, {
    customerId,
    withheld,
    purpose: playbook.contactPurpose ?? 'care',
    channel: playbook.channels?.[0] ?? 'call',
    agreedTime: true,
    now: day > now ? day : now,
  })
  if (!answer.allowed)
    fail('rule.refused', { params: { nextAt: answer.nextAt?.toISOString() ?? null }, reasons: answer.reasons })
}

const NOON = 12 * 60

/** The same write twice is one task; somebody else's under the same id is none of ours. */
const requireSame = async (trx: Db, caller: Caller, id: string, customerId: string): Promise<void> => {
  const known = await trx
    .selectFrom('task')
    .select(['customer_id', 'set_by'])
    .where('branch_id', '=', caller.branchId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (known?.customer_id !== customerId || known.set_by !== caller.staffId) fail('record.exists')
}

const moveTask = async (
  db: Db,
  caller: Caller,
  now: Date,
  id: string,
  body: Move,
): Promise<Reply<Endpoints['POST /api/tasks/:id/moves']>> =>
  inTransaction(db, async (trx) => {
    const task = await requireRecord(
      trx,
      caller,
      trx
        .selectFrom('task')
        .selectAll()
        .where('branch_id', '=', caller.branchId)
        .where('id', '=', id)
        .forUpdate()
        .executeTakeFirst(),
    )
    if (!allowedFrom[body.move].includes(task.state))
      return fail('rule.refused', { reasons: [{ code: 'task.settled', params: {} }] })
    const today = dayIn(now, caller.timeZone)
    const next = {
      arrived: { state: 'open' as const, due_on: today, settled_at: null, reason: null },
      dropped: {
        state: 'dropped' as const,
        due_on: task.due_on,
        settled_at: now,
        reason: 'reason' in body ? body.reason : null,
      },
      resumed: { state: 'open' as const, due_on: task.due_on ?? today, settled_at: null, reason: null },
    }[body.move]
    await trx
      .updateTable('task')
      .set({ ...next, version: task.version + 1 })
      .where('branch_id', '=', caller.branchId)
      .where('id', '=', id)
      .execute()
    await told(trx, caller, now, `task.${body.move}`, { id, customerId: task.customer_id }, { reason: next.reason })
    return { state: next.state, dueOn: next.due_on }
  })

const allowedFrom: Record<Move['move'], readonly string[]> = {
  arrived: ['waiting'],
  dropped: ['waiting', 'open'],
  resumed: ['dropped'],
}

const told = (
  trx: Db,
  caller: Caller,
  at: Date,
  action: string,
  { id, customerId }: { id: string; customerId: string },
  params: Record<string, string | null>,
): Promise<void> =>
  audit(trx, caller.branchId, caller.staffId, at, { action, entity: 'task', entityId: id, customerId, params })

export const taskHandlers: Handlers<Endpoints> = {
  'GET /api/customers/:id/tasks': async ({ db, caller, clock, params }) =>
    tasksOfCustomer(db, caller, clock.now(), params.id),
  'PUT /api/tasks/:id': async ({ db, caller, clock, params, body }) =>
    planTask(db, caller, clock.now(), params.id, body),
  'POST /api/tasks/:id/moves': async ({ db, caller, clock, params, body }) =>
    moveTask(db, caller, clock.now(), params.id, body),
}
