import type { customerFileEndpoints } from '#api/customer-file.ts'
import type { Reply } from '#api/endpoint.ts'
import { sources, type Source } from '#domain/customer/completeness.ts'
import type { FieldChange } from '#domain/customer/edit.ts'
import { type Db, inTransaction } from '#server/db/pool.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller } from '#server/http/handler.ts'
import { maskedField } from './masked.ts'
import { requireCustomer } from './show.ts'
import { changeCustomerIn } from './write.ts'

type History = Reply<(typeof customerFileEndpoints)['GET /api/customers/:id/history']>

/** Every change to a customer and to what stands under it, newest first; personal values are masked as they are on the page. */
export const customerHistory = async (db: Db, caller: Caller, id: string, limit: number): Promise<History> => {
  await requireCustomer(db, caller, id, 'customer.read')
  const events = await db
    .selectFrom('audit_event')
    .leftJoin('staff', (on) =>
      on.onRef('staff.branch_id', '=', 'audit_event.branch_id').onRef('staff.id', '=', 'audit_event.actor_id'),
    )
    .select([
      'audit_event.entity',
      'audit_event.entity_id',
      'audit_event.version',
      'audit_event.changes',
      'audit_event.params',
      'audit_event.at',
      'staff.name',
    ])
    .where('audit_event.branch_id', '=', caller.branchId)
    .where('audit_event.customer_id', '=', id)
    .where('audit_event.changes', 'is not', null)
    .orderBy('audit_event.at', 'desc')
    .orderBy('audit_event.id', 'desc')
    .limit(limit)
    .execute()
  return {
    changes: events
      .flatMap((event) =>
        ((event.changes ?? []) as FieldChange[]).map((change) => ({
          entity: event.entity,
          entityId: event.entity_id ?? id,
          version: event.version,
          field: change.field,
          before: maskedField(change.field, change.before),
          after: maskedField(change.field, change.after),
          at: event.at.toISOString(),
          by: event.name,
          source: sourceIn(event.params),
        })),
      )
      .slice(0, limit),
  }
}

const sourceIn = (params: unknown): Source | null => {
  const { source } = (params ?? {}) as { source?: unknown }
  return sources.find((known) => known === source) ?? null
}

const ownFields = new Set(['name', 'addressForm', 'since'])

/** Puts back what a field held before the change that made `version`; itself a change like any other. */
export const restoreField = async (
  db: Db,
  caller: Caller,
  at: Date,
  id: string,
  { field, version }: { field: string; version: number },
): Promise<{ version: number }> =>
  inTransaction(db, async (trx) => {
    await requireCustomer(trx, caller, id, 'customer.write')
    const event = await trx
      .selectFrom('audit_event')
      .select('changes')
      .where('branch_id', '=', caller.branchId)
      .where('entity_id', '=', id)
      .where('entity', '=', 'customer')
      .where('version', '=', version)
      .executeTakeFirst()
    const change = ((event?.changes ?? []) as FieldChange[]).find((one) => one.field === field)
    if (!change) return fail('record.not_found')
    const value = { [field]: change.before }
    const wanted = ownFields.has(field) ? { fields: value } : { dossier: value }
    const { version: now } = await changeCustomerIn(trx, caller, at, id, { baseVersion: null, ...wanted })
    return { version: now }
  })
