import { addDays, dayIn } from '#domain/kernel/day.ts'
import {
  type ContactAsk,
  type DoNotDisturb,
  type MayContact,
  mayContact,
  type Withheld,
} from '#domain/touch/contact-gate.ts'
import { gateChannelOf, gatePurposeOf, type TouchChannel, type TouchPurpose } from '#domain/touch/touch.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'

/** The longest time any limit of the gate looks back. */
const LOOKS_BACK_DAYS = 400

type Ask = {
  customerId: string
  purpose: TouchPurpose
  channel: TouchChannel
  agreedTime: boolean
  now: Date
  withheld?: readonly Withheld[]
}

/** The contact gate, asked with what is on record about a customer. The caller has checked that the customer is theirs. */
export const askGate = async (db: Db, caller: Caller, ask: Ask): Promise<MayContact> => {
  const channel = gateChannelOf(ask.channel)
  if (channel === null) return { allowed: true }
  const consents = await db
    .selectFrom('consent')
    .select(['purpose', 'state', 'since', 'until'])
    .where('branch_id', '=', caller.branchId)
    .where('customer_id', '=', ask.customerId)
    .execute()
  const day = dayIn(ask.now, caller.timeZone)
  const standing = consents.filter(({ until }) => until === null || until >= day)
  const never = standing.find(({ purpose, state }) => purpose === 'any' && state === 'refused')
  return mayContact({
    now: ask.now,
    timeZone: caller.timeZone,
    purpose: gatePurposeOf(ask.purpose),
    channel,
    consent: consentOf(standing),
    unwanted: [],
    doNotDisturb: never ? ({ from: never.since, until: never.until, service: false } satisfies DoNotDisturb) : null,
    past: await pastContacts(db, caller, ask),
    agreedTime: ask.agreedTime,
    withheld: ask.withheld ?? [],
  })
}

type Consent = { purpose: string; state: 'given' | 'refused' }

const consentOf = (rows: readonly Consent[]): ContactAsk['consent'] =>
  Object.fromEntries(
    rows
      .filter(({ purpose }) => purpose !== 'any')
      .map(({ purpose, state }) => [gatePurposeOf(purpose as TouchPurpose), state === 'given']),
  )

const pastContacts = async (db: Db, caller: Caller, ask: Ask): Promise<ContactAsk['past']> => {
  const since = new Date(addDays(dayIn(ask.now, caller.timeZone), -LOOKS_BACK_DAYS))
  const rows = await db
    .selectFrom('touch')
    .select(['at', 'purpose'])
    .where('branch_id', '=', caller.branchId)
    .where('customer_id', '=', ask.customerId)
    .where('direction', '=', 'active')
    .where((eb) => eb.or([eb('reached', '=', true), eb('outcome', '=', 'refused')]))
    .where('at', '>=', since)
    .execute()
  return rows.map(({ at, purpose }) => ({ at, purpose: gatePurposeOf(purpose) }))
}
