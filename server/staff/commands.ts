import type { Role } from '#domain/staff/role.ts'
import { personRefusal, unitRefusal } from '#domain/staff/staffing.ts'
import { searchKeysOf } from '#domain/customer/name-keys.ts'
import { audit } from '#server/db/audit.ts'
import { freshId } from '#server/db/id.ts'
import { type Db, inTransaction } from '#server/db/pool.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller } from '#server/http/handler.ts'
import type { Auth } from './auth.ts'
import { requireUncommon } from './require-uncommon.ts'
import { setupNeeded } from './queries.ts'

const FIRST_BRANCH = 1

export type Person = {
  code: string
  name: string
  shortName?: string | undefined
  roles: Role[]
  unitId: string
  seat?: string | null | undefined
  password?: string | undefined
  active?: boolean | undefined
}

type FirstStart = { branchName: string; name: string; code: string; password: string; keepsCustomers: boolean }

/** The first start of an empty installation; refused once anyone can sign in. */
export const setUp = async (db: Db, auth: Auth, at: Date, first: FirstStart): Promise<void> => {
  if (!(await setupNeeded(db))) fail('setup.done')
  requireUncommon(first.password, first)
  const unitId = freshId(at)
  const staffId = freshId(at)
  const roles: Role[] = first.keepsCustomers ? ['admin', 'lead', 'manager'] : ['admin']
  await inTransaction(db, async (trx) => {
    await trx
      .insertInto('branch')
      .values({ id: FIRST_BRANCH, name: first.branchName, created_at: at })
      .onConflict((on) => on.column('id').doUpdateSet({ name: first.branchName }))
      .execute()
    await trx
      .insertInto('unit')
      .values({ branch_id: FIRST_BRANCH, id: unitId, code: '1', name: first.branchName })
      .execute()
    await writePerson(trx, FIRST_BRANCH, staffId, { code: first.code, name: first.name, roles, unitId })
    await audit(trx, FIRST_BRANCH, staffId, at, { action: 'branch.set_up', entity: 'branch' })
  })
  await givePassword(db, auth, FIRST_BRANCH, staffId, first.code, first.name, first.password)
}

export const saveUnit = async (
  db: Db,
  caller: Caller,
  at: Date,
  id: string,
  unit: { code: string; name: string; parentId: string | null },
): Promise<void> => {
  await inTransaction(db, async (trx) => {
    const units = await trx
      .selectFrom('unit')
      .select(['id', 'code', 'name', 'parent_id as parentId'])
      .where('branch_id', '=', caller.branchId)
      .forUpdate()
      .execute()
    if (units.some((other) => other.code === unit.code && other.id !== id))
      fail('record.exists', { params: { field: 'code', value: unit.code } })
    if (unit.parentId && !units.some((other) => other.id === unit.parentId)) fail('record.not_found')
    const refusal = unitRefusal({ id, ...unit }, units)
    if (refusal) fail('rule.refused', { reasons: [refusal] })
    const values = { code: unit.code, name: unit.name, parent_id: unit.parentId }
    await trx
      .insertInto('unit')
      .values({ branch_id: caller.branchId, id, ...values })
      .onConflict((on) => on.columns(['branch_id', 'id']).doUpdateSet(values))
      .execute()
    await audit(trx, caller.branchId, caller.staffId, at, {
      action: 'unit.saved',
      entity: 'unit',
      entityId: id,
      params: values,
    })
  })
}

export const savePerson = async (
  db: Db,
  auth: Auth,
  caller: Caller,
  at: Date,
  id: string,
  person: Person,
): Promise<void> => {
  if (person.password)
    requireUncommon(person.password, { ...person, branchName: await branchName(db, caller.branchId) })
  const signIn = await inTransaction(db, async (trx) => {
    const everyone = await trx
      .selectFrom('staff')
      .select(['id', 'code', 'name', 'active', 'roles', 'auth_user_id'])
      .where('branch_id', '=', caller.branchId)
      .forUpdate()
      .execute()
    if (everyone.some((other) => other.code === person.code && other.id !== id))
      fail('record.exists', { params: { field: 'code', value: person.code } })
    const before = everyone.find((other) => other.id === id)
    const after = { id, name: person.name, roles: person.roles, active: person.active ?? before?.active ?? true }
    const refusal = personRefusal(caller.staffId, after, everyone)
    if (refusal) fail('rule.refused', { reasons: [refusal] })
    if (before?.active && !after.active) await requireNothingKept(trx, caller.branchId, id, before.name)
    if (!(await unitThere(trx, caller.branchId, person.unitId))) fail('record.not_found')
    await writePerson(trx, caller.branchId, id, { ...person, active: after.active })
    await audit(trx, caller.branchId, caller.staffId, at, {
      action: 'staff.saved',
      entity: 'staff',
      entityId: id,
      params: { code: person.code, name: person.name, roles: person.roles.join(','), active: after.active },
    })
    return before?.code === person.code ? null : (before?.auth_user_id ?? null)
  })
  if (signIn) await renameSignIn(auth, signIn, person.code, person.name)
  if (person.password) await givePassword(db, auth, caller.branchId, id, person.code, person.name, person.password)
}

