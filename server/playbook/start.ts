import { sql } from 'kysely'
import type { Received } from '#api/endpoint.ts'
import type { playbookEndpoints } from '#api/playbook.ts'
import { maskedPhone } from '#domain/customer/phone.ts'
import type { CustomerKind, Playbook } from '#domain/playbook/definition.ts'
import { reachOf } from '#domain/staff/scope.ts'
import type { Withheld } from '#domain/touch/contact-gate.ts'
import type { TouchPurpose } from '#domain/touch/touch.ts'
import { lockTouchId } from '#server/customer/lock.ts'
import { requirePerson } from '#server/customer/require-person.ts'
import { requireCustomer } from '#server/customer/show.ts'
import { audit } from '#server/db/audit.ts'
import { type Db, inTransaction } from '#server/db/pool.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller } from '#server/http/handler.ts'
import { campaignContact, type ReasonsToReach } from '#server/touch/campaign-contact.ts'
import { askGate } from '#server/touch/gate.ts'
import { beganAt, type Meanwhile, meanwhileWith, playbookAhead } from './begun-ahead.ts'
import { contextFor } from './context.ts'
import { eventRow } from './events.ts'
import { chosen, plannedTask, purposeOf } from './choose.ts'
import { numberOf } from './number.ts'

/** What other domains say to a contact: what brings the customer up, and once it is known what leads it, by failing, that it may not be. */
type Beside = {
  reasons: ReasonsToReach
  mayBegin: (trx: Db, begun: { customer: { id: string; kind: CustomerKind }; playbook: Playbook }) => Promise<void>
}

type Wanted = Received<(typeof playbookEndpoints)['PUT /api/runs/:id']>['body']

/**
 * Starts a contact. Calling out, the gate is asked first; going on against it needs the right to and a reason, both kept.
 * Starting is the reason for seeing the number, so which one it was is written down here, masked. The same write twice is one contact.
 * One begun without a network (`ahead`) stands at the time it was begun, the gate is asked for that time, and who was with the customer
 * meanwhile is told.
 */
export const startRun = async (
  db: Db,
  caller: Caller,
  now: Date,
  id: string,
  wanted: Wanted,
  { reasons, mayBegin }: Beside,
): Promise<{ id: string; meanwhile?: Meanwhile[] }> =>
  inTransaction(db, async (trx) => {
    const customer = await requireCustomer(trx, caller, wanted.customerId, 'contact.run')
    await lockTouchId(trx, caller.branchId, id)
    const { run: known, touch } = await takenBy(trx, caller, id)
    const meanwhile = wanted.ahead
      ? { meanwhile: await meanwhileWith(trx, caller, { customerId: customer.id, readAt: wanted.ahead.readAt }) }
      : {}
    if (known)
      return known.customer_id === customer.id && known.staff_id === caller.staffId
        ? { id, ...meanwhile }
        : fail('record.exists')
    const at = beganAt(wanted.ahead, now)
    if (touch) fail('record.exists')
    if (wanted.contactPersonId) await requirePerson(trx, caller, customer.id, wanted.contactPersonId)
    const planned = await plannedTask(trx, caller, wanted)
    const occasions = [...wanted.occasions, ...planned.added]
    const { direction, ahead } = wanted
    const { hash, playbook } = ahead
      ? await playbookAhead(trx, { customer, direction, hash: ahead.playbook })
      : await chosen(trx, caller, customer, { ...wanted, occasions, planned: planned.playbook })
    const campaign = await campaignOf(trx, caller, at, { wanted, occasions, reasons, playbook })
    const purpose = campaign.purpose ?? purposeOf(wanted, planned.playbook, playbook)
    if (direction === 'outbound' && !ahead) await mayBegin(trx, { customer, playbook })
    const override = direction === 'outbound' ? await passGate(trx, caller, at, wanted, { ...campaign, purpose }) : null
    const tail = wanted.direction === 'inbound' ? (wanted.numberTail ?? null) : null
    const context = {
      playbook: { id: playbook.id, version: playbook.version, hash },
      customerId: customer.id,
      direction: wanted.direction,
      ...(await contextFor(trx, caller, { customer, playbookKey: playbook.id })),
      ...(tail !== null && { numberTail: tail }),
    }
    const started = {
      type: 'started' as const,
      id,
      runId: id,
      actor: caller.staffId,
      at: at.toISOString(),
      sequence: 1,
      ...context,
    }
    const place = { branchId: caller.branchId, runId: id }
    await trx
      .with('begun', (query) => query.insertInto('run_event').values(eventRow(place, started, now, false)))
      .insertInto('run')
      .values({
        branch_id: caller.branchId,
        id,
        customer_id: customer.id,
        contact_person_id: wanted.contactPersonId ?? null,
        staff_id: caller.staffId,
        playbook_hash: hash,
        direction: wanted.direction,
        channel: wanted.channel,
        purpose,
        occasion: occasions.length > 0 ? JSON.stringify(occasions) : null,
        started_at: at,
        last_seq: 1,
        override_by: override ? caller.staffId : null,
        override_reason: override,
        campaign_id: campaign.campaignId,
      })
      .execute()
    const personId = wanted.contactPersonId ?? null
    const number = await numberOf(trx, { branchId: caller.branchId, customerId: customer.id, personId, tail })
    await audit(trx, caller.branchId, caller.staffId, now, {
      action: 'contact.started',
      entity: 'run',
      entityId: id,
      customerId: customer.id,
      params: {
        direction: wanted.direction,
        purpose,
        playbook: playbook.id,
        numberRevealed: number !== null,
        number: number && maskedPhone(number),
        override,
        ...(ahead && { begunWithoutNetwork: at.toISOString() }),
      },
    })
    return { id, ...meanwhile }
  })

