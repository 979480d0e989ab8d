import { sql } from 'kysely'
import { bulkMost, type customerActEndpoints } from '#api/customer-acts.ts'
import type { Received } from '#api/endpoint.ts'
import { type FieldChange, same } from '#domain/customer/edit.ts'
import { type Day, dayIn } from '#domain/kernel/day.ts'
import { covers, reachOf, scopeOf } from '#domain/staff/scope.ts'
import { type AuditEntry, audit, auditAll } from '#server/db/audit.ts'
import { type Db, inTransaction } from '#server/db/pool.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller } from '#server/http/handler.ts'
import { bindWelcomes } from './bind-welcome.ts'
import { customersWithin, filtered } from './filter.ts'

type Body = Received<(typeof customerActEndpoints)['POST /api/customers/bulk']>['body']
type Row = {
  id: string
  manager_id: string | null
  backup_id: string | null
  unit_id: string | null
  tags: string[]
  version: number
}
type Owners = { managerId?: string | undefined; backupId?: string | null | undefined }
/** What one customer's record holds of what can be changed for many. */
type Held = { managerId: string | null; backupId: string | null; unitId: string | null; tags: string[] }
type BulkChange = { customerId: string; before: Held; after: Held }

/** One change to many customers, each with its own line in the record; `bulkId` takes all of it back. */
export const changeMany = async (
  db: Db,
  caller: Caller,
  moment: { at: Date; today: Day },
  body: Body,
): Promise<{ changed: number }> =>
  inTransaction(db, async (trx) => {
    await sql`select pg_advisory_xact_lock(hashtext(${`bulk ${body.bulkId}`}), ${caller.branchId})`.execute(trx)
    const done = await summaryOf(trx, caller, body.bulkId)
    if (done) return { changed: done.length }
    const assigns = body.managerId !== undefined || body.backupId !== undefined
    if (assigns && !reachOf(caller.roles, 'customer.assign')) return fail('access.denied')
    const rows = await picked(trx, caller, moment.today, body, assigns ? 'customer.assign' : 'customer.write')
    const unitId = await unitOfManager(trx, caller, body)
    const changes = rows.flatMap((row) => changeOf(row, body, unitId))
    if (changes.some(({ after }) => after.managerId !== null && after.managerId === after.backupId))
      return fail('rule.refused', { reasons: [{ code: 'assign.same', params: {} }] })
    await writeAll(trx, caller, moment.at, changes)
    await audit(trx, caller.branchId, caller.staffId, moment.at, {
      action: 'bulk.changed',
      entity: 'bulk',
      entityId: body.bulkId,
      changes: changes.map(({ customerId, before, after }) => ({ field: customerId, before, after })),
    })
    return { changed: changes.length }
  })

/** Takes a change to many back, for customers that still stand as it left them. */
export const undoMany = async (
  db: Db,
  caller: Caller,
  at: Date,
  bulkId: string,
): Promise<{ changed: number; left: number }> =>
  inTransaction(db, async (trx) => {
    const changes = await summaryOf(trx, caller, bulkId)
    if (!changes) return fail('record.not_found')
    const ids = changes.map(({ customerId }) => customerId)
    const rows =
      ids.length === 0
        ? []
        : await rowsOf(customersWithin(trx, caller, 'customer.write').where('customer.id', 'in', ids))
    const now = new Map(rows.map((row) => [row.id, heldBy(row)]))
    const back = changes.flatMap(({ customerId, before, after }) => {
      const held = now.get(customerId)
      return held && same(held, after) ? [{ customerId, before: held, after: before }] : []
    })
    await writeAll(trx, caller, at, back)
    return { changed: back.length, left: changes.length - back.length }
  })

const heldBy = (row: Row): Held => ({
  managerId: row.manager_id,
  backupId: row.backup_id,
  unitId: row.unit_id,
  tags: row.tags,
})

const changeOf = (row: Row, body: Body, unitId: string | null): BulkChange[] => {
  const before = heldBy(row)
  const removed = new Set(body.removeTags)
  const after: Held = {
    managerId: body.managerId ?? before.managerId,
    backupId: body.backupId === undefined ? before.backupId : body.backupId,
    unitId: unitId ?? before.unitId,
    tags: [...new Set([...before.tags, ...(body.addTags ?? [])])].filter((tag) => !removed.has(tag)).slice(0, 30),
  }
  return same(before, after) ? [] : [{ customerId: row.id, before, after }]
}

const picked = async (
  trx: Db,
  caller: Caller,
  today: Day,
  { ids, filter }: Body,
  action: 'customer.assign' | 'customer.write',
): Promise<Row[]> => {
  const reach = customersWithin(trx, caller, action)
  if (ids) return ids.length === 0 ? [] : rowsOf(reach.where('customer.id', 'in', ids))
  const rows = await rowsOf(filtered(reach, caller, today, filter ?? {}).limit(bulkMost + 1))
  return rows.length > bulkMost
    ? fail('rule.refused', { reasons: [{ code: 'bulk.too_many', params: { most: bulkMost } }] })
    : rows
}

