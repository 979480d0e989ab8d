import type { insightEndpoints } from '#api/insight.ts'
import type { Reply } from '#api/endpoint.ts'
import { monthNumber } from '#server/db/month-number.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'
import { coveredGroups, coverageIn } from './coverage.ts'
import { notesOn, openPeople } from './own-first.ts'
import { promisesIn } from './promises.ts'
import { type Asked, spanOf } from './span.ts'
import { spreadOf } from './spread.ts'
import { colleaguesOf, ownOf } from './whose.ts'
import { workloadNow } from './workload.ts'

type Own = Reply<(typeof insightEndpoints)['GET /api/me/figures']>

/** One's own month, and where it lies among the colleagues of the unit, who stay nameless. */
export const showOwn = async (db: Db, caller: Caller, asked: Asked): Promise<Own> => {
  const { span, now, today } = asked
  const own = ownOf(caller)
  const unit = await colleaguesOf(db, caller)
  const [promises, groups, theirs, open] = await Promise.all([
    promisesIn(db, caller, own, span, now, today),
    coveredGroups(db, caller, own, span.through),
    promisesIn(db, caller, unit, span, now, today),
    openPeople(db, caller.branchId, unit, span.month, today),
  ])
  const { loads, border } = await workloadNow(db, caller, own, { now, today })
  const none = {
    staffId: caller.staffId,
    name: caller.name,
    hours: 0,
    minutes: 0,
    customers: 0,
    over: false,
    away: false,
  }
  const spread = { records: theirs.records, period: theirs.period, now }
  return {
    ...spanOf(asked),
    promises: promises.figures,
    coverage: await coverageIn(db, caller, groups, { unit: null, day: span.through }),
    load: loads[0] ?? none,
    border,
    spread: await spreadOf(db, caller, unit, span.month, spread, new Set([...open, caller.staffId])),
    seen: await hasSeen(db, caller, asked),
    notes: await notesOn(db, caller.branchId, [caller.staffId], span.month),
  }
}

const hasSeen = async (db: Db, caller: Caller, { span }: Asked): Promise<boolean> => {
  const row = await db
    .selectFrom('own_figure')
    .select('staff_id')
    .where('branch_id', '=', caller.branchId)
    .where('staff_id', '=', caller.staffId)
    .where('month', '=', monthNumber(span.month))
    .executeTakeFirst()
  return row !== undefined
}
