import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'
import { customerRecords } from './customer-records.ts'
import { caseRecords, handOverRecords, staffRecords } from './desk-records.ts'
import { promiseRecords, promiseRecordsNow, touchRecords } from './promise-records.ts'
import type { At, Records, Wanted } from './records.ts'
import type { Whose } from './whose.ts'

/** The records behind a figure: as many as it says, by the very rule that made it. [P-18] */
export const openFigure = async (db: Db, caller: Caller, whose: Whose, wanted: Wanted, at: At): Promise<Records> => {
  const { query } = wanted
  if (query === 'touches.made') return touchRecords(db, caller, whose, wanted, at)
  if (query === 'cases.late') return caseRecords(db, caller, whose, at)
  if (query === 'handOvers.late') return handOverRecords(db, caller, whose, at)
  if (query === 'promises.dueNow' || query === 'promises.untoldNow')
    return promiseRecordsNow(db, caller, whose, query, at)
  if (query.startsWith('promises.')) return promiseRecords(db, caller, whose, wanted, at)
  if (query.startsWith('customers.')) return customerRecords(db, caller, whose, wanted, at)
  if (query.startsWith('staff.')) return staffRecords(db, caller, whose, query, at)
  return { total: 0, rows: [] }
}
