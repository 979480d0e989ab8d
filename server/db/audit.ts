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
): Promise<void> => auditAll(trx, branchId, actorId, at, [entry])

/** `audit` for one act on many records. */
export const auditAll = async (
  trx: Db,
  branchId: number,
  actorId: string | null,
  at: Date,
  entries: readonly AuditEntry[],
): Promise<void> => {
  for (let from = 0; from < entries.length; from += ROWS_AT_ONCE)
    await trx
      .insertInto('audit_event')
      .values(
        entries.slice(from, from + ROWS_AT_ONCE).map((entry) => ({
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
        })),
      )
      .execute()
}

/** A statement takes at most 65,535 values. */
const ROWS_AT_ONCE = 1000
