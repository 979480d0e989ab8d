import type { Received, Reply } from '#api/endpoint.ts'
import type { valueEndpoints } from '#api/value.ts'
import type { Month } from '#domain/kernel/day.ts'
import { type OverviewRow, overviewsOf, tierCounts } from '#domain/portfolio/overview.ts'
import type { TierRules } from '#domain/portfolio/rules.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'
import { TAUGHT_SHARE } from './compute-month.ts'
import { monthsOf, summaryOf } from './months.ts'
import { movementsSince } from './movement.ts'
import { reachesEveryone, reachOfCaller, standingsWithin } from './reach.ts'
import { ruleVersion } from './rules.ts'

type ValueEndpoint = (typeof valueEndpoints)['GET /api/value']
type Query = Received<ValueEndpoint>['query']

/** The reader's portfolio in a month, the newest unless another is asked for. [K-01][K-02][K-03][M-05] */
export const showValue = async (db: Db, caller: Caller, query: Query): Promise<Reply<ValueEndpoint>> => {
  const months = await monthsOf(db, caller.branchId)
  const shown = months.find(({ month }) => month === query.month) ?? months[0] ?? null
  const share = query.share ?? TAUGHT_SHARE
  if (!shown) return { months, shown, rule: null, share, overviews: [], tiers: [], movements: [] }
  const { rules } = await ruleVersion(db, caller.branchId, shown.ruleNumber)
  const tiers = query.tiers?.split(',').filter(Boolean)
  const figures = await figuresOf(db, caller, shown.month, rules, { share, tiers })
  const rule = { number: shown.ruleNumber, version: rules.version, validFrom: rules.validFrom }
  return { months, shown, rule, share, ...figures } as Reply<ValueEndpoint>
}

type Ask = { share: number; tiers: string[] | undefined }

/** Those who reach the whole branch get what the run kept, unless they ask for another share or other tiers. */
const figuresOf = async (db: Db, caller: Caller, month: Month, rules: TierRules, ask: Ask) => {
  const summary = await summaryOf(db, caller.branchId, month)
  const everyone = await reachesEveryone(db, caller, 'value.read')
  if (everyone && !ask.tiers && ask.share === TAUGHT_SHARE) {
    const { overviews, tiers, movements } = summary
    return { overviews, tiers, movements }
  }
  const rows = await overviewRows(db, caller, month)
  return {
    overviews: overviewsOf(rows, rules, ask),
    tiers: tierCounts(rows, rules, summary.borders),
    movements: everyone
      ? summary.movements
      : await movementsSince(db, caller.branchId, month, rules, reachOfCaller(db, caller, 'value.read')),
  }
}

const overviewRows = async (db: Db, caller: Caller, month: Month): Promise<OverviewRow[]> => {
  const rows = await standingsWithin(db, caller, 'value.read', month)
    .select(['standing.kind', 'standing.state', 'standing.tier', 'standing.paid12_fen', 'standing.months_billed'])
    .execute()
  return rows.flatMap(({ kind, state, tier, paid12_fen, months_billed }) =>
    kind === null ? [] : [{ kind, present: state !== 'left', tier, paid12: paid12_fen ?? 0, months: months_billed }],
  )
}
