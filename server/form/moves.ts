import type { FormMove } from '#domain/form/standing.ts'
import { afterMove, mayCorrect } from '#domain/form/standing.ts'
import { audit } from '#server/db/audit.ts'
import { type Db, inTransaction } from '#server/db/pool.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller } from '#server/http/handler.ts'
import { itsLayout, reachesApproval, requireForm, standingOf, writesIn } from './require-form.ts'
import { enter } from './settle.ts'
import { type Kept, refuseForm } from './write.ts'

const decides = (move: FormMove): boolean => move === 'approve' || move === 'refuse'

/** One move; made again when it has led where it leads already, it changes nothing. */
export const moveForm = async (
  db: Db,
  caller: Caller,
  now: Date,
  id: string,
  { move, note }: { move: FormMove; note: string },
): Promise<Kept> =>
  inTransaction(db, async (trx) => {
    const row = await requireForm(trx, caller, id, { lock: true })
    const layout = await itsLayout(trx, row)
    const mayApprove = await reachesApproval(trx, caller, row.customer_id)
    if (!decides(move) && !(await writesIn(trx, caller, row))) return fail('record.not_found')
    if (led[move] === row.state) return { version: row.version, state: row.state }
    const isAuthor = row.author_id === caller.staffId
    const went = afterMove(layout, standingOf(row), move, { isAuthor, mayApprove, note })
    if (!went.ok) return refuseForm(went.error)
    await enter(trx, caller, now, row, layout, went.value, note)
    return { version: row.version + 1, state: went.value }
  })

const led: Partial<Record<FormMove, string>> = {
  file: 'filed',
  ask: 'waiting',
  approve: 'approved',
  refuse: 'refused',
  drop: 'dropped',
}

/** Begins the correction of a form: the same words, no signature, and a name for the one it takes the place of. */
export const correctForm = async (
  db: Db,
  caller: Caller,
  now: Date,
  { id, correctionId }: { id: string; correctionId: string },
): Promise<{ version: number }> =>
  inTransaction(db, async (trx) => {
    const row = await requireForm(trx, caller, id, { lock: true })
    const there = await trx
      .selectFrom('form')
      .select(['id', 'version'])
      .where('branch_id', '=', caller.branchId)
      .where('corrects_id', '=', id)
      .where('state', '<>', 'dropped')
      .executeTakeFirst()
    if (there) return there.id === correctionId ? { version: there.version } : fail('record.exists')
    if (!(await writesIn(trx, caller, row))) return fail('record.not_found')
    if (!mayCorrect(standingOf(row))) return refuseForm({ code: 'form.notFixed', params: {} })
    await trx
      .insertInto('form')
      .values({
        branch_id: caller.branchId,
        id: correctionId,
        layout_hash: row.layout_hash,
        key: row.key,
        customer_id: row.customer_id,
        contact_person_id: row.contact_person_id,
        run_id: row.run_id,
        case_id: row.case_id,
        appointment_id: row.appointment_id,
        after_id: row.after_id,
        corrects_id: id,
        author_id: caller.staffId,
        unit_id: row.unit_id,
        own: row.own,
        on_day: row.on_day,
        due_on: row.due_on,
        state: 'draft',
        answers: JSON.stringify(row.answers),
        made_at: now,
        changed_at: now,
      })
      .execute()
    await audit(trx, caller.branchId, caller.staffId, now, {
      action: 'form.corrected',
      entity: 'form',
      entityId: correctionId,
      ...(row.customer_id !== null && { customerId: row.customer_id }),
      version: 1,
      params: { form: row.key, corrects: id },
    })
    return { version: 1 }
  })