/** What has this id already. What the run will leave in the touch log has the run's own id, which may be no other touch's. */
const takenBy = async (trx: Db, { branchId }: Caller, id: string) => {
  const { rows } = await sql<{ run: { customer_id: string; staff_id: string } | null; touch: boolean }>`
    select (select to_jsonb(r) from (select customer_id, staff_id from run where branch_id = ${branchId} and id = ${id}) r) as run,
      exists (select from touch where branch_id = ${branchId} and id = ${id}) as touch`.execute(trx)
  return rows[0] ?? { run: null, touch: false }
}

/**
 * The campaign a contact is made for, and whether it is withheld. What a customer comes with themselves, or is called about as a matter of
 * their own, is none. Without a purpose of its own a campaign's playbook is care: no service that goes at any hour.
 */
const campaignOf = async (
  trx: Db,
  caller: Caller,
  now: Date,
  {
    wanted,
    occasions,
    reasons,
    playbook,
  }: { wanted: Wanted; occasions: Wanted['occasions']; reasons: ReasonsToReach; playbook: Playbook },
): Promise<{ campaignId: string | null; withheld: Withheld[]; purpose: TouchPurpose | null }> => {
  const { customerId, direction, purpose } = wanted
  if (direction === 'inbound' || purpose === 'service' || purpose === 'complaint')
    return { campaignId: null, withheld: [], purpose: null }
  const found = await campaignContact(trx, caller, { customerId, playbook: playbook.id, occasions, reasons, now })
  const own = found.campaignId === null || purpose !== undefined
  return { ...found, purpose: own ? null : (playbook.contactPurpose ?? 'care') }
}

/** Null when the gate lets it pass; the reason when somebody with the right goes on against it. */
const passGate = async (
  trx: Db,
  caller: Caller,
  now: Date,
  wanted: Wanted,
  { purpose, withheld }: { purpose: TouchPurpose; withheld: readonly Withheld[] },
): Promise<string | null> => {
  const { customerId, channel, agreedTime, override } = wanted
  const answer = await askGate(trx, caller, { customerId, purpose, channel, agreedTime, now, withheld })
  if (answer.allowed) return null
  const until = { nextAt: answer.nextAt?.toISOString() ?? null }
  if (!override) return fail('rule.refused', { params: until, reasons: answer.reasons })
  if (!reachOf(caller.roles, 'contact.override'))
    return fail('access.denied', { params: { action: 'contact.override' } })
  return override.reason
}
