import type { Selectable } from 'kysely'
import { addDays, type Day } from '#domain/kernel/day.ts'
import type { Id } from '#domain/kernel/id.ts'
import type { Answer } from '#domain/satisfaction/answer.ts'
import { byDimension, byLens } from '#domain/satisfaction/lens.ts'
import { type ItemGap, servqualOf, type Sheet } from '#domain/satisfaction/servqual.ts'
import type { Db } from '#server/db/pool.ts'
import type { Tables } from '#server/db/tables.ts'
import type { Caller } from '#server/http/handler.ts'
import { customersWithin } from '#server/customer/filter.ts'

export type SurveyRow = Selectable<Tables['survey']>
type AnswerRow = Selectable<Tables['survey_answer']>

/** Figures look this far back: long enough for an answer whose year is over, and the one before it. */
const LOOKS_BACK_DAYS = 1096

const answerOf = ({ id, customer_id, matter, asks, score, on_day, words }: AnswerRow): Answer => ({
  id,
  customerId: customer_id,
  matter,
  asks,
  score,
  on: on_day,
  words,
})

/** All answers of one customer. */
export const answersOf = async (db: Db, branchId: number, customerId: Id): Promise<Answer[]> => {
  const rows = await db
    .selectFrom('survey_answer')
    .selectAll()
    .where('branch_id', '=', branchId)
    .where('customer_id', '=', customerId)
    .orderBy('on_day')
    .orderBy('id')
    .execute()
  return rows.map(answerOf)
}

/** The answers of every customer the caller may talk to, of the last three years. */
export const answersWithin = async (db: Db, caller: Caller, today: Day): Promise<Answer[]> => {
  const rows = await customersWithin(db, caller, 'contact.run')
    .innerJoin('survey_answer', (on) =>
      on.on('survey_answer.branch_id', '=', caller.branchId).onRef('survey_answer.customer_id', '=', 'customer.id'),
    )
    .selectAll('survey_answer')
    .where('survey_answer.on_day', '>=', addDays(today, -LOOKS_BACK_DAYS))
    .orderBy('survey_answer.on_day')
    .orderBy('survey_answer.id')
    .execute()
  return rows.map(answerOf)
}

/** The items of two sheets as they count; what is kept has been checked when it came. */
export const itemsOf = ({ expected, experienced }: { expected: unknown; experienced: unknown }): ItemGap[] => {
  const result = servqualOf(expected as Sheet, experienced as Sheet)
  return result.ok ? result.value.items : []
}

/** Items in the order they were asked, with both ways to look at them. */
export const viewsOf = (items: ItemGap[]) => ({ items, dimensions: byDimension(items), lens: byLens(items) })
