import type { FieldChange } from '#domain/customer/edit.ts'
import type { Params } from '#domain/kernel/said.ts'
import { freshId } from './id.ts'
import type { Db } from './pool.ts'

export type AuditEntry = {
  /** A verb of the domain: `customer.changed`, `promise.kept`, `number.revealed`. */
  action: string
  entity: string
  entityId?: string
  customerId?: string
  version?: number
  changes?: readonly FieldChange[]
  params?: Params
}

/** Writes what happened; call it in the transaction of the change itself, so that one never stands without the other. */
export const audit = async (
  trx: Db,
  branchId: number,
  actorId: string | null,
  at: Date,
  entry: AuditEntry,
): Promise<void> => {
  await trx
    .insertInto('audit_event')
    .values({
      branch_id: branchId,
      id: freshId(at),
      at,
      actor_id: actorId,
      action: entry.action,
      entity: entry.entity,
      entity_id: entry.entityId ?? null,
      customer_id: entry.customerId ?? null,
      version: entry.version ?? null,
      changes: entry.changes ? JSON.stringify(entry.changes) : null,
      params: JSON.stringify(entry.params ?? {}),
    })
    .execute()
}
