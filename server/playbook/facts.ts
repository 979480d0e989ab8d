import { calledBy, isAddressed } from '#domain/customer/address-form.ts'
import type { CustomerKind } from '#domain/customer/kind.ts'
import { addDays, type Day, dayIn } from '#domain/kernel/day.ts'
import { festivalsBetween } from '#domain/kernel/festivals.ts'
import { toTheirFace } from '#domain/kernel/second-person.ts'
import type { KnownFacts } from '#domain/playbook/disclosure.ts'
import type { Text } from '#domain/playbook/field.ts'
import { dayAloud, dueAloud } from '#domain/playbook/run-facts.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'

/** A promise kept this recently is worth accounting for; an older one is history. */
const RECENT_DAYS = 30
/** A festival is wished for this many days before it. */
const WISHED_BEFORE = 5

type Subject = {
  id: string
  code: string
  kind: CustomerKind
  name: string
  addressForm: string | null
  since: Day | null
  personName: string | null
  personForm: string | null
}

/** The run the words are for: what it has left behind itself once it is filed is nothing to come back to within it. */
type Run = { id: string; staff_id: string }

/** Everything a script line may name about this customer, days as they are spoken. What may be told yet is for the run to say. */
export const knownFacts = async (
  db: Db,
  caller: Caller,
  run: Run,
  subject: Subject,
  now: Date,
): Promise<KnownFacts> => {
  const today = dayIn(now, caller.timeZone)
  const aloud = (at: Date): Text => spoken(dayIn(at, caller.timeZone), today)
  const by = (at: Date): Text => dueAloud(dayIn(at, caller.timeZone), null, today)
  const [manager, touch, kept, open, holding, matter] = await Promise.all([
    managerOf(db, caller, run.staff_id),
    lastTouch(db, caller, run, subject.id),
    keptPromise(db, caller, run, subject.id, new Date(now.getTime() - RECENT_DAYS * 86_400_000)),
    openPromise(db, caller, run, subject.id),
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
    ...(manager.work_phone !== null && { 'manager.phone': manager.work_phone }),
    'company.name': manager.branch_name,
    ...(festival && { holiday: { zh: festival.zh, en: festival.en } }),
    ...addressOf(subject),
    ...(years > 0 && { 'customer.years': String(years) }),
    ...(touch && { 'lastTouch.day': aloud(touch.at) }),
    ...(touch?.note && { 'lastTouch.about': firstClause(touch.note) }),
    ...(kept && {
      'keptPromise.what': toTheirFace(kept.what),
      'keptPromise.day': aloud(kept.settled_at ?? kept.due_at),
    }),
    ...(open && {
      'openPromise.what': toTheirFace(open.what),
      'openPromise.day': aloud(open.due_at),
      'openPromise.by': by(open.due_at),
    }),
    ...(open &&
      dayIn(open.due_at, caller.timeZone) <= today && {
        'duePromise.what': toTheirFace(open.what),
        'duePromise.by': by(open.due_at),
      }),
    ...(holding && { 'product.name': holding.product }),
    ...(matter && { 'matter.what': matter.what }),
  }
}

/** Without a name to greet by a line says its fallback [K-35]. */
const addressOf = (subject: Subject): KnownFacts => {
  if (subject.personName) return { address: calledBy({ name: subject.personName, addressForm: subject.personForm }) }
  const called = calledBy(subject)
  return isAddressed({ ...subject, calledBy: called }) ? { address: called } : {}
}

const spoken = (day: Day, today: Day): Text => ({ zh: dayAloud(day, today, 'zh'), en: dayAloud(day, today, 'en') })

const firstClause = (note: string): string => note.split(/[，。；,.;\n]/u)[0]?.trim() ?? ''

const managerOf = (db: Db, caller: Caller, staffId: string) =>
  db
    .selectFrom('staff')
    .innerJoin('branch', 'branch.id', 'staff.branch_id')
    .select(['staff.name', 'staff.short_name', 'staff.work_phone', 'branch.name as branch_name'])
    .where('staff.branch_id', '=', caller.branchId)
    .where('staff.id', '=', staffId)
    .executeTakeFirstOrThrow()

const lastTouch = (db: Db, caller: Caller, run: Run, customerId: string) =>
  db
    .selectFrom('touch')
    .select(['at', 'note'])
    .where('branch_id', '=', caller.branchId)
    .where('customer_id', '=', customerId)
    .where('reached', '=', true)
    .where('id', '<>', run.id)
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst()

const promisesTo = (db: Db, caller: Caller, run: Run, customerId: string) =>
  db
    .selectFrom('promise')
    .select(['what', 'due_at', 'settled_at'])
    .where('branch_id', '=', caller.branchId)
    .where('customer_id', '=', customerId)
    .where((eb) => eb.or([eb('run_id', 'is', null), eb('run_id', '<>', run.id)]))
    .limit(1)

const keptPromise = (db: Db, caller: Caller, run: Run, customerId: string, since: Date) =>
  promisesTo(db, caller, run, customerId)
    .where('state', '=', 'kept')
    .where('settled_at', '>=', since)
    .orderBy('settled_at', 'desc')
    .executeTakeFirst()

const openPromise = (db: Db, caller: Caller, run: Run, customerId: string) =>
  promisesTo(db, caller, run, customerId).where('state', '=', 'open').orderBy('due_at').executeTakeFirst()

const holdingOf = (db: Db, caller: Caller, customerId: string) =>
  db
    .selectFrom('holding')
    .select('product')
    .where('branch_id', '=', caller.branchId)
    .where('customer_id', '=', customerId)
    .where('removed_at', 'is', null)
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
