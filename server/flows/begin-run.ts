import type { Received, Reply } from '#api/endpoint.ts'
import type { playbookEndpoints } from '#api/playbook.ts'
import { persuades } from '#domain/playbook/definition.ts'
import { audit } from '#server/db/audit.ts'
import type { Db } from '#server/db/pool.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller } from '#server/http/handler.ts'
import { startRun } from '#server/playbook/start.ts'
import { againstPersuading } from '#server/retention/from-contact.ts'
import { reasonsToReach } from '#server/worklist/day.ts'

type Begin = (typeof playbookEndpoints)['PUT /api/runs/:id']

/**
 * Starts a contact; one that persuades asks the retention guard before anybody is rung, and no right goes past it. A refused try begins
 * nothing and stands in the audit.
 */
export const beginRun = async (
  db: Db,
  caller: Caller,
  now: Date,
  id: string,
  wanted: Received<Begin>['body'],
): Promise<Reply<Begin>> => {
  let because = ''
  try {
    return await startRun(db, caller, now, id, wanted, {
      reasons: reasonsToReach,
      mayBegin: async (trx, { customer, playbook }) => {
        if (!persuades(playbook)) return
        const reasons = await againstPersuading(trx, caller, now, customer)
        because = reasons.map(({ code }) => code).join(' ')
        if (reasons.length > 0) fail('rule.refused', { reasons })
      },
    })
  } finally {
    if (because !== '')
      await audit(db, caller.branchId, caller.staffId, now, {
        action: 'retention.refused',
        entity: 'run',
        entityId: id,
        customerId: wanted.customerId,
        params: { tried: 'started', because },
      })
  }
}