export const branchName = async (db: Db, branchId: number): Promise<string> =>
  (await db.selectFrom('branch').select('name').where('id', '=', branchId).executeTakeFirstOrThrow()).name

/** Whoever keeps customers leaves by a hand-over, so that none is left without an owner. */
const requireNothingKept = async (trx: Db, branchId: number, staffId: string, name: string): Promise<void> => {
  const { kept } = await trx
    .selectFrom('customer')
    .select((eb) => eb.fn.countAll<number>().as('kept'))
    .where('branch_id', '=', branchId)
    .where('manager_id', '=', staffId)
    .where('merged_into', 'is', null)
    .executeTakeFirstOrThrow()
  if (kept > 0) fail('rule.refused', { reasons: [{ code: 'departure.keeps', params: { name, customers: kept } }] })
}

const unitThere = async (trx: Db, branchId: number, unitId: string): Promise<boolean> =>
  (await trx
    .selectFrom('unit')
    .select('id')
    .where('branch_id', '=', branchId)
    .where('id', '=', unitId)
    .executeTakeFirst()) !== undefined

/** A new staff number is also the new name to sign in with. */
const renameSignIn = async (auth: Auth, authUserId: string, code: string, name: string): Promise<void> => {
  const { internalAdapter } = await auth.$context
  await internalAdapter.updateUser(authUserId, { username: code.toLowerCase(), displayUsername: code, name })
}

const writePerson = async (trx: Db, branchId: number, id: string, person: Person): Promise<void> => {
  const values = {
    code: person.code,
    name: person.name,
    name_sort: searchKeysOf(person.name).sortKey,
    short_name: person.shortName ?? person.name,
    roles: person.roles,
    unit_id: person.unitId,
    seat: person.seat ?? null,
    active: person.active ?? true,
  }
  await trx
    .insertInto('staff')
    .values({ branch_id: branchId, id, ...values })
    .onConflict((on) => on.columns(['branch_id', 'id']).doUpdateSet(values))
    .execute()
}

/** Makes or replaces the sign-in of a person; their code is the name they sign in with. */
export const givePassword = async (
  db: Db,
  auth: Auth,
  branchId: number,
  staffId: string,
  code: string,
  name: string,
  password: string,
): Promise<void> => {
  const person = await db
    .selectFrom('staff')
    .select('auth_user_id')
    .where('branch_id', '=', branchId)
    .where('id', '=', staffId)
    .executeTakeFirstOrThrow()
  const context = await auth.$context
  if (person.auth_user_id) {
    await context.internalAdapter.updatePassword(person.auth_user_id, await context.password.hash(password))
    return
  }
  const made = await auth.api.signUpEmail({
    body: { email: `${staffId}@staff.invalid`, name, password, username: code },
  })
  await db
    .updateTable('staff')
    .set({ auth_user_id: made.user.id })
    .where('branch_id', '=', branchId)
    .where('id', '=', staffId)
    .execute()
}

/** The number somebody gives customers; their own to set. */
export const setWorkPhone = async (db: Db, caller: Caller, at: Date, workPhone: string | null): Promise<void> =>
  inTransaction(db, async (trx) => {
    await trx
      .updateTable('staff')
      .set({ work_phone: workPhone })
      .where('branch_id', '=', caller.branchId)
      .where('id', '=', caller.staffId)
      .execute()
    await audit(trx, caller.branchId, caller.staffId, at, {
      action: 'staff.workPhone',
      entity: 'staff',
      entityId: caller.staffId,
      params: { set: workPhone !== null },
    })
  })
