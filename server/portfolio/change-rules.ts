import type { Reply } from '#api/endpoint.ts'
import type { valueEndpoints } from '#api/value.ts'
import { tierCounts } from '#domain/portfolio/overview.ts'
import { cardTiers, postalClasses, startingRules } from '#domain/portfolio/presets.ts'
import { problemsOf, type TierRules } from '#domain/portfolio/rules.ts'
import { rankTotals } from '#domain/portfolio/tier.ts'
import { reachOf } from '#domain/staff/scope.ts'
import { audit } from '#server/db/audit.ts'
import { monthNumber } from '#server/db/month-number.ts'
import { type Db, inTransaction, type Trx } from '#server/db/pool.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller } from '#server/http/handler.ts'
import { askForJob } from '#server/jobs/ask.ts'
import { monthsOf, summaryOf } from './months.ts'
import { ruleVersions } from './rules.ts'
import { standingColumns, standingOf } from './watch.ts'

/** The name the monthly run is asked for with. */
export const MONTHLY_RUN = 'monthly-run'

/** For those who read what customers are worth, and those who set the rules of it; to others the borders say nothing they need. */
export const showRules = async (
  db: Db,
  { branchId, roles }: Caller,
): Promise<Reply<(typeof valueEndpoints)['GET /api/tier-rules']>> => {
  if (!reachOf(roles, 'value.read') && !reachOf(roles, 'value.rule')) return fail('access.denied')
  const versions = await ruleVersions(db, branchId)
  const people = await db.selectFrom('staff').select(['id', 'name']).where('branch_id', '=', branchId).execute()
  const nameOf = new Map(people.map(({ id, name }) => [id, name]))
  const shown = versions.map(({ number, rules, actorId, since }) => ({
    number,
    rules,
    by: (actorId && nameOf.get(actorId)) ?? null,
    since: since.getTime() === 0 ? null : since.toISOString(),
  }))
  const templates = [
    { key: 'starting', kinds: startingRules.kinds },
    { key: 'postal', kinds: { group: postalClasses } },
    { key: 'card', kinds: { person: cardTiers } },
  ]
  return { versions: shown, templates } as Reply<(typeof valueEndpoints)['GET /api/tier-rules']>
}

/** How many customers of the newest month would stand where, were these the rules; nothing is written. */
export const previewRules = async (db: Db, caller: Caller, rules: TierRules) => {
  const problems = problemsOf(rules)
  const [newest] = await monthsOf(db, caller.branchId)
  if (!newest) return { problems, before: [], after: [] }
  const { tiers: before } = await summaryOf(db, caller.branchId, newest.month)
  if (problems.length > 0) return { problems, before, after: [] }
  const rows = await db
    .selectFrom('standing')
    .where('branch_id', '=', caller.branchId)
    .where('month', '=', monthNumber(newest.month))
    .select(standingColumns)
    .execute()
  const totals = rows.flatMap(standingOf)
  const { places, borders } = rankTotals(totals, rules)
  const placed = totals.map((total, i) => ({ ...total, tier: places[i]?.tier ?? null }))
  return { problems, before, after: tierCounts(placed, rules, borders) }
}

/**
 * Adds a version of the rules under the next number and asks for the newest month to be computed again by it. The same
 * rules sent twice are one version; other rules under a number that is taken are refused, and nothing is lost. [K-29]
 */
export const saveRules = async (db: Db, caller: Caller, at: Date, number: number, rules: TierRules) => {
  const reasons = problemsOf(rules)
  if (reasons.length > 0) return fail('rule.refused', { reasons })
  return inTransaction(db, async (trx) => {
    const versions = await storedVersions(trx, caller, at)
    const taken = versions.find((version) => version.number === number)
    if (!taken && number !== (versions[0]?.number ?? 0) + 1)
      return fail('record.exists', { params: { field: 'number', value: String(number) } })
    if (taken && !sameRules(taken.rules, rules))
      return fail('record.exists', { params: { field: 'version', value: taken.rules.version } })
    if (!taken) await writeVersion(trx, caller, at, number, rules)
    return { number, jobId: await askForRun(trx, caller, at) }
  })
}

/** Key order is the writer's; the store sorts keys. */
const sameRules = (one: unknown, other: unknown): boolean => canonical(one) === canonical(other)

const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  )

/** The versions, the starting rules among them written down the first time somebody changes them. */
const storedVersions = async (trx: Trx, caller: Caller, at: Date) => {
  const versions = await ruleVersions(trx, caller.branchId)
  const [only] = versions
  if (only && only.since.getTime() === 0)
    await trx
      .insertInto('tier_rule')
      .values({ branch_id: caller.branchId, version: only.number, definition: JSON.stringify(only.rules), since: at })
      .onConflict((on) => on.doNothing())
      .execute()
  return versions
}

const writeVersion = async (trx: Trx, caller: Caller, at: Date, number: number, rules: TierRules): Promise<void> => {
  await trx
    .insertInto('tier_rule')
    .values({
      branch_id: caller.branchId,
      version: number,
      definition: JSON.stringify(rules),
      actor_id: caller.staffId,
      since: at,
    })
    .execute()
  await audit(trx, caller.branchId, caller.staffId, at, {
    action: 'tier_rule.saved',
    entity: 'tier_rule',
    version: number,
    params: { version: rules.version, validFrom: rules.validFrom },
  })
}

/** Asks for the monthly run, the newest month once more included. */
export const askForRun = (trx: Trx, caller: Caller, at: Date, id?: string): Promise<string> =>
  askForJob(trx, caller.branchId, at, {
    name: MONTHLY_RUN,
    askedBy: caller.staffId,
    ...(id ? { id } : {}),
  })
