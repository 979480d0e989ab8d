import { sql } from 'kysely'
import { type OutletMonth, outletLevels } from '#domain/customer/outlet-level.ts'
import { addMonths, type Month } from '#domain/kernel/day.ts'
import { monthNumber } from '#server/db/month-number.ts'
import type { Trx } from '#server/db/pool.ts'

/** Reckons the level of every outlet that ordered in a month, in place of what the month said before [K-30]. */
export const levelOutlets = async (trx: Trx, branchId: number, month: Month): Promise<number> => {
  const { rows: months } = await sql<OutletMonth>`
    select o.customer_id as "customerId", coalesce(c.dossier ->> 'marketType', '') as market,
      sum(o.quantity)::int as quantity, count(distinct o.product)::int as brands,
      round(sum(o.amount_fen) / nullif(sum(o.quantity) filter (where o.amount_fen is not null), 0))::int as "averagePriceFen",
      avg(o.paid_electronically::int)::float8 as "paidElectronically"
    from outlet_order o join customer c on c.branch_id = o.branch_id and c.id = o.customer_id
    where o.branch_id = ${branchId} and c.kind = 'outlet' and c.merged_into is null
      and o.ordered_on >= ${`${month}-01`}::date and o.ordered_on < ${`${addMonths(month, 1)}-01`}::date
    group by 1, 2 having sum(o.quantity) > 0`.execute(trx)
  const number = monthNumber(month)
  await sql`delete from outlet_level where branch_id = ${branchId} and month = ${number}`.execute(trx)
  if (months.length === 0) return 0
  const known = new Map(months.map((one) => [one.customerId, one]))
  const rows = outletLevels(months).flatMap(({ customerId, parts, score, level }) => {
    const one = known.get(customerId)
    return one
      ? [
          {
            branch_id: branchId,
            month: number,
            customer_id: customerId,
            quantity: one.quantity,
            brands: one.brands,
            average_price_fen: one.averagePriceFen,
            paid_electronically: one.paidElectronically,
            parts,
            score,
            level,
          },
        ]
      : []
  })
  await sql`insert into outlet_level
    select * from jsonb_populate_recordset(null::outlet_level, ${JSON.stringify(rows)}::text::jsonb)`.execute(trx)
  return rows.length
}
