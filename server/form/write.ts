import type { Received } from '#api/endpoint.ts'
import type { formEndpoints } from '#api/form.ts'
import { type Answers, changedAnswers, fitsField } from '#domain/form/answer.ts'
import { type Layout, signFields, writtenFields } from '#domain/form/layout.ts'
import { type FormRefusal, maySign, mayWrite, type Signature, type Standing } from '#domain/form/standing.ts'
import { type Day, dayIn, isDay } from '#domain/kernel/day.ts'
import { requireCustomer } from '#server/customer/show.ts'
import { requirePerson } from '#server/customer/require-person.ts'
import { audit } from '#server/db/audit.ts'
import { type Db, inTransaction } from '#server/db/pool.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller } from '#server/http/handler.ts'
import { currentLayouts, layoutOf, type StoredLayout } from './load.ts'
import { type FormRow, itsLayout, reachesApproval, requireForm, standingOf, writesIn } from './require-form.ts'
import { settle } from './settle.ts'

type Body = Received<(typeof formEndpoints)['PUT /api/forms/:id']>['body']
type SignBody = Received<(typeof formEndpoints)['PUT /api/forms/:id/signatures/:field']>['body']
export type Kept = { version: number; state: Standing['state'] }

export const refuseForm = (reason: FormRefusal): never => fail('rule.refused', { reasons: [reason] })

/**
 * Begins a form or writes in it, signs it where signatures come along, and files it with the last one it needs: all in one
 * transaction, so that a form filled in without a network arrives whole, once, however often it is sent.
 */
export const putForm = async (db: Db, caller: Caller, now: Date, id: string, body: Body): Promise<Kept> =>
  inTransaction(db, async (trx) => {
    const there = await trx
      .selectFrom('form')
      .select('id')
      .where('branch_id', '=', caller.branchId)
      .where('id', '=', id)
      .executeTakeFirst()
    if (!there) await beginForm(trx, caller, now, id, body)
    const row = await requireForm(trx, caller, id, { lock: true })
    if (row.key !== body.key || row.customer_id !== body.customerId) return fail('record.exists')
    if (!(await writesIn(trx, caller, row))) return fail('record.not_found')
    const layout = await itsLayout(trx, row)
    await writeAnswers(trx, caller, now, row, layout, body.changes)
    for (const { field, ...signature } of body.signatures) await addSignature(trx, caller, now, id, field, signature)
    if (body.signatures.length > 0) await settle(trx, caller, now, id)
    return keptOf(trx, caller, id)
  })

const keptOf = async (trx: Db, caller: Caller, id: string): Promise<Kept> => {
  const { version, state } = await requireForm(trx, caller, id)
  return { version, state }
}

/** The layout a writer names by hash may be an older one by now; without a hash, the one in use. */
const layoutFor = async (
  trx: Db,
  branchId: number,
  { key, hash }: Pick<Body, 'key' | 'hash'>,
): Promise<Pick<StoredLayout, 'hash' | 'layout'>> => {
  const named = hash === undefined ? null : await layoutOf(trx, hash)
  if (named && hash !== undefined && named.id === key) return { hash, layout: named }
  const current = (await currentLayouts(trx, branchId)).find(({ layout }) => layout.id === key)
  return current ?? refuseForm({ code: 'form.gone', params: {} })
}

const beginForm = async (trx: Db, caller: Caller, now: Date, id: string, body: Body): Promise<void> => {
  const { hash, layout } = await layoutFor(trx, caller.branchId, body)
  const customerId = layout.about === 'day' ? null : body.customerId
  if (customerId !== body.customerId || (layout.about === 'customer' && customerId === null))
    return refuseForm({ code: 'form.notFor', params: { kind: '' } })
  if (customerId !== null) await requireAbout(trx, caller, layout, customerId, body)
  const unit = await trx
    .selectFrom('staff')
    .select('unit_id')
    .where('branch_id', '=', caller.branchId)
    .where('id', '=', caller.staffId)
    .executeTakeFirstOrThrow()
  await trx
    .insertInto('form')
    .values({
      branch_id: caller.branchId,
      id,
      layout_hash: hash,
      key: layout.id,
      customer_id: customerId,
      contact_person_id: body.personId ?? null,
      run_id: body.runId ?? null,
      case_id: body.caseId ?? null,
      appointment_id: body.appointmentId ?? null,
      after_id: body.afterId ?? null,
      author_id: caller.staffId,
      unit_id: unit.unit_id,
      own: layout.for === 'owner',
      on_day: body.onDay ?? dayIn(now, caller.timeZone),
      state: 'draft',
      made_at: now,
      changed_at: now,
    })
    .execute()
  await audit(trx, caller.branchId, caller.staffId, now, {
    action: 'form.begun',
    entity: 'form',
    entityId: id,
    ...(customerId !== null && { customerId }),
    version: 1,
    params: { form: layout.id },
  })
}

