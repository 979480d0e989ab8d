import type { Received } from '#api/endpoint.ts'
import type { playbookEndpoints } from '#api/playbook.ts'
import type { CustomerKind, Playbook } from '#domain/playbook/definition.ts'
import { madeFor } from '#domain/playbook/fit.ts'
import { purposeOfOccasion, type TouchChannel, type TouchPurpose } from '#domain/touch/touch.ts'
import type { Db } from '#server/db/pool.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller } from '#server/http/handler.ts'
import { type Fitting, fittingFor } from './fitting.ts'
import { promiseIdsOf, taskIdsOf } from './subject.ts'

type Wanted = Received<(typeof playbookEndpoints)['PUT /api/runs/:id']>['body']

type Why = Pick<Wanted, 'direction' | 'occasions'> & {
  playbook?: string | undefined
  purpose?: TouchPurpose | undefined
}
/** `channel`: where it is held, where that is settled already. */
type Choice = Why & { planned: string | null; channel?: TouchChannel | undefined }

/**
 * The playbook asked for; else the one of the task that is due; else the one made for what brought the customer up; else the service
 * cycle for the customer's own matters and the care call for ours; a visit is led by one made for visits. One that does not fit the
 * customer is never taken.
 */
export const chosen = async (
  trx: Db,
  caller: Caller,
  customer: { kind: CustomerKind; unit_id: string | null },
  choice: Choice,
): Promise<Fitting> => {
  const { direction } = choice
  const fitting = await fittingFor(trx, caller.branchId, customer, { direction, channel: null })
  return (
    choiceAmong(fitting, choice) ??
    fail('rule.refused', {
      reasons: [{ code: 'direction.notHere', params: { direction } }],
    })
  )
}

/** The same among those that fit; null when the one asked for does not, or none does. */
export const choiceAmong = (
  every: readonly Fitting[],
  { playbook, direction, purpose, occasions, planned, channel }: Choice,
): Fitting | null => {
  const visit = channel === 'visit' && direction === 'outbound' && playbook === undefined
  const fitting = visit ? every.filter((one) => one.playbook.channels?.includes('visit')) : every
  const named = (key: string): Fitting | undefined => fitting.find((one) => one.playbook.id === key)
  if (playbook) return named(playbook) ?? null
  const [first] = occasions
  const why = purpose ?? (first ? purposeOfOccasion(first.kind) : 'service')
  const own = direction === 'inbound' || why === 'service' || why === 'complaint'
  const made = direction === 'outbound' ? madeFor(fitting, occasions.map(madeForOf)) : null
  const headed = (first?.kind === 'task' || first?.kind === 'promise') && planned !== null ? named(planned) : null
  const usual = visit ? (named('shop-round') ?? named('visit')) : named(own ? 'service-cycle' : 'care-call')
  return headed ?? made ?? (planned === null ? null : named(planned)) ?? usual ?? fitting[0] ?? null
}

/** A retention case that waits for how it went is no talk about staying any more: it is asked like any other matter [S-41]. */
const madeForOf = ({ kind, recordId }: Choice['occasions'][number]): string =>
  kind === 'retention' && recordId.split('/')[1] === 'followUp' ? 'feeling' : kind

/** What we come for, as the gate weighs it: as said, as the playbook says of itself, or by what brought the customer up. */
export const purposeOf = (wanted: Why, planned: string | null, playbook: Playbook): TouchPurpose => {
  const [first] = wanted.occasions
  if (wanted.purpose) return wanted.purpose
  const named = wanted.playbook !== undefined || playbook.id === planned
  if (named && playbook.contactPurpose) return playbook.contactPurpose
  return first && first.kind !== 'task' ? purposeOfOccasion(first.kind) : (playbook.contactPurpose ?? 'service')
}

/**
 * The open task this contact does: one of those that brought it up, or one planned by the very playbook asked for. Where a promise to come
 * back heads the list, it is led by the playbook kept with it [S-41].
 */
export const plannedTask = async (
  trx: Db,
  caller: Caller,
  {
    customerId,
    direction,
    occasions,
    playbook,
  }: Pick<Why, 'direction' | 'occasions' | 'playbook'> & { customerId: string },
): Promise<{ playbook: string | null; added: Wanted['occasions'] }> => {
  const followed =
    direction === 'outbound' && playbook === undefined
      ? await promisedPlaybook(trx, caller, customerId, occasions)
      : null
  if (followed !== null) return { playbook: followed, added: [] }
  const ids = taskIdsOf(occasions)
  if (direction === 'inbound' || (ids.length === 0 && playbook === undefined)) return { playbook: null, added: [] }
  const task = await trx
    .selectFrom('task')
    .select(['id', 'playbook_key', 'due_on'])
    .where('branch_id', '=', caller.branchId)
    .where('customer_id', '=', customerId)
    .where('state', '=', 'open')
    .$if(ids.length > 0, (query) => query.where('id', 'in', ids))
    .$if(playbook !== undefined, (query) => query.where('playbook_key', '=', playbook ?? ''))
    .orderBy('due_on')
    .limit(1)
    .executeTakeFirst()
  if (!task) return { playbook: null, added: [] }
  const known = ids.includes(task.id)
  return {
    playbook: task.playbook_key,
    added: known ? [] : [{ kind: 'task', recordId: `${task.id}/${task.due_on ?? ''}` }],
  }
}

/** The playbook of the promise that heads what brought the customer up; null for one without. */
const promisedPlaybook = async (
  trx: Db,
  caller: Caller,
  customerId: string,
  [first]: Why['occasions'],
): Promise<string | null> => {
  const [id] = first ? promiseIdsOf([first]) : []
  if (id === undefined) return null
  const promise = await trx
    .selectFrom('promise')
    .select('playbook_key')
    .where('branch_id', '=', caller.branchId)
    .where('customer_id', '=', customerId)
    .where('id', '=', id)
    .where('state', '=', 'open')
    .executeTakeFirst()
  return promise?.playbook_key ?? null
}
