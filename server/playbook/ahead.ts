import type { Received, Reply } from '#api/endpoint.ts'
import type { playbookEndpoints } from '#api/playbook.ts'
import { calledBy } from '#domain/customer/address-form.ts'
import type { CustomerKind } from '#domain/customer/kind.ts'
import { maskedPhone } from '#domain/customer/phone.ts'
import { requirePerson } from '#server/customer/require-person.ts'
import { requireCustomer } from '#server/customer/show.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'
import { campaignContact } from '#server/touch/campaign-contact.ts'
import { askGate } from '#server/touch/gate.ts'
import { chosen, plannedTask, purposeOf } from './choose.ts'
import { contextFor } from './context.ts'
import { fittingFor } from './fitting.ts'
import { numberOf } from './number.ts'
import { preparedFor } from './prepared.ts'

type Endpoint = (typeof playbookEndpoints)['GET /api/customers/:id/contact-ahead']

/** No contact has it: what is read ahead leaves nothing out. */
const NO_RUN = '00000000-0000-0000-0000-000000000000'

/** A visit planned for nothing else: a shop is walked round [M-12], anybody else is visited in six stages [S-32]. */
const usualAt = (kind: CustomerKind): string => (kind === 'outlet' ? 'shop-round' : 'visit')

/**
 * A contact as it would begin now, for a device that goes where there is no network. Nothing is begun: the number stays masked, and the
 * gate's answer is only what it says now; it is asked again, for the time it was begun, when the contact arrives.
 */
export const contactAhead = async (
  db: Db,
  caller: Caller,
  now: Date,
  customerId: string,
  { channel, contactPersonId, playbook: key }: Received<Endpoint>['query'],
): Promise<Reply<Endpoint>> => {
  const customer = await requireCustomer(db, caller, customerId, 'contact.run')
  const personId = contactPersonId ?? null
  if (personId !== null) await requirePerson(db, caller, customerId, personId)
  const why = { direction: 'outbound' as const, playbook: key, occasions: [] }
  const planned = await plannedTask(db, caller, { ...why, customerId })
  const fitting = await fittingFor(db, caller.branchId, customer, { direction: 'outbound', channel })
  const usual = fitting.find(({ playbook: { id } }) => id === (key ?? usualAt(customer.kind)))
  const { hash, playbook } = usual ?? (await chosen(db, caller, customer, { ...why, planned: planned.playbook }))
  const purpose = purposeOf(why, planned.playbook, playbook)
  const about = { runId: NO_RUN, staffId: caller.staffId, customerId, personId, hash, occasions: planned.added }
  const { customer: subject, ...prepared } = await preparedFor(db, caller, now, about)
  const phone = await numberOf(db, { branchId: caller.branchId, customerId, personId, tail: null })
  const { withheld } = await campaignContact(db, caller, {
    customerId,
    playbook: playbook.id,
    occasions: planned.added,
    reasons: null,
    now,
  })
  const gate = await askGate(db, caller, { customerId, purpose, channel, agreedTime: false, now, withheld })
  return {
    readAt: now.toISOString(),
    channel,
    purpose,
    customer: { id: customerId, name: subject.name, kind: customer.kind, calledBy: calledBy(subject) },
    person:
      personId && subject.personName ? { id: personId, name: subject.personName, title: subject.personTitle } : null,
    phone: phone && maskedPhone(phone),
    hash,
    playbook,
    ...prepared,
    context: await contextFor(db, caller, { customer, playbookKey: playbook.id }),
    gate: gate.allowed ? { reasons: [] } : { reasons: gate.reasons },
  }
}
