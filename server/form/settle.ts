import type { AnswerRow } from '#domain/form/answer.ts'
import { isBlankRow } from '#domain/form/answer.ts'
import { fieldsOf, type Layout, signFields } from '#domain/form/layout.ts'
import { type FormState, isWhole, type Standing } from '#domain/form/standing.ts'
import { audit } from '#server/db/audit.ts'
import { freshId } from '#server/db/id.ts'
import type { Db } from '#server/db/pool.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller } from '#server/http/handler.ts'
import { makePromise } from '#server/touch/make-promise.ts'
import { type FormRow, itsLayout, requireForm, standingOf } from './require-form.ts'

/** With the last signature it needs a form is filed by itself; one that asks for approval waits to be sent. */
export const settle = async (trx: Db, caller: Caller, now: Date, id: string): Promise<void> => {
  const row = await requireForm(trx, caller, id)
  const layout = await itsLayout(trx, row)
  const form = standingOf(row)
  const asked = signFields(layout).filter(({ required }) => required)
  if (form.state !== 'draft' || layout.approved || asked.length === 0 || !isWhole(layout, form)) return
  await enter(trx, caller, now, row, layout, 'filed', '')
}

/** Puts a form into a state, with what comes of that: answers owed, gifts out of the store, one audit entry. */
export const enter = async (
  trx: Db,
  caller: Caller,
  now: Date,
  row: FormRow,
  layout: Layout,
  state: FormState,
  note: string,
): Promise<void> => {
  const form = standingOf(row)
  if (state === 'filed') await promiseAnswers(trx, caller, now, row, layout, form)
  if (state === 'approved') await takeGifts(trx, caller, now, row, layout, form)
  const decided = state === 'approved' || state === 'refused'
  await trx
    .updateTable('form')
    .set({
      state,
      changed_at: now,
      version: row.version + 1,
      ...(state === 'waiting' && { asked_at: now }),
      ...(state === 'filed' && { filed_at: now }),
      ...(decided && { decided_by: caller.staffId, decided_at: now, decision_note: note }),
      ...(state === 'approved' && { filed_at: now }),
    })
    .where('branch_id', '=', caller.branchId)
    .where('id', '=', row.id)
    .execute()
  await audit(trx, caller.branchId, caller.staffId, now, {
    action: `form.${state}`,
    entity: 'form',
    entityId: row.id,
    ...(row.customer_id !== null && { customerId: row.customer_id }),
    version: row.version + 1,
    params: { form: row.key, ...(note && { note }) },
  })
}

const rowsMaking = (layout: Layout, form: Standing, makes: 'opinions' | 'gifts') =>
  fieldsOf(layout)
    .filter((field) => field.makes === makes)
    .flatMap(({ id }) =>
      ((form.answers[id] ?? []) as readonly AnswerRow[])
        .map((row, index) => ({ field: id, index, row }))
        .filter(({ row }) => !isBlankRow(row)),
    )

/** Every opinion is answered by somebody by a day: a promise, so that it is kept and told like any other [P-20]. */
const promiseAnswers = async (
  trx: Db,
  caller: Caller,
  now: Date,
  row: FormRow,
  layout: Layout,
  form: Standing,
): Promise<void> => {
  if (row.customer_id === null) return
  for (const { field, index, row: said } of rowsMaking(layout, form, 'opinions')) {
    const owner = await colleague(trx, caller, String(said['owner'] ?? ''))
    const promiseId = freshId(now)
    await makePromise(trx, caller, now, {
      id: promiseId,
      customerId: row.customer_id,
      toPersonId: row.contact_person_id,
      touchId: null,
      runId: null,
      what: String(said['what'] ?? ''),
      dueDay: String(said['by'] ?? ''),
      dueTime: null,
      madeAt: now,
      ownerId: owner,
    })
    await trx
      .insertInto('form_promise')
      .values({ branch_id: caller.branchId, form_id: row.id, promise_id: promiseId, field, row_number: index })
      .execute()
  }
}

/** Whoever is named answers; a name that is nobody's here falls to who files. */
const colleague = async (trx: Db, caller: Caller, id: string): Promise<string> => {
  if (!/^[0-9a-f-]{36}$/i.test(id)) return caller.staffId
  const found = await trx
    .selectFrom('staff')
    .select('id')
    .where('branch_id', '=', caller.branchId)
    .where('id', '=', id)
    .where('active', '=', true)
    .executeTakeFirst()
  return found?.id ?? caller.staffId
}

/**
 * What was approved leaves the store at once, so that nobody else is promised it [P-21]. A correction takes, or brings back, only what
 * differs from the request it corrects.
 */
const takeGifts = async (
  trx: Db,
  caller: Caller,
  now: Date,
  row: FormRow,
  layout: Layout,
  form: Standing,
): Promise<void> => {
  const wanted = giftsIn(layout, form)
  const taken = await takenBefore(trx, caller, row)
  for (const name of new Set([...wanted.keys(), ...taken.keys()])) {
    const count = (wanted.get(name) ?? 0) - (taken.get(name) ?? 0)
    if (count !== 0) await takeGift(trx, caller, now, name, count)
  }
}

const giftsIn = (layout: Layout, form: Standing): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const { row } of rowsMaking(layout, form, 'gifts')) {
    const name = String(row['gift'] ?? '')
    counts.set(name, (counts.get(name) ?? 0) + Number(row['count'] ?? 0))
  }
  return counts
}

/** What the nearest approved request before this one took; one that was refused took nothing. */
const takenBefore = async (trx: Db, caller: Caller, row: FormRow): Promise<Map<string, number>> => {
  let before = row.corrects_id
  while (before !== null) {
    const corrected = await requireForm(trx, caller, before)
    if (corrected.state === 'approved') return giftsIn(await itsLayout(trx, corrected), standingOf(corrected))
    before = corrected.corrects_id
  }
  return new Map()
}

/** `count` below zero brings gifts back; a gift that is no longer entered anywhere cannot be counted back. */
const takeGift = async (trx: Db, caller: Caller, now: Date, name: string, count: number): Promise<void> => {
  const gift = await trx
    .selectFrom('gift')
    .select(['id', 'in_store', 'version'])
    .where('branch_id', '=', caller.branchId)
    .where('name', '=', name)
    .forUpdate()
    .executeTakeFirst()
  if (!gift) {
    if (count < 0) return
    return fail('rule.refused', { reasons: [{ code: 'gift.unknown', params: { gift: name } }] })
  }
  if (gift.in_store < count)
    return fail('rule.refused', {
      reasons: [{ code: 'gift.short', params: { gift: name, left: gift.in_store, wanted: count } }],
    })
  await trx
    .updateTable('gift')
    .set({
      in_store: gift.in_store - count,
      version: gift.version + 1,
      changed_at: now,
      changed_by: caller.staffId,
    })
    .where('branch_id', '=', caller.branchId)
    .where('id', '=', gift.id)
    .execute()
}
