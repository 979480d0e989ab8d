import type { eventEndpoints } from '#api/event.ts'
import type { Received, Reply } from '#api/endpoint.ts'
import { calledBy } from '#domain/customer/address-form.ts'
import { taskFor } from '#domain/event/guest-task.ts'
import { dayIn } from '#domain/kernel/day.ts'
import { instantAt } from '#domain/kernel/zone.ts'
import type { MayContact } from '#domain/touch/contact-gate.ts'
import type { TouchPurpose } from '#domain/touch/touch.ts'
import { customersWithin, filtered } from '#server/customer/filter.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'
import { currentPlaybooks } from '#server/playbook/load.ts'
import { askGate } from '#server/touch/gate.ts'
import { eventOf, type EventRow } from './rows.ts'

type Endpoint = (typeof eventEndpoints)['GET /api/events/:id/candidates']

const SHOWN = 15
const NOON = 12 * 60

/**
 * What the gate says of inviting a customer on the day the invitation is due; hours are for the day itself. One who must not be invited
 * is not put on the list.
 */
export const gateFor = async (
  db: Db,
  caller: Caller,
  now: Date,
  event: EventRow,
  customerId: string,
): Promise<MayContact> => gateAsker(caller, now, event, await purposeOfInvitation(db, caller))(db, customerId)

const gateAsker = (caller: Caller, now: Date, event: EventRow, purpose: TouchPurpose) => {
  const fresh = { answer: 'listed', came: null, again: false } as const
  const due = taskFor(eventOf(event), fresh, dayIn(now, caller.timeZone))?.due ?? event.on_day
  const day = instantAt(due, NOON, caller.timeZone)
  return (db: Db, customerId: string): Promise<MayContact> =>
    askGate(db, caller, { customerId, purpose, channel: 'call', agreedTime: true, now: day > now ? day : now })
}

const purposeOfInvitation = async (db: Db, caller: Caller): Promise<TouchPurpose> => {
  const playbooks = await currentPlaybooks(db, caller.branchId)
  return playbooks.find(({ playbook }) => playbook.id === 'event-invite')?.playbook.contactPurpose ?? 'care'
}

/** Customers in reach who are not on the list yet, most valuable first, each with what speaks against asking them. */
export const candidatesFor = async (
  db: Db,
  caller: Caller,
  now: Date,
  event: EventRow,
  { q, kind, tier }: Received<Endpoint>['query'],
): Promise<Reply<Endpoint>> => {
  const filter = { ...(q && { q }), ...(kind && { kind }), ...(tier && { tier }) }
  const rows = await filtered(customersWithin(db, caller, 'contact.run'), caller, dayIn(now, caller.timeZone), filter)
    .leftJoin('staff as manager', (on) =>
      on.onRef('manager.branch_id', '=', 'customer.branch_id').onRef('manager.id', '=', 'customer.manager_id'),
    )
    .where('customer.left_on', 'is', null)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('event_guest')
            .select('event_guest.id')
            .where('event_guest.branch_id', '=', caller.branchId)
            .where('event_guest.event_id', '=', event.id)
            .whereRef('event_guest.customer_id', '=', 'customer.id'),
        ),
      ),
    )
    .select(['customer.id', 'customer.name', 'customer.kind', 'customer.address_form', 'manager.name as manager_name'])
    .select('standing.tier')
    .orderBy('standing.paid12_fen', (order) => order.desc().nullsLast())
    .orderBy('customer.id')
    .limit(SHOWN + 1)
    .execute()
  const ask = gateAsker(caller, now, event, await purposeOfInvitation(db, caller))
  const shown = []
  for (const row of rows.slice(0, SHOWN)) {
    const gate = await ask(db, row.id)
    shown.push({
      customerId: row.id,
      name: row.name,
      calledBy: calledBy({ name: row.name, addressForm: row.address_form }),
      kind: row.kind,
      tier: row.tier,
      manager: row.manager_name,
      against: gate.allowed ? null : { reasons: gate.reasons, nextAt: gate.nextAt?.toISOString() ?? null },
    })
  }
  return { rows: shown, more: rows.length > SHOWN }
}
