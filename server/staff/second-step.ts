import { createHash, createHmac, randomBytes } from 'node:crypto'
import {
  appAddress,
  base32,
  type Hmac,
  inFours,
  isFigures,
  plainCode,
  RECOVERY_BYTES,
  RECOVERY_CODES,
  SECRET_BYTES,
  stepOfCode,
} from '#domain/staff/second-step.ts'
import { audit } from '#server/db/audit.ts'
import { type Db, inTransaction } from '#server/db/pool.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller } from '#server/http/handler.ts'
import { sealed, unsealed } from './sealed.ts'

/** Whose second step it is. */
export type Whose = { branchId: number; staffId: string }

/** What everything here stands on: the installation's secret, and the real time, which an app counts by whatever day the branch lives on. */
export type Steps = { secret: string; at: Date; real: Date }

const hmac: Hmac = (key, message) => createHmac('sha1', key).update(message).digest()

const digestOf = (code: string): string => createHash('sha256').update(code).digest('hex')

const bindingOf = ({ branchId, staffId }: Whose): string => `${branchId}/${staffId}`

const stepRow = (db: Db, { branchId, staffId }: Whose) =>
  db
    .selectFrom('second_step')
    .select(['sealed_secret', 'confirmed_at', 'last_step'])
    .where('branch_id', '=', branchId)
    .where('staff_id', '=', staffId)
    .executeTakeFirst()

/** Whether a code is asked for at sign-in. */
export const hasSecondStep = async (db: Db, whose: Whose): Promise<boolean> =>
  Boolean((await stepRow(db, whose))?.confirmed_at)

export const showSecondStep = async (db: Db, whose: Whose) => {
  const row = await stepRow(db, whose)
  const { left } = await db
    .selectFrom('recovery_code')
    .select((eb) => eb.fn.countAll<number>().as('left'))
    .where('branch_id', '=', whose.branchId)
    .where('staff_id', '=', whose.staffId)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow()
  return { since: row?.confirmed_at?.toISOString() ?? null, recoveryLeft: left }
}

/** Makes a secret anew; an unconfirmed one of before is forgotten. */
export const beginSecondStep = async (db: Db, caller: Caller, { secret, at }: Steps) => {
  if (await hasSecondStep(db, caller)) return fail('rule.refused', { reasons: [{ code: 'secondStep.on', params: {} }] })
  const bytes = randomBytes(SECRET_BYTES)
  const values = { sealed_secret: sealed(secret, bindingOf(caller), bytes), begun_at: at, last_step: 0 }
  await db
    .insertInto('second_step')
    .values({ branch_id: caller.branchId, staff_id: caller.staffId, ...values })
    .onConflict((on) =>
      on.columns(['branch_id', 'staff_id']).doUpdateSet(values).where('second_step.confirmed_at', 'is', null),
    )
    .execute()
  const { name } = await db
    .selectFrom('branch')
    .select('name')
    .where('id', '=', caller.branchId)
    .executeTakeFirstOrThrow()
  return { secret: inFours(base32(bytes)), address: appAddress(bytes, caller.name, name) }
}

/** One right code turns it on. */
export const confirmSecondStep = async (db: Db, caller: Caller, steps: Steps, code: string): Promise<string[]> =>
  inTransaction(db, async (trx) => {
    const row = await stepRow(trx, caller)
    if (!row) return fail('rule.refused', { reasons: [{ code: 'secondStep.notBegun', params: {} }] })
    if (row.confirmed_at) return fail('rule.refused', { reasons: [{ code: 'secondStep.on', params: {} }] })
    if (!(await takeFigures(trx, caller, steps, plainCode(code)))) return fail('session.code_refused')
    await trx
      .updateTable('second_step')
      .set({ confirmed_at: steps.at })
      .where('branch_id', '=', caller.branchId)
      .where('staff_id', '=', caller.staffId)
      .execute()
    await audit(trx, caller.branchId, caller.staffId, steps.at, { action: 'secondStep.set', ...entityOf(caller) })
    return freshRecoveryCodes(trx, caller)
  })

/** New ways in beside the app, which alone can ask for them. */
export const renewRecoveryCodes = async (db: Db, caller: Caller, steps: Steps, code: string): Promise<string[]> =>
  inTransaction(db, async (trx) => {
    if (!(await takeFigures(trx, caller, steps, plainCode(code)))) return fail('session.code_refused')
    await audit(trx, caller.branchId, caller.staffId, steps.at, { action: 'secondStep.renewed', ...entityOf(caller) })
    return freshRecoveryCodes(trx, caller)
  })

