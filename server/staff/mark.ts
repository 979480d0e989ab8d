import { exportMark } from '#domain/import/mark.ts'
import type { Language } from '#domain/kernel/said.ts'
import { clockText, wallClockAt } from '#domain/kernel/zone.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'
import { namesOf } from './names.ts'

/** The last line of a list that leaves: who takes it and when, so that a copy that turns up somewhere says where it came from. */
export const markRow = async (db: Db, caller: Caller, at: Date, language: Language): Promise<[string]> => {
  const { day, minute } = wallClockAt(at, caller.timeZone)
  const names = await namesOf(db, caller.branchId, [caller.staffId])
  return [exportMark(language, names.get(caller.staffId) ?? '', day, clockText(minute))]
}
