import type { ExpressionBuilder } from 'kysely'
import type { Answers } from '#domain/form/answer.ts'
import type { Layout } from '#domain/form/layout.ts'
import type { Signatures, Standing } from '#domain/form/standing.ts'
import { scopeOf } from '#domain/staff/scope.ts'
import { customersWithin } from '#server/customer/filter.ts'
import type { Db } from '#server/db/pool.ts'
import type { Tables } from '#server/db/tables.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller } from '#server/http/handler.ts'
import { layoutOf } from './load.ts'

/**
 * Forms a caller may see: those of customers they may read, their own sheets about a day, and, for a lead, the day's sheets of the
 * unit. What is its owner's alone is seen by nobody else [P-24]; a draft put away by its author only.
 */
export const mayRead = (db: Db, caller: Caller) => (eb: ExpressionBuilder<Tables, 'form'>) => {
  const team = scopeOf(caller, 'team.read')
  const units = team.kind === 'units' ? team.unitIds : []
  const mine = eb('form.author_id', '=', caller.staffId)
  const ofUnit = units.length > 0 ? [eb('form.unit_id', 'in', [...units])] : []
  return eb.and([
    eb.or([mine, eb.and([eb('form.own', '=', false), eb('form.state', '<>', 'dropped')])]),
    eb.or([
      eb.and([eb('form.customer_id', 'is', null), eb.or([mine, ...ofUnit])]),
      eb('form.customer_id', 'in', customersWithin(db, caller, 'customer.read').select('customer.id')),
    ]),
  ])
}

export const formsWithin = (db: Db, caller: Caller) =>
  db.selectFrom('form').where('form.branch_id', '=', caller.branchId).where(mayRead(db, caller))

/** A form the caller may see; not there and not allowed look the same. */
export const requireForm = async (db: Db, caller: Caller, id: string, { lock = false } = {}) => {
  const row = await formsWithin(db, caller)
    .selectAll('form')
    .where('form.id', '=', id)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst()
  return row ?? fail('record.not_found')
}

export type FormRow = Awaited<ReturnType<typeof requireForm>>

export const standingOf = (row: FormRow): Standing => ({
  state: row.state,
  answers: row.answers as Answers,
  signatures: row.signatures as unknown as Signatures,
})

/** The layout a form was filled in with, which is there for good. */
export const itsLayout = async (db: Db, row: Pick<FormRow, 'layout_hash'>): Promise<Layout> => {
  const layout = await layoutOf(db, row.layout_hash)
  if (!layout) throw new Error(`no form ${row.layout_hash}`)
  return layout
}

/** Whether this caller may say yes or no to it: a lead who reaches the customer, never the author. */
export const reachesApproval = async (db: Db, caller: Caller, customerId: string | null): Promise<boolean> => {
  if (scopeOf(caller, 'form.approve').kind === 'none') return false
  if (customerId === null) return true
  const reached = await customersWithin(db, caller, 'form.approve')
    .where('customer.id', '=', customerId)
    .select('customer.id')
    .executeTakeFirst()
  return reached !== undefined
}

/** Who may write in a form about a customer is who may talk to that customer; a day's sheet is its author's. */
export const writesIn = async (db: Db, caller: Caller, row: Pick<FormRow, 'customer_id' | 'author_id' | 'own'>) => {
  if (row.author_id === caller.staffId) return true
  if (row.own || row.customer_id === null) return false
  const reached = await customersWithin(db, caller, 'contact.run')
    .where('customer.id', '=', row.customer_id)
    .select('customer.id')
    .executeTakeFirst()
  return reached !== undefined
}
