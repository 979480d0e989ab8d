import { sql } from 'kysely'
import type { campaignEndpoints, campaignShows } from '#api/campaign.ts'
import type { Received, Reply } from '#api/endpoint.ts'
import type { CustomerKind } from '#domain/customer/kind.ts'
import { type Day, dayIn } from '#domain/kernel/day.ts'
import { phaseOf } from '#domain/retention/campaign.ts'
import { type ArmCount, campaignCost, detectable, type Effect, effectOf } from '#domain/retention/effect.ts'
import type { Arm } from '#domain/retention/holdout.ts'
import type { Db } from '#server/db/pool.ts'
import { decodeCursor, encodeCursor } from '#server/http/cursor.ts'
import type { Caller } from '#server/http/handler.ts'
import { currentPlaybooks } from '#server/playbook/load.ts'
import { namesOf } from '#server/staff/names.ts'
import { type Arms, armsOf, membersOf } from './outcomes.ts'
import { type CampaignRow, campaignsWithin, planOf, requireCampaign } from './rows.ts'

type Endpoints = typeof campaignEndpoints
type Show = (typeof campaignShows)[number]
type Line = Reply<Endpoints['GET /api/campaigns']>['rows'][number]

/** Until the day set beforehand an outcome is nobody's business: looking early, and again, finds effects where there are none. */
export const effectOn = (campaign: CampaignRow, arms: Arms, today: Day): Effect | null =>
  campaign.started_at === null
    ? null
    : effectOf(arms, { cost: costOf(campaign, arms), readOn: campaign.read_on }, today)

export const armsOn = async (db: Db, campaign: CampaignRow, today: Day): Promise<Arms> =>
  armsOf(await membersOf(db, campaign, today >= campaign.read_on))

const costOf = ({ cost_each_fen }: CampaignRow, { contacted, heldOut }: Arms) =>
  campaignCost(cost_each_fen, contacted, heldOut)

const lineOf = (campaign: CampaignRow, arms: Arms, setBy: string, today: Day): Line => ({
  id: campaign.id,
  title: campaign.title,
  phase: phaseOf(campaign.state, planOf(campaign), today),
  stopped: campaign.state === 'stopped',
  contactUntil: campaign.contact_until,
  readOn: campaign.read_on,
  setBy,
  contacted: { customers: arms.contacted.customers, reached: arms.contacted.reached },
  heldOut: { customers: arms.heldOut.customers, reached: arms.heldOut.reached },
  effect: effectOn(campaign, arms, today),
})

const showOf = (campaign: CampaignRow, today: Day): Show => {
  const phase = phaseOf(campaign.state, planOf(campaign), today)
  return phase === 'dropped' ? 'dropped' : phase === 'readable' ? 'readable' : 'open'
}

/** Campaigns that are prepared or under way, those to be read, those put away; the newest first. */
export const listCampaigns = async (
  db: Db,
  caller: Caller,
  now: Date,
  show: Show,
): Promise<Reply<Endpoints['GET /api/campaigns']>> => {
  const today = dayIn(now, caller.timeZone)
  const all = await campaignsWithin(db, caller).selectAll('campaign').orderBy('set_at', 'desc').orderBy('id').execute()
  const shown = all.filter((one) => showOf(one, today) === show)
  const names = await namesOf(
    db,
    caller.branchId,
    shown.map(({ set_by }) => set_by),
  )
  const rows: Line[] = []
  for (const campaign of shown)
    rows.push(lineOf(campaign, await armsOn(db, campaign, today), names.get(campaign.set_by) ?? '', today))
  const count = (one: Show): number => all.filter((campaign) => showOf(campaign, today) === one).length
  return {
    rows,
    counts: { open: count('open'), readable: count('readable'), dropped: count('dropped') },
  }
}

/** One campaign whole. What it could show is reckoned from its own numbers once it runs. */
export const showCampaign = async (
  db: Db,
  caller: Caller,
  now: Date,
  id: string,
): Promise<Reply<Endpoints['GET /api/campaigns/:id']>> => {
  const campaign = await requireCampaign(db, caller, id)
  const today = dayIn(now, caller.timeZone)
  const [arms, names, playbooks, due, learning, rested] = await Promise.all([
    armsOn(db, campaign, today),
    namesOf(db, caller.branchId, [campaign.set_by]),
    currentPlaybooks(db, caller.branchId),
    openTasks(db, campaign),
    learningOf(db, caller, campaign),
    restedBy(db, campaign),
  ])
  const line = lineOf(campaign, arms, names.get(campaign.set_by) ?? '', today)
  const { share, contactUntil, stayMonth, readOn } = planOf(campaign)
  const { name, filter } = campaign.audience as { name: string; filter: Record<string, unknown> }
  const customers = arms.contacted.customers + arms.heldOut.customers
  const title = playbooks.find(({ playbook }) => playbook.id === campaign.playbook_key)?.playbook.title
  const readable = line.phase === 'readable'
  return {
    ...line,
    aim: campaign.aim,
    offer: campaign.offer,
    playbook: campaign.playbook_key,
    way: campaign.way,
    playbookTitle: title ?? { zh: campaign.playbook_key, en: campaign.playbook_key },
    costEachFen: campaign.cost_each_fen,
    share,
    contactUntil,
    stayMonth,
    readOn,
    version: campaign.version,
    audience: { name, filter },
    due,
    costFen: costOf(campaign, arms),
    outcome: readable ? { contacted: outcomeOf(arms.contacted), heldOut: outcomeOf(arms.heldOut) } : null,
    detectable: customers === 0 ? null : detectable(customers, 0.9, share),
    lesson: lessonOf(campaign, rested),
    learning,
  }
}

