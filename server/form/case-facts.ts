import { clockText, wallClockAt } from '#domain/kernel/zone.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'
import { bothWays, type FactsAsked, type Known, nothing } from './known.ts'

/** The case asked for; else the customer's one that is open, else the one settled last: its times are the report's [P-26]. */
export const caseFacts = async (db: Db, caller: Caller, { customerId, caseId }: FactsAsked): Promise<Known> => {
  const row = await db
    .selectFrom('service_case')
    .selectAll()
    .where('branch_id', '=', caller.branchId)
    .where('customer_id', '=', customerId ?? '')
    .$if(caseId !== undefined, (query) => query.where('id', '=', caseId ?? ''))
    .orderBy('closed_at', (order) => order.desc().nullsFirst())
    .orderBy('opened_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return nothing
  const at = (moment: Date): string => {
    const { day, minute } = wallClockAt(moment, caller.timeZone)
    return `${day} ${clockText(minute)}`
  }
  const until = row.closed_at ?? row.answered_at
  const minutes = until === null ? null : Math.round((until.getTime() - row.opened_at.getTime()) / 60_000)
  return {
    single: {
      'case.code': row.code,
      'case.what': row.what,
      ...(row.said && { 'case.said': row.said }),
      'case.opened': at(row.opened_at),
      ...(row.answered_at && { 'case.answered': at(row.answered_at) }),
      ...(row.closed_at && { 'case.closed': at(row.closed_at) }),
      ...(minutes !== null && { 'case.took': bothWays(({ took }) => took(Math.floor(minutes / 60), minutes % 60)) }),
      ...(row.answer && { 'case.answer': row.answer }),
      ...(row.felt && { 'case.felt': row.felt }),
    },
    rows: {},
  }
}
