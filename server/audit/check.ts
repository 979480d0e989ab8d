import type { Work } from '#server/jobs/task.ts'
import { verifyChain } from './verify.ts'

export const CHECKING = 'audit.check'

/** Walks a branch's chain; the result names the first fault and counts them all. */
export const checkChain: Work = async ({ db, branchId, progress }) => {
  const newest = await db
    .selectFrom('audit_seal')
    .select((eb) => eb.fn.max('number').as('number'))
    .where('branch_id', '=', branchId)
    .executeTakeFirst()
  const { seals, rows, unsealed, head, faults } = await verifyChain(db, branchId, null, (done) =>
    progress(done, newest?.number ?? 0),
  )
  const [first] = faults
  return {
    seals,
    rows,
    unsealed,
    head,
    faults: faults.length,
    firstFault: first?.code ?? null,
    firstSeal: first?.seal ?? null,
    firstRow: first?.rowId ?? null,
  }
}
