import { same } from '#domain/customer/edit.ts'
import { audit } from '#server/db/audit.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'

type Words = { styleCues: readonly string[]; needs: readonly string[] }

/** Puts words heard in a contact into the dossier, each once; what somebody else wrote meanwhile stays. */
export const addToDossier = async (
  trx: Db,
  caller: Caller,
  at: Date,
  customerId: string,
  heard: Words,
): Promise<void> => {
  const row = await trx
    .selectFrom('customer')
    .select(['dossier', 'version'])
    .where('branch_id', '=', caller.branchId)
    .where('id', '=', customerId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  const dossier = row.dossier as Record<string, unknown>
  const changes = (['styleCues', 'needs'] as const).flatMap((field) => {
    const before = Array.isArray(dossier[field]) ? (dossier[field] as string[]) : []
    const after = [...new Set([...before, ...heard[field].map((words) => words.trim())])].filter(Boolean)
    return same(before, after) ? [] : [{ field, before: dossier[field] ?? null, after }]
  })
  if (changes.length === 0) return
  const version = row.version + 1
  await trx
    .updateTable('customer')
    .set({
      dossier: JSON.stringify({ ...dossier, ...Object.fromEntries(changes.map(({ field, after }) => [field, after])) }),
      version,
      updated_at: at,
    })
    .where('branch_id', '=', caller.branchId)
    .where('id', '=', customerId)
    .execute()
  await audit(trx, caller.branchId, caller.staffId, at, {
    action: 'customer.changed',
    entity: 'customer',
    entityId: customerId,
    customerId,
    version,
    changes,
  })
}
