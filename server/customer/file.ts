import type { customerFileEndpoints } from '#api/customer-file.ts'
import type { Reply } from '#api/endpoint.ts'
import type { ConsentPurpose } from '#domain/customer/file.ts'
import { answersFrom } from '#domain/customer/experience.ts'
import { maskedPhone } from '#domain/customer/phone.ts'
import type { Day } from '#domain/kernel/day.ts'
import { audit } from '#server/db/audit.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'
import { maskedNumber } from './masked.ts'
import { requireCustomer } from './show.ts'

type File = Reply<(typeof customerFileEndpoints)['GET /api/customers/:id/file']>

/** What stands under a customer; what was put away is left out, numbers are masked. */
export const customerFile = async (db: Db, caller: Caller, id: string): Promise<File> => {
  await requireCustomer(db, caller, id, 'customer.read')
  const [people, members, holdings, sightings, wishes, consents] = await Promise.all([
    peopleOf(db, caller, id),
    membersOf(db, caller, id),
    holdingsOf(db, caller, id),
    sightingsOf(db, caller, id),
    wishesOf(db, caller, id),
    consentsOf(db, caller, id),
  ])
  return { people, members, holdings, sightings, wishes, consents }
}

const peopleOf = async (db: Db, caller: Caller, id: string): Promise<File['people']> => {
  const rows = await db
    .selectFrom('contact_person')
    .selectAll()
    .where('branch_id', '=', caller.branchId)
    .where('customer_id', '=', id)
    .where('removed_at', 'is', null)
    .orderBy('name_sort')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    name: row.name,
    reading: row.name_reading,
    addressForm: row.address_form,
    title: row.title,
    department: row.department,
    decisionRole: row.decision_role,
    relationship: row.relationship,
    phone: row.phone && maskedPhone(row.phone),
    birthday: row.birthday as File['people'][number]['birthday'],
    note: row.note,
    lastMetOn: row.last_met_on,
  }))
}

const membersOf = async (db: Db, caller: Caller, id: string): Promise<File['members']> => {
  const rows = await db
    .selectFrom('member')
    .selectAll()
    .where('branch_id', '=', caller.branchId)
    .where('customer_id', '=', id)
    .where('removed_at', 'is', null)
    .orderBy('main', 'desc')
    .orderBy('kind')
    .orderBy('number')
    .limit(500)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    kind: row.kind,
    number: row.number && maskedNumber(row.number),
    holderName: row.holder_name,
    userName: row.user_name,
    product: row.product,
    monthlyFeeFen: row.monthly_fee_fen,
    main: row.main,
    status: row.status,
    contractUntil: row.contract_until,
  }))
}

const holdingsOf = async (db: Db, caller: Caller, id: string): Promise<File['holdings']> => {
  const rows = await db
    .selectFrom('holding')
    .selectAll()
    .where('branch_id', '=', caller.branchId)
    .where('customer_id', '=', id)
    .where('removed_at', 'is', null)
    .orderBy('monthly_fee_fen', (by) => by.desc().nullsLast())
    .orderBy('product')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    product: row.product,
    note: row.note,
    monthlyFeeFen: row.monthly_fee_fen,
    until: row.until,
    answers: answersFrom(row.answers),
    stage: row.stage,
    stageOn: row.stage_on,
  }))
}

const sightingsOf = async (db: Db, caller: Caller, id: string): Promise<File['sightings']> => {
  const rows = await db
    .selectFrom('sighting')
    .innerJoin('staff', (on) =>
      on.onRef('staff.branch_id', '=', 'sighting.branch_id').onRef('staff.id', '=', 'sighting.noted_by'),
    )
    .selectAll('sighting')
    .select('staff.name as noted_by_name')
    .where('sighting.branch_id', '=', caller.branchId)
    .where('customer_id', '=', id)
    .where('removed_at', 'is', null)
    .orderBy('seen_on', 'desc')
    .limit(50)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    seenOn: row.seen_on,
    competitor: row.competitor,
    source: row.source,
    what: row.what,
    notedBy: row.noted_by_name,
  }))
}

const wishesOf = async (db: Db, caller: Caller, id: string): Promise<File['wishes']> => {
  const rows = await db
    .selectFrom('small_wish')
    .selectAll()
    .where('branch_id', '=', caller.branchId)
    .where('customer_id', '=', id)
    .where('removed_at', 'is', null)
    .orderBy('said_on', 'desc')
    .limit(50)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    what: row.what,
    saidOn: row.said_on,
    doneOn: row.done_on,
  }))
}

const consentsOf = async (db: Db, caller: Caller, id: string): Promise<File['consents']> =>
  db
    .selectFrom('consent')
    .select(['purpose', 'state', 'since', 'until', 'source'])
    .where('branch_id', '=', caller.branchId)
    .where('customer_id', '=', id)
    .orderBy('purpose')
    .execute()

type WantedConsent = { state: 'given' | 'refused' | null; until: Day | null; source: string }

/** Says what a customer agreed to or refused; null takes the word back, as if never asked. False where it was said already. */
export const sayConsent = async (
  trx: Db,
  caller: Caller,
  moment: { at: Date; today: Day },
  customerId: string,
  purpose: ConsentPurpose,
  { state, until, source }: WantedConsent,
): Promise<boolean> => {
  await requireCustomer(trx, caller, customerId, 'customer.write')
  const known = await trx
    .selectFrom('consent')
    .select(['state', 'until'])
    .where('branch_id', '=', caller.branchId)
    .where('customer_id', '=', customerId)
    .where('purpose', '=', purpose)
    .executeTakeFirst()
  if ((known?.state ?? null) === state && (known?.until ?? null) === until) return false
  if (state === null)
    await trx
      .deleteFrom('consent')
      .where('branch_id', '=', caller.branchId)
      .where('customer_id', '=', customerId)
      .where('purpose', '=', purpose)
      .execute()
  else {
    const said = { state, since: moment.today, until, source, run_id: null, before: null }
    await trx
      .insertInto('consent')
      .values({ branch_id: caller.branchId, customer_id: customerId, purpose, ...said })
      .onConflict((on) => on.columns(['branch_id', 'customer_id', 'purpose']).doUpdateSet(said))
      .execute()
  }
  await audit(trx, caller.branchId, caller.staffId, moment.at, {
    action: 'consent.changed',
    entity: 'consent',
    entityId: customerId,
    customerId,
    changes: [{ field: purpose, before: known?.state ?? null, after: state }],
    params: { source, until },
  })
  return true
}
