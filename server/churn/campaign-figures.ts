import type { Received, Reply } from '#api/endpoint.ts'
import { CampaignFiguresShape, type modelEndpoints } from '#api/model.ts'
import { bordersBy, type CampaignFigures } from '#domain/churn/campaign-figures.ts'
import { dayIn } from '#domain/kernel/day.ts'
import { reachOf } from '#domain/staff/scope.ts'
import { audit } from '#server/db/audit.ts'
import { type Db, inTransaction } from '#server/db/pool.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller } from '#server/http/handler.ts'
import { askForJob } from '#server/jobs/ask.ts'
import { MONTHLY_RUN } from '#server/portfolio/change-rules.ts'

type Shown = Reply<(typeof modelEndpoints)['GET /api/warning/campaign-figures']>
type Wanted = Received<(typeof modelEndpoints)['PUT /api/warning/campaign-figures']>['body']
type Kept = Reply<(typeof modelEndpoints)['PUT /api/warning/campaign-figures']>

const SHOWN = 20

const settings = (db: Db, branchId: number) =>
  db
    .selectFrom('campaign_figures')
    .innerJoin('staff', (on) =>
      on.onRef('staff.branch_id', '=', 'campaign_figures.branch_id').onRef('staff.id', '=', 'campaign_figures.set_by'),
    )
    .select(['campaign_figures.version', 'campaign_figures.value', 'campaign_figures.set_at', 'staff.name'])
    .where('campaign_figures.branch_id', '=', branchId)
    .orderBy('campaign_figures.version', 'desc')

const read = (value: unknown): CampaignFigures | null => CampaignFiguresShape.safeParse(value).data ?? null

/** The branch's own figures; null where the paper's hold. */
export const campaignFiguresOf = async (db: Db, branchId: number): Promise<CampaignFigures | null> =>
  read((await settings(db, branchId).limit(1).executeTakeFirst())?.value)

/** What holds now, from where the warning speaks by it, and every setting before. */
export const showCampaignFigures = async (db: Db, { branchId, roles, timeZone }: Caller): Promise<Shown> => {
  const rows = await settings(db, branchId).limit(SHOWN).execute()
  const figures = read(rows[0]?.value)
  return {
    figures,
    version: rows[0]?.version ?? null,
    borders: bordersBy(figures),
    past: rows.map(({ version, value, set_at, name }) => ({
      version,
      figures: read(value),
      by: name,
      on: dayIn(set_at, timeZone),
    })),
    mayChange: reachOf(roles, 'warning.train') !== null,
  }
}

/** Keeps a branch's figures, or goes back to the paper's, and asks for the newest month to be scored anew by them. */
export const setCampaignFigures = async (
  db: Db,
  { branchId, staffId }: Caller,
  now: Date,
  { figures, baseVersion }: Wanted,
): Promise<Kept> =>
  inTransaction(db, async (trx) => {
    const before = await settings(trx, branchId).limit(1).executeTakeFirst()
    if ((before?.version ?? null) !== baseVersion) return fail('record.conflict')
    const version = (before?.version ?? 0) + 1
    const written = await trx
      .insertInto('campaign_figures')
      .values({
        branch_id: branchId,
        version,
        value: figures && JSON.stringify(figures),
        set_by: staffId,
        set_at: now,
      })
      .onConflict((on) => on.columns(['branch_id', 'version']).doNothing())
      .returning('version')
      .executeTakeFirst()
    if (!written) return fail('record.conflict')
    await audit(trx, branchId, staffId, now, {
      action: 'campaign_figures.set',
      entity: 'campaign_figures',
      version,
      params: { value: JSON.stringify(figures), before: JSON.stringify(read(before?.value)) },
    })
    return { version, jobId: await askForJob(trx, branchId, now, { name: MONTHLY_RUN, askedBy: staffId }) }
  })
