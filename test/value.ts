import type { Day, Month } from '#domain/kernel/day.ts'
import type { Fen } from '#domain/kernel/money.ts'
import { monthNumber } from '#server/db/month-number.ts'
import type { Db } from '#server/db/pool.ts'

/** Bills of one customer, oldest first, the last in `until`; null is a month without a bill. */
export const paysUntil = async (
  { db }: { db: Db },
  customerId: string,
  until: Month,
  fen: readonly (Fen | null)[],
  kind = 'total',
): Promise<void> => {
  const last = Number(until.slice(0, 4)) * 12 + Number(until.slice(5)) - 1
  const rows = fen.flatMap((amount, i) => {
    const index = last + i + 1 - fen.length
    const month = `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
    return amount === null
      ? []
      : [{ branch_id: 1, customer_id: customerId, month: monthNumber(month), kind, amount_fen: amount }]
  })
  if (rows.length > 0) await db.insertInto('bill').values(rows).execute()
}

/** The same amount for a whole year. */
export const aYearOf = (fen: Fen): Fen[] => Array.from({ length: 12 }, () => fen)

/** What was known of a customer on a day, and whether they left afterwards. */
export const isKnownAs = async (
  { db }: { db: Db },
  customerId: string,
  asOf: Day,
  attributes: Record<string, string | number>,
  left: boolean | null = null,
): Promise<void> => {
  await db
    .insertInto('attribute_snapshot')
    .values({
      branch_id: 1,
      customer_id: customerId,
      as_of: asOf,
      attributes: JSON.stringify(attributes),
      left_later: left,
    })
    .execute()
}
