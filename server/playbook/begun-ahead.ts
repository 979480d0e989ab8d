import type { Received } from '#api/endpoint.ts'
import type { playbookEndpoints } from '#api/playbook.ts'
import { happenedAt } from '#domain/kernel/told-later.ts'
import type { CustomerKind, Direction, Playbook } from '#domain/playbook/definition.ts'
import { fits } from '#domain/playbook/fit.ts'
import type { Db } from '#server/db/pool.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller } from '#server/http/handler.ts'
import { playbookOf } from './load.ts'

type Ahead = NonNullable<Received<(typeof playbookEndpoints)['PUT /api/runs/:id']>['body']['ahead']>

/** When a contact was begun: now, or as its device says when that had no network; never in the future. */
export const beganAt = (ahead: Ahead | undefined, now: Date): Date => happenedAt(ahead?.startedAt, now)

type For = { customer: { kind: CustomerKind }; direction: Direction; hash: string }

/**
 * The very definition a contact was held by: it was read from the device when a newer one may have come meanwhile, and a contact cites what
 * led it.
 */
export const playbookAhead = async (
  trx: Db,
  { customer, direction, hash }: For,
): Promise<{ hash: string; playbook: Playbook }> => {
  const known = await trx.selectFrom('playbook').select('hash').where('hash', '=', hash).executeTakeFirst()
  const playbook = known && (await playbookOf(trx, hash))
  const ask = { direction, customerKind: customer.kind, channel: null, leftOut: new Set<string>() }
  if (!playbook || !fits({ playbook, pack: '', packKinds: null }, ask))
    return fail('rule.refused', { reasons: [{ code: 'direction.notHere', params: { direction } }] })
  return { hash, playbook }
}

export type Meanwhile = { at: string; by: string }

/** Who else has been with the customer since a contact begun without a network was read ahead, the latest first. */
export const meanwhileWith = async (
  trx: Db,
  caller: Caller,
  { customerId, readAt }: { customerId: string; readAt: string },
): Promise<Meanwhile[]> => {
  const rows = await trx
    .selectFrom('run')
    .innerJoin('staff', (on) =>
      on.onRef('staff.branch_id', '=', 'run.branch_id').onRef('staff.id', '=', 'run.staff_id'),
    )
    .select(['run.started_at', 'staff.name'])
    .where('run.branch_id', '=', caller.branchId)
    .where('run.customer_id', '=', customerId)
    .where('run.staff_id', '<>', caller.staffId)
    .where('run.started_at', '>', new Date(readAt))
    .orderBy('run.started_at', 'desc')
    .limit(5)
    .execute()
  return rows.map(({ started_at, name }) => ({ at: started_at.toISOString(), by: name }))
}