export const removeOwnSecondStep = async (db: Db, caller: Caller, steps: Steps, code: string): Promise<void> =>
  inTransaction(db, async (trx) => {
    await takeCode(trx, caller, steps, code)
    await forget(trx, caller)
    await audit(trx, caller.branchId, caller.staffId, steps.at, { action: 'secondStep.removed', ...entityOf(caller) })
  })

/** For whoever has lost app and codes; one's own goes with a code, so that an open seat is not enough. */
export const liftSecondStep = async (db: Db, caller: Caller, at: Date, staffId: string): Promise<void> =>
  inTransaction(db, async (trx) => {
    if (staffId === caller.staffId) fail('rule.refused', { reasons: [{ code: 'secondStep.yourself', params: {} }] })
    const whose = { branchId: caller.branchId, staffId }
    if (!(await stepRow(trx, whose))) return fail('record.not_found')
    await forget(trx, whose)
    return audit(trx, caller.branchId, caller.staffId, at, { action: 'secondStep.lifted', ...entityOf(whose) })
  })

/** The same from the machine itself, by staff number; answers whose it was, null where nobody of that number has one. The log names nobody. */
export const liftSecondStepOf = async (db: Db, at: Date, code: string): Promise<string | null> =>
  inTransaction(db, async (trx) => {
    const person = await trx
      .selectFrom('staff')
      .innerJoin('second_step', (on) =>
        on.onRef('second_step.branch_id', '=', 'staff.branch_id').onRef('second_step.staff_id', '=', 'staff.id'),
      )
      .select(['staff.branch_id', 'staff.id', 'staff.name'])
      .where((eb) => eb.fn<string>('lower', ['staff.code']), '=', code.trim().toLowerCase())
      .executeTakeFirst()
    if (!person) return null
    const whose = { branchId: person.branch_id, staffId: person.id }
    await forget(trx, whose)
    await audit(trx, whose.branchId, null, at, { action: 'secondStep.lifted', ...entityOf(whose) })
    return person.name
  })

/** Takes figures of the app or a recovery code, each once; throws where it is neither. In the transaction of what it opens. */
export const takeCode = async (trx: Db, whose: Whose, steps: Steps, typed: string): Promise<void> => {
  const code = plainCode(typed)
  const taken = isFigures(code) ? takeFigures(trx, whose, steps, code) : takeRecovery(trx, whose, steps.at, code)
  if (!(await taken)) fail('session.code_refused')
}

/** The row remembers the step in the same statement, so that of two who send one code at once one is let in. */
const takeFigures = async (db: Db, whose: Whose, { secret, real }: Steps, code: string): Promise<boolean> => {
  const row = await stepRow(db, whose)
  const bytes = row && unsealed(secret, bindingOf(whose), row.sealed_secret)
  const step = bytes ? stepOfCode(code, bytes, real, row.last_step, hmac) : null
  if (step === null) return false
  const { numUpdatedRows } = await db
    .updateTable('second_step')
    .set({ last_step: step })
    .where('branch_id', '=', whose.branchId)
    .where('staff_id', '=', whose.staffId)
    .where('last_step', '<', step)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

const takeRecovery = async (trx: Db, whose: Whose, at: Date, code: string): Promise<boolean> => {
  const { numUpdatedRows } = await trx
    .updateTable('recovery_code')
    .set({ used_at: at })
    .where('branch_id', '=', whose.branchId)
    .where('staff_id', '=', whose.staffId)
    .where('digest', '=', digestOf(code))
    .where('used_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) return false
  await audit(trx, whose.branchId, whose.staffId, at, { action: 'secondStep.recovered', ...entityOf(whose) })
  return true
}

const freshRecoveryCodes = async (trx: Db, whose: Whose): Promise<string[]> => {
  const codes = Array.from({ length: RECOVERY_CODES }, () => base32(randomBytes(RECOVERY_BYTES)))
  await forgetCodes(trx, whose)
  await trx
    .insertInto('recovery_code')
    .values(codes.map((code) => ({ branch_id: whose.branchId, staff_id: whose.staffId, digest: digestOf(code) })))
    .execute()
  return codes.map((code) => inFours(code).replaceAll(' ', '-').toLowerCase())
}

const forget = async (trx: Db, whose: Whose): Promise<void> => {
  await forgetCodes(trx, whose)
  await trx
    .deleteFrom('second_step')
    .where('branch_id', '=', whose.branchId)
    .where('staff_id', '=', whose.staffId)
    .execute()
}

const forgetCodes = async (trx: Db, { branchId, staffId }: Whose): Promise<void> => {
  await trx.deleteFrom('recovery_code').where('branch_id', '=', branchId).where('staff_id', '=', staffId).execute()
}

const entityOf = ({ staffId }: Whose) => ({ entity: 'secondStep', entityId: staffId })
