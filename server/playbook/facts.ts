import { calledBy, isCodeName } from '#domain/customer/address-form.ts'
import { addDays, type Day, dayIn } from '#domain/kernel/day.ts'
import { festivalsBetween } from '#domain/kernel/festivals.ts'
import type { KnownFacts } from '#domain/playbook/disclosure.ts'
import type { Text } from '#domain/playbook/field.ts'
import { dayAloud } from '#domain/playbook/run-facts.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'

/** A promise kept this recently is worth accounting for; an older one is history. */
const RECENT_DAYS = 30
/** A festival is wished for this many days before it. */
const WISHED_BEFORE = 5

type Subject = {
  id: string
  name: string
  addressForm: string | null
  since: Day | null
  personName: string | null
  personForm: string | null
}

/** Everything a script line may name about this customer, days as they are spoken. What may be told yet is for the run to say. */
export const knownFacts = async (
  db: Db,
  caller: Caller,
  staffId: string,
  subject: Subject,
  now: Date,
): Promise<KnownFacts> => {
  const today = dayIn(now, caller.timeZone)
  const aloud = (at: Date): Text => spoken(dayIn(at, caller.timeZone), today)
  const [manager, touch, kept, open, holding, matter] = await Promise.all([
    managerOf(db, caller, staffId),
    lastTouch(db, caller, subject.id),
    promiseIn(db, caller, subject.id, 'kept', new Date(now.getTime() - RECENT_DAYS * 86_400_000)),
    promiseIn(db, caller, subject.id, 'open', null),
    holdingOf(db, caller, subject.id),
    openCase(db, caller, subject.id),
  ])
  const festival = festivalsBetween(today, addDays(today, WISHED_BEFORE)).find(
    ({ greeting }) => greeting === 'everyone',
  )
  const years = subject.since ? Math.floor((Date.parse(today) - Date.parse(subject.since)) / (365.25 * 86_400_000)) : 0
  return {
    'manager.name': manager.name,
    'manager.shortName': manager.short_name,
    'company.name': manager.branch_name,
    ...(festival && { holiday: { zh: festival.zh, en: festival.en } }),
    ...addressOf(subject),
    ...(years > 0 && { 'customer.years': String(years) }),
    ...(touch && { 'lastTouch.day': aloud(touch.at) }),
    ...(touch?.note && { 'lastTouch.about': firstClause(touch.note) }),
    ...(kept && { 'keptPromise.what': kept.what, 'keptPromise.day': aloud(kept.settled_at ?? kept.due_at) }),
    ...(open && { 'openPromise.what': open.what, 'openPromise.day': aloud(open.due_at) }),
    ...(holding && { 'product.name': holding.product }),
    ...(matter && { 'matter.what': matter.what }),
  }
}

/** How the one spoken to is called; a code is no name, and a line without one falls back to words that need none. */
const addressOf = ({ name, addressForm, personName, personForm }: Subject): { address?: string } => {
  const address = personName
    ? calledBy({ name: personName, addressForm: personForm })
    : calledBy({ name, addressForm })
  return isCodeName(address) ? {} : { address }
}

const spoken = (day: Day, today: Day): Text => ({ zh: dayAloud(day, today, 'zh'), en: dayAloud(day, today, 'en') })

const firstClause = (note: string): string => note.split(/[，。；,.;\n]/u)[0]?.trim() ?? ''

const managerOf = (db: Db, caller: Caller, staffId: string) =>
  db
    .selectFrom('staff')
    .innerJoin('branch', 'branch.id', 'staff.branch_id')
    .select(['staff.name', 'staff.short_name', 'branch.name as branch_name'])
    .where('staff.branch_id', '=', caller.branchId)
    .where('staff.id', '=', staffId)
    .executeTakeFirstOrThrow()

const lastTouch = (db: Db, caller: Caller, customerId: string) =>
  db
    .selectFrom('touch')
    .select(['at', 'note'])
    .where('branch_id', '=', caller.branchId)
    .where('customer_id', '=', customerId)
    .where('reached', '=', true)
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst()

const promiseIn = (db: Db, caller: Caller, customerId: string, state: 'kept' | 'open', since: Date | null) =>
  db
    .selectFrom('promise')
    .select(['what', 'due_at', 'settled_at'])
    .where('branch_id', '=', caller.branchId)
    .where('customer_id', '=', customerId)
    .where('state', '=', state)
    .$if(since !== null, (query) => query.where('settled_at', '>=', since))
    .orderBy(state === 'kept' ? 'settled_at' : 'due_at', state === 'kept' ? 'desc' : 'asc')
    .limit(1)
    .executeTakeFirst()

const holdingOf = (db: Db, caller: Caller, customerId: string) =>
  db
    .selectFrom('holding')
    .select('product')
    .where('branch_id', '=', caller.branchId)
    .where('customer_id', '=', customerId)
    .orderBy('monthly_fee_fen', (order) => order.desc().nullsLast())
    .limit(1)
    .executeTakeFirst()

const openCase = (db: Db, caller: Caller, customerId: string) =>
  db
    .selectFrom('service_case')
    .select('what')
    .where('branch_id', '=', caller.branchId)
    .where('customer_id', '=', customerId)
    .where('closed_at', 'is', null)
    .orderBy('opened_at', 'desc')
    .limit(1)
    .executeTakeFirst()
