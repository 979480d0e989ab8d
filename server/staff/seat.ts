import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { audit } from '#server/db/audit.ts'
import type { Db } from '#server/db/pool.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller } from '#server/http/handler.ts'
import type { Auth } from './auth.ts'
import { branchName } from './commands.ts'
import { requireUncommon } from './require-uncommon.ts'

const derive = promisify<string, Buffer, number, Buffer>(scrypt)

/** Signs in by staff code; answers the cookies to set. Which browser, and from where, is kept for its owner to see. */
export const signIn = async (
  auth: Auth,
  code: string,
  password: string,
  { headers: sent, address }: { headers: Headers; address: string },
): Promise<string[]> => {
  const headers = new Headers({ 'user-agent': (sent.get('user-agent') ?? '').slice(0, 400) })
  if (address) headers.set('x-forwarded-for', address)
  const reply = await auth.api.signInUsername({ body: { username: code, password }, headers, asResponse: true })
  if (!reply.ok) return fail('session.refused')
  return reply.headers.getSetCookie()
}

export const signOut = async (auth: Auth, headers: Headers): Promise<string[]> => {
  const reply = await auth.api.signOut({ headers, asResponse: true })
  return reply.headers.getSetCookie()
}

export const lockSeat = async (db: Db, caller: Caller): Promise<void> => setLocked(db, caller, true)

export const unlockSeat = async (db: Db, caller: Caller): Promise<void> => setLocked(db, caller, false)

const setLocked = async (db: Db, caller: Caller, locked: boolean): Promise<void> => {
  await db
    .insertInto('seat_session')
    .values({ branch_id: caller.branchId, session_id: caller.sessionId, staff_id: caller.staffId, locked })
    .onConflict((on) => on.columns(['branch_id', 'session_id']).doUpdateSet({ locked }))
    .execute()
}

/** Accepts the PIN or the password of whoever sits here. */
export const checkSecret = async (db: Db, auth: Auth, caller: Caller, secret: string): Promise<void> => {
  const person = await personBehind(db, caller)
  if (person.pin_hash && (await matchesPin(person.pin_hash, secret))) return
  if (!(await matchesPassword(auth, person.auth_user_id, secret))) fail('session.refused')
}

/** Accepts the password of whoever sits here. */
export const checkPassword = async (db: Db, auth: Auth, caller: Caller, password: string): Promise<void> => {
  if (!(await matchesPassword(auth, (await personBehind(db, caller)).auth_user_id, password))) fail('session.refused')
}

export const matchesPassword = async (auth: Auth, authUserId: string | null, password: string): Promise<boolean> => {
  const context = await auth.$context
  const accounts = authUserId ? await context.internalAdapter.findAccounts(authUserId) : []
  const hash = accounts.find((account) => account.password)?.password
  return Boolean(hash) && context.password.verify({ hash: hash ?? '', password })
}

export const choosePin = async (db: Db, auth: Auth, caller: Caller, password: string, pin: string): Promise<void> => {
  await checkPassword(db, auth, caller, password)
  await db
    .updateTable('staff')
    .set({ pin_hash: await hashPin(pin) })
    .where('branch_id', '=', caller.branchId)
    .where('id', '=', caller.staffId)
    .execute()
}

/** Another password for whoever sits here; other seats they are signed in at stay as they are. */
export const changePassword = async (
  db: Db,
  auth: Auth,
  caller: Caller,
  at: Date,
  password: string,
  next: string,
): Promise<void> => {
  await checkPassword(db, auth, caller, password)
  const person = await personBehind(db, caller)
  requireUncommon(next, { ...person, branchName: await branchName(db, caller.branchId) })
  const context = await auth.$context
  if (person.auth_user_id)
    await context.internalAdapter.updatePassword(person.auth_user_id, await context.password.hash(next))
  await audit(db, caller.branchId, caller.staffId, at, {
    action: 'staff.password_changed',
    entity: 'staff',
    entityId: caller.staffId,
  })
}

const personBehind = (db: Db, caller: Caller) =>
  db
    .selectFrom('staff')
    .select(['auth_user_id', 'pin_hash', 'code', 'name'])
    .where('branch_id', '=', caller.branchId)
    .where('id', '=', caller.staffId)
    .executeTakeFirstOrThrow()

const hashPin = async (pin: string): Promise<string> => {
  const salt = randomBytes(16)
  return `${salt.toString('hex')}:${(await derive(pin, salt, 32)).toString('hex')}`
}

const matchesPin = async (stored: string, pin: string): Promise<boolean> => {
  const [salt = '', hash = ''] = stored.split(':')
  return timingSafeEqual(Buffer.from(hash, 'hex'), await derive(pin, Buffer.from(salt, 'hex'), 32))
}