/** Everything a form is tied to belongs to the one customer, who is of a kind it is for. */
const requireAbout = async (trx: Db, caller: Caller, layout: Layout, customerId: string, body: Body): Promise<void> => {
  const customer = await requireCustomer(trx, caller, customerId, 'contact.run')
  if (layout.customerKinds && !layout.customerKinds.includes(customer.kind))
    refuseForm({ code: 'form.notFor', params: { kind: customer.kind } })
  if (body.personId) await requirePerson(trx, caller, customerId, body.personId)
  const ties = [
    ['run', body.runId],
    ['service_case', body.caseId],
    ['appointment', body.appointmentId],
    ['form', body.afterId],
  ] as const
  for (const [table, tied] of ties) {
    if (!tied) continue
    const found = await trx
      .selectFrom(table)
      .select('id')
      .where('branch_id', '=', caller.branchId)
      .where('id', '=', tied)
      .where('customer_id', '=', customerId)
      .executeTakeFirst()
    if (!found) fail('record.not_found')
  }
}

type Written = Record<string, { by: string; at: string }>

const writeAnswers = async (
  trx: Db,
  caller: Caller,
  now: Date,
  row: FormRow,
  layout: Layout,
  changes: Body['changes'],
): Promise<void> => {
  const form = standingOf(row)
  const { answers, conflicts } = changedAnswers(form.answers, changes)
  const changed = changes.filter(({ field, to }) => JSON.stringify(form.answers[field] ?? null) !== JSON.stringify(to))
  if (changed.length === 0) return
  // Sent again after it was signed, nothing differs any more; what does differ comes too late.
  if (!mayWrite(form)) return refuseForm({ code: 'form.fixed', params: {} })
  const written = row.written as Written
  if (conflicts.length > 0)
    return fail('record.conflict', {
      conflicts: conflicts.map((one) => ({
        ...one,
        by: written[one.field]?.by ?? '',
        at: written[one.field]?.at ?? row.changed_at.toISOString(),
      })),
    })
  for (const { field, to } of changed) requireFit(layout, field, to)
  const at = now.toISOString()
  await trx
    .updateTable('form')
    .set({
      answers: JSON.stringify(answers),
      written: JSON.stringify({
        ...written,
        ...Object.fromEntries(changed.map(({ field }) => [field, { by: caller.name, at }])),
      }),
      due_on: dueOf(layout, answers),
      changed_at: now,
      version: row.version + 1,
    })
    .where('branch_id', '=', caller.branchId)
    .where('id', '=', row.id)
    .execute()
}

const requireFit = (layout: Layout, field: string, to: unknown): void => {
  const known = writtenFields(layout).find(({ id }) => id === field)
  if (!known || (to !== null && !fitsField(known, to))) refuseForm({ code: 'form.unfit', params: { field } })
}

export const dueOf = (layout: Layout, answers: Answers): Day | null => {
  const day = layout.due === undefined ? undefined : answers[layout.due]
  return typeof day === 'string' && isDay(day) ? day : null
}

/** Signs, and files the form with the last signature it needs. */
export const signForm = async (
  db: Db,
  caller: Caller,
  now: Date,
  { id, field }: { id: string; field: string },
  body: SignBody,
): Promise<Kept> =>
  inTransaction(db, async (trx) => {
    await addSignature(trx, caller, now, id, field, body)
    await settle(trx, caller, now, id)
    return keptOf(trx, caller, id)
  })

/** The same signature sent again is the same; another one at a place that is signed is refused. */
const addSignature = async (
  trx: Db,
  caller: Caller,
  now: Date,
  id: string,
  field: string,
  { name, path, at }: Signature,
): Promise<void> => {
  const row = await requireForm(trx, caller, id, { lock: true })
  const layout = await itsLayout(trx, row)
  const form = standingOf(row)
  const there = form.signatures[field]
  if (there?.name === name && there.path === path) return
  const place = signFields(layout).find((one) => one.id === field)
  const mayPlace =
    place?.by === 'head'
      ? (await reachesApproval(trx, caller, row.customer_id)) || (await writesIn(trx, caller, row))
      : await writesIn(trx, caller, row)
  if (!mayPlace) return fail('record.not_found')
  const may = maySign(layout, form, field)
  if (!may.ok) return refuseForm(may.error)
  const moment = new Date(Math.min(new Date(at).getTime(), now.getTime())).toISOString()
  await trx
    .updateTable('form')
    .set({
      signatures: JSON.stringify({ ...form.signatures, [field]: { name, path, at: moment } }),
      changed_at: now,
      version: row.version + 1,
    })
    .where('branch_id', '=', caller.branchId)
    .where('id', '=', id)
    .execute()
  await audit(trx, caller.branchId, caller.staffId, now, {
    action: 'form.signed',
    entity: 'form',
    entityId: id,
    ...(row.customer_id !== null && { customerId: row.customer_id }),
    version: row.version + 1,
    params: { form: row.key, place: field, drawn: path !== null },
  })
}
