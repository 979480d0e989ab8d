import { sql } from 'kysely'
import type { campaignEndpoints } from '#api/campaign.ts'
import type { Received, Reply } from '#api/endpoint.ts'
import { type Day, dayIn } from '#domain/kernel/day.ts'
import { moveCampaign, spreadOver } from '#domain/retention/campaign.ts'
import { armOf } from '#domain/retention/holdout.ts'
import { freshId } from '#server/db/id.ts'
import { insertRows } from '#server/db/insert-rows.ts'
import { type Db, inTransaction } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'
import { type Audience, candidatesFor, playbookFor } from './audience.ts'
import { type CampaignRow, planOf, requireCampaign } from './rows.ts'
import { refuseCampaign, requireVersion, told, writeCampaign } from './save.ts'

type Endpoint = (typeof campaignEndpoints)['POST /api/campaigns/:id/moves']

/** Why the tasks of a stopped campaign were dropped; those and no others come back. */
const STOPPED = 'campaign.stopped'

/** One move of a campaign; one that was made already is one. */
export const moveCampaignOn = async (
  db: Db,
  caller: Caller,
  now: Date,
  id: string,
  { move, baseVersion }: Received<Endpoint>['body'],
): Promise<Reply<Endpoint>> =>
  inTransaction(db, async (trx) => {
    const campaign = await requireCampaign(trx, caller, id, { lock: true })
    const today = dayIn(now, caller.timeZone)
    const contacted = await contactedFor(trx, campaign)
    const moved = moveCampaign({ state: campaign.state, plan: planOf(campaign), contacted }, move, today)
    if (!moved.ok) return refuseCampaign(moved.error)
    if (moved.value === campaign.state) return { version: campaign.version, ...(await countArms(trx, campaign)) }
    await requireVersion(trx, caller, campaign, baseVersion)
    if (move === 'start') await assign(trx, caller, now, campaign)
    if (move === 'unstart') await unassign(trx, campaign)
    if (move === 'stop') await dropTasks(trx, campaign, now)
    if (move === 'resume') await takeUpTasks(trx, campaign, today)
    const written = await writeCampaign(trx, caller, now, campaign, {
      state: moved.value,
      ...(move === 'start' ? { started_at: now } : {}),
      ...(move === 'unstart' ? { started_at: null } : {}),
    })
    const arms = await countArms(trx, campaign)
    await told(trx, caller, now, `campaign.${move}`, written, arms)
    return { version: written.version, ...arms }
  })

/** Contacts begun for it, reached or not: from the first on the start stands. */
const contactedFor = async (trx: Db, { branch_id, id }: CampaignRow): Promise<number> => {
  const { n } = await trx
    .selectFrom('run')
    .select((eb) => eb.fn.count<number>('customer_id').distinct().as('n'))
    .where('branch_id', '=', branch_id)
    .where('campaign_id', '=', id)
    .executeTakeFirstOrThrow()
  return n
}

const countArms = async (trx: Db, { branch_id, id }: CampaignRow): Promise<{ contacted: number; heldOut: number }> => {
  const rows = await trx
    .selectFrom('campaign_customer')
    .select(['arm', (eb) => eb.fn.countAll<number>().as('n')])
    .where('branch_id', '=', branch_id)
    .where('campaign_id', '=', id)
    .groupBy('arm')
    .execute()
  const of = (arm: string): number => rows.find((row) => row.arm === arm)?.n ?? 0
  return { contacted: of('contacted'), heldOut: of('heldOut') }
}

/** Assigns everybody once by the seed, and puts the contacts of the contacted on their managers' lists, most money first, evenly over the days. */
const assign = async (trx: Db, caller: Caller, now: Date, campaign: CampaignRow): Promise<void> => {
  const fit = await playbookFor(trx, caller.branchId, campaign.playbook_key)
  if (!fit) return refuseCampaign({ code: 'campaign.noPlaybook', params: {} })
  const today = dayIn(now, caller.timeZone)
  const { filter } = campaign.audience as unknown as { filter: Audience }
  const all = await candidatesFor(trx, caller, today, filter, fit)
  const taken = all.filter(({ why }) => why === null)
  if (taken.length === 0) return refuseCampaign({ code: 'campaign.nobody', params: {} })
  const { branch_id, id, seed, share } = campaign
  const drawn = taken.map((one) => ({ ...one, arm: armOf({ campaignId: id, seed, share }, one.id) }))
  await insertRows(
    trx,
    'campaign_customer',
    drawn.map(({ id: customer_id, arm }) => ({ branch_id, campaign_id: id, customer_id, arm })),
  )
  const { title } = fit.playbook
  const byManager = Map.groupBy(
    drawn.filter(({ arm }) => arm === 'contacted'),
    ({ managerId }) => managerId,
  )
  const tasks = [...byManager].flatMap(([managerId, customers]) => {
    const days = spreadOver(customers.length, today, campaign.contact_until)
    return customers.map((customer, i) => ({
      branch_id,
      id: freshId(now),
      customer_id: customer.id,
      owner_id: managerId,
      playbook_key: campaign.playbook_key,
      about_zh: title.zh,
      about_en: title.en,
      subject: campaign.title,
      due_on: days[i] ?? campaign.contact_until,
      state: 'open',
      campaign_id: id,
      set_by: caller.staffId,
      set_at: now,
      version: 1,
    }))
  })
  await insertRows(trx, 'task', tasks)
}

const unassign = async (trx: Db, { branch_id, id }: CampaignRow): Promise<void> => {
  await trx.deleteFrom('task').where('branch_id', '=', branch_id).where('campaign_id', '=', id).execute()
  await trx.deleteFrom('campaign_customer').where('branch_id', '=', branch_id).where('campaign_id', '=', id).execute()
}

const dropTasks = async (trx: Db, { branch_id, id }: CampaignRow, now: Date): Promise<void> => {
  await trx
    .updateTable('task')
    .set((eb) => ({ state: 'dropped' as const, settled_at: now, reason: STOPPED, version: eb('version', '+', 1) }))
    .where('branch_id', '=', branch_id)
    .where('campaign_id', '=', id)
    .where('state', '=', 'open')
    .execute()
}

const takeUpTasks = async (trx: Db, { branch_id, id }: CampaignRow, today: Day): Promise<void> => {
  await trx
    .updateTable('task')
    .set((eb) => ({
      state: 'open' as const,
      settled_at: null,
      reason: null,
      due_on: sql<Day>`greatest(due_on, ${today}::date)`,
      version: eb('version', '+', 1),
    }))
    .where('branch_id', '=', branch_id)
    .where('campaign_id', '=', id)
    .where('state', '=', 'dropped')
    .where('reason', '=', STOPPED)
    .execute()
}