const outcomeOf = ({ customers, stayed, unknown }: ArmCount) => ({
  stayed,
  left: customers - stayed - unknown,
  unknown,
})

const lessonOf = ({ lesson, learnt_at }: CampaignRow, customers: number) => {
  if (!lesson || !learnt_at) return null
  const { said } = lesson as unknown as { said: { code: string; params: Record<string, number> } }
  return { said, learntAt: learnt_at.toISOString(), customers }
}

const openTasks = async (db: Db, { branch_id, id }: CampaignRow): Promise<number> => {
  const { n } = await db
    .selectFrom('task')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('branch_id', '=', branch_id)
    .where('campaign_id', '=', id)
    .where('state', '=', 'open')
    .executeTakeFirstOrThrow()
  return n
}

const restedBy = async (db: Db, { branch_id, id }: CampaignRow): Promise<number> => {
  const { n } = await db
    .selectFrom('undisturbed')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('branch_id', '=', branch_id)
    .where('campaign_id', '=', id)
    .executeTakeFirstOrThrow()
  return n
}

const learningOf = async (db: Db, caller: Caller, { branch_id, lesson_job_id }: CampaignRow) => {
  if (lesson_job_id === null) return null
  const job = await db
    .selectFrom('job')
    .select(['id', 'state', 'asked_by'])
    .where('branch_id', '=', branch_id)
    .where('id', '=', lesson_job_id)
    .executeTakeFirst()
  return job ? { jobId: job.id, state: job.state, mine: job.asked_by === caller.staffId } : null
}

type CustomersEndpoint = Endpoints['GET /api/campaigns/:id/customers']

type CustomerRow = {
  id: string
  name: string
  kind: CustomerKind
  tier: string | null
  manager: string | null
  paid: number
  due: Day | null
}

/** The customers of one arm, those who pay most first. */
export const customersOfCampaign = async (
  db: Db,
  caller: Caller,
  now: Date,
  id: string,
  { arm, cursor, limit }: Received<CustomersEndpoint>['query'],
): Promise<Reply<CustomersEndpoint>> => {
  const campaign = await requireCampaign(db, caller, id)
  const after = cursor ? decodeCursor(cursor, 'whole') : null
  const paid = sql`coalesce(s.paid12_fen, -1)`
  const { rows } = await sql<CustomerRow>`
    select k.id, k.name, k.kind, s.tier, f.name as manager, ${paid} as paid,
      (select min(t.due_on) from task t where t.branch_id = m.branch_id and t.campaign_id = m.campaign_id
        and t.customer_id = m.customer_id and t.state = 'open') as due
    from campaign_customer m
      join customer k on k.branch_id = m.branch_id and k.id = m.customer_id and k.merged_into is null
      left join standing s on s.branch_id = m.branch_id and s.customer_id = m.customer_id
        and s.month = (select max(month) from standing_month where branch_id = ${caller.branchId})
      left join staff f on f.branch_id = k.branch_id and f.id = k.manager_id
    where m.branch_id = ${caller.branchId} and m.campaign_id = ${id} and m.arm = ${arm}
      ${after ? sql`and (${paid}, k.id) < (${after.value}, ${after.id}::uuid)` : sql``}
    order by paid desc, k.id desc limit ${limit + 1}`.execute(db)
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  const ids = page.map((row) => row.id)
  const members = await membersOf(db, campaign, dayIn(now, caller.timeZone) >= campaign.read_on, ids)
  const known = new Map(members.map((member) => [member.customerId, member]))
  return {
    rows: page.map((row) => {
      const { reachedAt = null, stayed = null } = known.get(row.id) ?? {}
      return {
        customerId: row.id,
        name: row.name,
        kind: row.kind,
        tier: row.tier,
        manager: row.manager,
        arm: arm satisfies Arm,
        reachedOn: reachedAt ? dayIn(reachedAt, caller.timeZone) : null,
        dueOn: row.due,
        stayed,
      }
    }),
    next: rows.length > limit && last ? encodeCursor({ value: last.paid, id: last.id }) : null,
  }
}
