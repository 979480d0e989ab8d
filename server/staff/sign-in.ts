import { type Db, inTransaction } from '#server/db/pool.ts'
import { fail } from '#server/http/failure.ts'
import type { Auth } from './auth.ts'
import { matchesPassword } from './seat.ts'
import { hasSecondStep, type Steps, takeCode, type Whose } from './second-step.ts'

type Typed = { code: string; password: string; stepCode?: string | undefined }

/**
 * Lets pass whoever needs no second step, or has the password and a code. The password comes first: without it nobody learns who has one, nor uses
 * up tries of it. `counted` runs the look at the code, person by person, so that many places at once are no way round.
 */
export const passSecondStep = async (
  db: Db,
  auth: Auth,
  typed: Typed,
  steps: Steps,
  counted: (whose: Whose, act: () => Promise<void>) => Promise<void>,
): Promise<void> => {
  const person = await personSigningIn(db, auth, typed.code)
  if (!person || !(await hasSecondStep(db, person))) return
  if (!(await matchesPassword(auth, person.authUserId, typed.password))) return fail('session.refused')
  const { stepCode } = typed
  if (stepCode === undefined) return fail('session.second_step')
  return counted(person, () => inTransaction(db, (trx) => takeCode(trx, person, steps, stepCode)))
}

const personSigningIn = async (db: Db, auth: Auth, code: string): Promise<(Whose & { authUserId: string }) | null> => {
  const { adapter } = await auth.$context
  const user = await adapter.findOne<{ id: string }>({
    model: 'user',
    where: [{ field: 'username', value: code.toLowerCase() }],
  })
  const person =
    user &&
    (await db.selectFrom('staff').select(['branch_id', 'id']).where('auth_user_id', '=', user.id).executeTakeFirst())
  return person ? { branchId: person.branch_id, staffId: person.id, authUserId: user.id } : null
}
