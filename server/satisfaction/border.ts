import { type Day, dayIn } from '#domain/kernel/day.ts'
import { gradeOf, type GradeRule, usualGradeRules } from '#domain/satisfaction/grade.ts'
import { audit } from '#server/db/audit.ts'
import { type Db, inTransaction } from '#server/db/pool.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller } from '#server/http/handler.ts'
import { namesOf } from '#server/staff/names.ts'

const borders = (db: Db, branchId: number) =>
  db.selectFrom('grade_border').selectAll().where('branch_id', '=', branchId).orderBy('valid_from').execute()

/** The borders of a branch, each from its day on; before the first of them the usual one [M-01]. */
export const gradeRules = async (db: Db, branchId: number): Promise<GradeRule[]> => [
  ...usualGradeRules,
  ...(await borders(db, branchId)).map(({ valid_from, border }) => ({
    version: valid_from,
    validFrom: valid_from,
    border,
  })),
]

/** The border of today, since when and by whom. */
export const borderNow = async (
  db: Db,
  branchId: number,
): Promise<{ border: number; validFrom: Day | null; by: string | null }> => {
  const newest = (await borders(db, branchId)).at(-1)
  const usual = usualGradeRules[0]?.border ?? 0
  if (!newest) return { border: usual, validFrom: null, by: null }
  const by = (await namesOf(db, branchId, [newest.set_by])).get(newest.set_by) ?? null
  return { border: newest.border, validFrom: newest.valid_from, by }
}

/** Sets the border from today on; what was answered before today keeps the border of its day. */
export const putBorder = async (db: Db, caller: Caller, now: Date, border: number): Promise<{ validFrom: Day }> =>
  inTransaction(db, async (trx) => {
    const today = dayIn(now, caller.timeZone)
    const tried = gradeOf(5, 1, [{ version: today, validFrom: today, border }], today)
    if (!tried.ok) return fail('rule.refused', { reasons: [tried.error] })
    const { branchId, staffId } = caller
    const before = await borderNow(trx, branchId)
    await trx
      .insertInto('grade_border')
      .values({ branch_id: branchId, valid_from: today, border, set_by: staffId, set_at: now })
      .onConflict((on) =>
        on.columns(['branch_id', 'valid_from']).doUpdateSet((eb) => ({
          border,
          set_by: staffId,
          set_at: now,
          version: eb('grade_border.version', '+', 1),
        })),
      )
      .execute()
    await audit(trx, branchId, staffId, now, {
      action: 'border.set',
      entity: 'grade_border',
      params: { from: before.border, to: border, validFrom: today },
    })
    return { validFrom: today }
  })
