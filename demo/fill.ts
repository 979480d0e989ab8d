import type { PhotoSubject } from '#domain/customer/photo.ts'
import { keepPicture, type PictureFolder } from '#server/adapters/picture/folder.ts'
import { monthNumber } from '#server/db/month-number.ts'
import { type Db, inTransaction } from '#server/db/pool.ts'
import type { Auth } from '#server/staff/auth.ts'
import { addMonths } from '#domain/kernel/day.ts'
import { train } from '#server/churn/train.ts'
import { clockStartingAt } from '#server/http/clock.ts'
import { runMonth } from '#server/flows/run-month.ts'
import { storeUsedLayouts } from './forms.ts'
import { AS_OF, at, ENTERED_AT, LAST_MONTH } from './moment.ts'
import { keepOwnDefinitions } from './own-playbooks.ts'
import { DEMO_PASSWORD, people, staffId } from './people.ts'
import { drawn } from './pictures.ts'
import { BRANCH, idOf } from './rows.ts'
import { tellBranch } from './tell.ts'

/**
 * Fills an empty database with the demo branch, then lets the real training and the real monthly run warn and rank. Does nothing where a
 * branch is there already, but ends what an earlier start was stopped in the middle of. Without a folder nothing is drawn.
 */
export const fillDemo = async (db: Db, auth: Auth, pictures: PictureFolder | null = null): Promise<void> => {
  const there = await db.selectFrom('branch').select('demo_password').limit(1).executeTakeFirst()
  if (there && there.demo_password === null) return
  if (!there) await writeBranch(db, await makeSignIns(auth), pictures)
  const computed = await db
    .selectFrom('standing_month')
    .select('month')
    .where('branch_id', '=', BRANCH)
    .where('month', '=', monthNumber(LAST_MONTH))
    .executeTakeFirst()
  if (!computed) await computeMonths(db)
}

const writeBranch = (
  db: Db,
  signIns: [code: string, authUserId: string][],
  pictures: PictureFolder | null,
): Promise<void> =>
  inTransaction(
    db,
    async (trx) => {
      await trx
        .insertInto('branch')
        .values({ id: BRANCH, name: '云川分公司', as_of: AS_OF, demo_password: DEMO_PASSWORD, created_at: ENTERED_AT })
        .execute()
      await keepOwnDefinitions(trx)
      const rows = tellBranch()
      await storeUsedLayouts(trx)
      await rows.write(trx)
      if (pictures)
        for (const { id, subject } of rows.all<{ id: string; subject: PhotoSubject }>('customer_photo'))
          await keepPicture(pictures, BRANCH, id, drawn(subject).bytes)
      for (const [code, authUserId] of signIns)
        await trx
          .updateTable('staff')
          .set({ auth_user_id: authUserId })
          .where('branch_id', '=', BRANCH)
          .where('id', '=', staffId(code))
          .execute()
    },
    { statementTimeoutMs: 0 },
  )

/** What the nights before did: the warning learnt from those who left since April, and the last two months. */
const computeMonths = async (db: Db): Promise<void> => {
  const night = at('11-23 06:00')
  const id = idOf('the warning model')
  const progress = async (): Promise<void> => undefined
  const clock = clockStartingAt(night)
  await train({ db, branchId: BRANCH, id, payload: {}, askedBy: staffId('gu'), clock, progress })
  for (const month of [addMonths(LAST_MONTH, -1), LAST_MONTH]) await runMonth(db, BRANCH, month, night)
}

/** Everyone has the same published password, so it is hashed once. */
const makeSignIns = async (auth: Auth): Promise<[code: string, authUserId: string][]> => {
  const { internalAdapter, password } = await auth.$context
  const hash = await password.hash(DEMO_PASSWORD)
  return Promise.all(
    people.map(async ({ code, name }) => {
      const email = `${staffId(code)}@staff.invalid`
      const known = await internalAdapter.findUserByEmail(email)
      if (known) return [code, known.user.id]
      const user = await internalAdapter.createUser(
        { email, name, username: code, displayUsername: code, emailVerified: false },
        { method: 'email-password' },
      )
      await internalAdapter.linkAccount({
        userId: user.id,
        providerId: 'credential',
        accountId: user.id,
        password: hash,
      })
      return [code, user.id]
    }),
  )
}
