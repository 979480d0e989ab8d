import type { campaignEndpoints } from '#api/campaign.ts'
import type { Received } from '#api/endpoint.ts'
import { dayIn } from '#domain/kernel/day.ts'
import { type CampaignRefusal, planProblem } from '#domain/retention/campaign.ts'
import { audit } from '#server/db/audit.ts'
import { monthNumber } from '#server/db/month-number.ts'
import { type Db, inTransaction } from '#server/db/pool.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller } from '#server/http/handler.ts'
import { namesOf } from '#server/staff/names.ts'
import { playbookFor } from './audience.ts'
import { type CampaignRow, requireCampaign } from './rows.ts'
import { seedFor } from './seed.ts'

type Wanted = Received<(typeof campaignEndpoints)['PUT /api/campaigns/:id']>['body']

export const refuseCampaign = (reason: CampaignRefusal): never => fail('rule.refused', { reasons: [reason] })

/** Prepares a campaign, or changes one that has not started. Another playbook or another month of outcome goes by their own seed. */
export const putCampaign = async (
  db: Db,
  caller: Caller,
  now: Date,
  id: string,
  { baseVersion, ...wanted }: Wanted,
): Promise<{ version: number }> =>
  inTransaction(db, async (trx) => {
    const wrong = planProblem(wanted, dayIn(now, caller.timeZone))
    if (wrong) return refuseCampaign(wrong)
    if (!(await playbookFor(trx, caller.branchId, wanted.playbook)))
      return refuseCampaign({ code: 'campaign.noPlaybook', params: {} })
    if (baseVersion === null) return prepare(trx, caller, now, id, wanted)
    const known = await requireCampaign(trx, caller, id, { lock: true })
    if (known.state !== 'draft') return refuseCampaign({ code: 'campaign.notNow', params: { state: known.state } })
    await requireVersion(trx, caller, known, baseVersion)
    const fields = fieldsOf(wanted)
    const same = fields.playbook_key === known.playbook_key && fields.stay_month === known.stay_month
    const seed = same ? known.seed : await seedFor(trx, { ...known, ...fields })
    const row = await writeCampaign(trx, caller, now, known, { ...fields, seed })
    await told(trx, caller, now, 'campaign.changed', row)
    return { version: row.version }
  })

const prepare = async (trx: Db, caller: Caller, now: Date, id: string, wanted: Omit<Wanted, 'baseVersion'>) => {
  const { unit_id } = await trx
    .selectFrom('staff')
    .select('unit_id')
    .where('branch_id', '=', caller.branchId)
    .where('id', '=', caller.staffId)
    .executeTakeFirstOrThrow()
  const plan = { branch_id: caller.branchId, unit_id, ...fieldsOf(wanted) }
  const made = await trx
    .insertInto('campaign')
    .values({
      ...plan,
      id,
      seed: await seedFor(trx, plan),
      set_by: caller.staffId,
      set_at: now,
      changed_by: caller.staffId,
      changed_at: now,
    })
    .onConflict((on) => on.columns(['branch_id', 'id']).doNothing())
    .returningAll()
    .executeTakeFirst()
  if (made) {
    await told(trx, caller, now, 'campaign.set', made)
    return { version: made.version }
  }
  const known = await requireCampaign(trx, caller, id)
  return known.set_by === caller.staffId && known.title === wanted.title
    ? { version: known.version }
    : fail('record.conflict')
}

const fieldsOf = (wanted: Omit<Wanted, 'baseVersion'>) => ({
  title: wanted.title,
  aim: wanted.aim,
  offer: wanted.offer,
  playbook_key: wanted.playbook,
  way: wanted.way,
  cost_each_fen: wanted.costEachFen,
  audience: JSON.stringify(wanted.audience),
  share: wanted.share,
  contact_until: wanted.contactUntil,
  stay_month: monthNumber(wanted.stayMonth),
  read_on: wanted.readOn,
})

export const requireVersion = async (
  trx: Db,
  caller: Caller,
  campaign: CampaignRow,
  baseVersion: number,
): Promise<void> => {
  if (campaign.version === baseVersion) return
  const by = (await namesOf(trx, caller.branchId, [campaign.changed_by])).get(campaign.changed_by) ?? ''
  fail('record.conflict', {
    conflicts: [{ field: 'campaign', theirs: campaign.state, yours: '', by, at: campaign.changed_at.toISOString() }],
  })
}

type Fields = Partial<ReturnType<typeof fieldsOf>> & {
  seed?: string
  state?: CampaignRow['state']
  started_at?: Date | null
}

export const writeCampaign = (
  trx: Db,
  caller: Caller,
  now: Date,
  { id, version }: CampaignRow,
  fields: Fields,
): Promise<CampaignRow> =>
  trx
    .updateTable('campaign')
    .set({ ...fields, version: version + 1, changed_by: caller.staffId, changed_at: now })
    .where('branch_id', '=', caller.branchId)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()

export const told = (
  trx: Db,
  caller: Caller,
  at: Date,
  action: string,
  campaign: CampaignRow,
  more: Record<string, string | number> = {},
): Promise<void> =>
  audit(trx, caller.branchId, caller.staffId, at, {
    action,
    entity: 'campaign',
    entityId: campaign.id,
    version: campaign.version,
    params: { title: campaign.title, share: campaign.share, readOn: campaign.read_on, ...more },
  })