type Reach = ReturnType<typeof customersWithin>

const rowsOf = async (reach: Reach): Promise<Row[]> =>
  reach
    .select(['customer.id', 'customer.manager_id', 'customer.backup_id', 'customer.unit_id', 'customer.version'])
    .select(sql<string[]>`coalesce(customer.dossier -> 'tags', '[]'::jsonb)`.as('tags'))
    .orderBy('customer.id')
    .forUpdate('customer')
    .execute()

/** Customers go to people within the giver's reach who keep customers; with the manager the unit changes. */
const unitOfManager = async (trx: Db, caller: Caller, { managerId, backupId }: Owners): Promise<string | null> => {
  const wanted = [managerId, backupId].filter((id) => typeof id === 'string')
  if (wanted.length === 0) return null
  const people = await trx
    .selectFrom('staff')
    .select(['id', 'unit_id', 'roles'])
    .where('branch_id', '=', caller.branchId)
    .where('active', '=', true)
    .where('id', 'in', wanted)
    .execute()
  const scope = scopeOf(caller, 'customer.assign')
  const fits = people.filter(
    ({ id, unit_id, roles }) =>
      reachOf(roles as Parameters<typeof reachOf>[0], 'contact.run') !== null &&
      covers(scope, { managerId: id, backupId: null, unitId: unit_id }),
  )
  if (fits.length < new Set(wanted).size)
    return fail('rule.refused', { reasons: [{ code: 'assign.outside', params: {} }] })
  return people.find(({ id }) => id === managerId)?.unit_id ?? null
}

const writeAll = async (trx: Db, caller: Caller, at: Date, changes: readonly BulkChange[]): Promise<void> => {
  if (changes.length === 0) return
  const rows = changes.map(({ customerId, after }) => ({
    id: customerId,
    manager: after.managerId,
    backup: after.backupId,
    unit: after.unitId,
    tags: after.tags,
  }))
  const versions = await sql<{ id: string; version: number }>`
    update customer c set
      manager_id = w.manager, backup_id = w.backup, unit_id = w.unit,
      dossier = case when jsonb_array_length(w.tags) = 0 then c.dossier - 'tags'
        else jsonb_set(c.dossier, '{tags}', w.tags) end,
      version = c.version + 1, updated_at = ${at}
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as w(id uuid, manager uuid, backup uuid, unit uuid, tags jsonb)
    where c.branch_id = ${caller.branchId} and c.id = w.id
    returning c.id, c.version`.execute(trx)
  await bindWelcomes(
    trx,
    caller.branchId,
    changes.map(({ customerId }) => customerId),
    dayIn(at, caller.timeZone),
  )
  const versionOf = new Map(versions.rows.map(({ id, version }) => [id, version]))
  await auditAll(
    trx,
    caller.branchId,
    caller.staffId,
    at,
    changes.flatMap((change): AuditEntry[] => {
      const { customerId, before, after } = change
      const version = versionOf.get(customerId)
      const about = { entity: 'customer', entityId: customerId, customerId }
      return [
        {
          action: 'customer.changed',
          ...about,
          ...(version === undefined ? {} : { version }),
          changes: fieldChanges(before, after),
        },
        ...(before.managerId === after.managerId
          ? []
          : [{ action: 'customer.assigned', ...about, params: assignedFacts(before, after) }]),
      ]
    }),
  )
}

/** Whom a customer was given to, and out of whose hands: the new one greets them [R-17]. */
const assignedFacts = (before: Held, after: Held) => ({
  managerId: after.managerId,
  ...(before.managerId !== null && { formerId: before.managerId }),
})

const fieldChanges = (before: Held, after: Held): FieldChange[] =>
  (['managerId', 'backupId', 'tags'] as const)
    .map((field) => ({ field, before: before[field], after: after[field] }))
    .filter((change) => !same(change.before, change.after))

const summaryOf = async (trx: Db, caller: Caller, bulkId: string): Promise<BulkChange[] | null> => {
  const event = await trx
    .selectFrom('audit_event')
    .select('changes')
    .where('branch_id', '=', caller.branchId)
    .where('entity_id', '=', bulkId)
    .where('entity', '=', 'bulk')
    .where('actor_id', '=', caller.staffId)
    .executeTakeFirst()
  if (!event) return null
  return ((event.changes ?? []) as FieldChange[]).map(({ field, before, after }) => ({
    customerId: field,
    before: before as Held,
    after: after as Held,
  }))
}
