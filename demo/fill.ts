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
import { makeSignIns } from './sign-ins.ts'
import { tellBranch } from './tell.ts'

/**
 * Fills an empty database with the demo branch, then lets the real training and the real monthly run warn and rank. Does nothing where a
 * branch is there already, but ends what an earlier start was stopped in the middle of. Without a folder nothing is drawn.
 */
export const fillDemo = async (db: Db, auth: Auth, pictures: PictureFolder | null = null): Promise<void> => {
  const there = await db.selectFrom('branch').select('demo_password').limit(1).executeTakeFirst()
  if (there && there.demo_password === null) return
  if (!there)
    await writeBranch(
      db,
      await makeSignIns(
        auth,
        people.map((one) => ({ ...one, id: staffId(one.code) })),
      ),
      pictures,
    )
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

/**
 * What the nights before did: in October the warning learnt from those who left since April, without a column nobody could explain then, and
 * September was judged by it; last night it was trained again with all of them, and October was. Both versions stay.
 */
const computeMonths = async (db: Db): Promise<void> => {
  const nights = [
    {
      night: at('10-15 06:00'),
      name: 'the first warning model',
      exclude: ['合约剩余月数'],
      month: addMonths(LAST_MONTH, -1),
    },
    { night: at('11-23 06:00'), name: 'the warning model', exclude: [], month: LAST_MONTH },
  ]
  const progress = async (): Promise<void> => undefined
  for (const { night, name, exclude, month } of nights) {
    const payload = { exclude: JSON.stringify(exclude) }
    const clock = clockStartingAt(night)
    await train({ db, branchId: BRANCH, id: idOf(name), payload, askedBy: staffId('gu'), clock, progress })
    await runMonth(db, BRANCH, month, night)
  }
}
