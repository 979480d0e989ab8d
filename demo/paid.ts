import type { Id } from '#domain/kernel/id.ts'
import type { Rows } from './rows.ts'

/** The first of the twelve months that count. */
const YEAR_AGO = 202511

type Bill = { customer_id: Id; month: number; amount_fen: number }

/** What each customer paid in the last twelve months, in fen. */
export const paidThisYear = (rows: Rows): Map<Id, number> => {
  const paid = new Map<Id, number>()
  for (const { customer_id, month, amount_fen } of rows.all<Bill>('bill'))
    if (month >= YEAR_AGO) paid.set(customer_id, (paid.get(customer_id) ?? 0) + amount_fen)
  return paid
}
