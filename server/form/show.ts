import type { Reply } from '#api/endpoint.ts'
import type { formEndpoints } from '#api/form.ts'
import { actsOn } from '#domain/form/acts.ts'
import type { Answer, AnswerRow } from '#domain/form/answer.ts'
import { fieldsOf, type Layout } from '#domain/form/layout.ts'
import { type Day, dayIn } from '#domain/kernel/day.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'
import { namesOf } from '#server/staff/names.ts'
import { lineOf } from './list.ts'
import { layoutOf } from './load.ts'
import { type FormRow, itsLayout, reachesApproval, requireForm, standingOf, writesIn } from './require-form.ts'
import { isDue } from './to-see.ts'

type Shown = Reply<(typeof formEndpoints)['GET /api/forms/:id']>

/** One form, whole: what the page and the paper are made from. */
export const showForm = async (db: Db, caller: Caller, now: Date, id: string): Promise<Shown> => {
  const row = await requireForm(db, caller, id)
  const layout = await itsLayout(db, row)
  const form = standingOf(row)
  const [names, people, customer, person, after, corrected, followed, made, reader, due] = await Promise.all([
    namesIn(db, caller, layout, form.answers),
    namesOf(db, caller.branchId, [row.author_id, ...(row.decided_by ? [row.decided_by] : [])]),
    nameOf(db, caller, 'customer', row.customer_id),
    nameOf(db, caller, 'contact_person', row.contact_person_id),
    formBefore(db, caller, row.after_id),
    one(db, caller, 'corrects_id', id),
    one(db, caller, 'after_id', id),
    madeBy(db, caller, id),
    readerOf(db, caller, row),
    hasCome(db, caller, id, dayIn(now, caller.timeZone)),
  ])
  const line = await lineOf(db, {
    ...row,
    customer_name: customer?.name ?? null,
    author_name: people.get(row.author_id) ?? '',
    due,
  })
  return {
    ...line,
    layout,
    person,
    caseId: row.case_id,
    after,
    correctedBy: corrected?.id ?? null,
    followedBy: followed ?? null,
    answers: form.answers as Shown['answers'],
    signatures: form.signatures,
    names,
    decided:
      row.decided_by && row.decided_at
        ? { by: people.get(row.decided_by) ?? '', at: row.decided_at.toISOString(), note: row.decision_note }
        : null,
    made,
    ...actsOn(layout, form, reader),
    version: row.version,
  }
}

const hasCome = async (db: Db, caller: Caller, id: string, today: Day): Promise<boolean> =>
  (await db
    .selectFrom('form')
    .select('form.id')
    .where('form.branch_id', '=', caller.branchId)
    .where('form.id', '=', id)
    .where(isDue(today))
    .executeTakeFirst()) !== undefined

const nameOf = async (db: Db, caller: Caller, table: 'customer' | 'contact_person', id: string | null) =>
  id === null
    ? null
    : ((await db
        .selectFrom(table)
        .select(['id', 'name'])
        .where('branch_id', '=', caller.branchId)
        .where('id', '=', id)
        .executeTakeFirst()) ?? null)

const formBefore = async (db: Db, caller: Caller, id: string | null) => {
  if (id === null) return null
  const row = await db
    .selectFrom('form')
    .select('layout_hash')
    .where('branch_id', '=', caller.branchId)
    .where('id', '=', id)
    .executeTakeFirst()
  const layout = row && (await layoutOf(db, row.layout_hash))
  return layout ? { id, name: layout.id } : null
}

const one = (db: Db, caller: Caller, by: 'corrects_id' | 'after_id', id: string) =>
  db
    .selectFrom('form')
    .select(['id', 'key'])
    .where('branch_id', '=', caller.branchId)
    .where(by, '=', id)
    .where('state', '<>', 'dropped')
    .orderBy('made_at', 'desc')
    .limit(1)
    .executeTakeFirst()

/** Colleagues that answers name by id. */
const namesIn = async (db: Db, caller: Caller, layout: Layout, answers: Readonly<Record<string, Answer>>) => {
  const ids = fieldsOf(layout).flatMap(({ id, columns = [] }) => {
    const answer = answers[id]
    const wanted = columns.filter(({ kind }) => kind === 'colleague')
    if (wanted.length === 0 || !Array.isArray(answer)) return []
    return (answer as readonly AnswerRow[]).flatMap((row) => wanted.map((column) => String(row[column.id] ?? '')))
  })
  return Object.fromEntries(
    await namesOf(
      db,
      caller.branchId,
      ids.filter((id) => /^[0-9a-f-]{36}$/i.test(id)),
    ),
  )
}

const madeBy = async (db: Db, caller: Caller, id: string): Promise<Shown['made']> => {
  const rows = await db
    .selectFrom('form_promise')
    .innerJoin('promise', (on) =>
      on.onRef('promise.branch_id', '=', 'form_promise.branch_id').onRef('promise.id', '=', 'form_promise.promise_id'),
    )
    .innerJoin('staff', (on) =>
      on.onRef('staff.branch_id', '=', 'promise.branch_id').onRef('staff.id', '=', 'promise.owner_id'),
    )
    .select(['promise.id', 'promise.what', 'promise.due_at', 'promise.state', 'promise.told_at', 'staff.name'])
    .where('form_promise.branch_id', '=', caller.branchId)
    .where('form_promise.form_id', '=', id)
    .orderBy('form_promise.row_number')
    .execute()
  return rows.map((row) => ({
    promiseId: row.id,
    what: row.what,
    owner: row.name,
    dueAt: row.due_at.toISOString(),
    state: row.state,
    toldAt: row.told_at?.toISOString() ?? null,
  }))
}

const readerOf = async (db: Db, caller: Caller, row: FormRow) => {
  const [writes, mayApprove] = await Promise.all([
    writesIn(db, caller, row),
    reachesApproval(db, caller, row.customer_id),
  ])
  return { writes, mayApprove, isAuthor: row.author_id === caller.staffId }
}
