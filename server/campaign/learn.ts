import { setTimeout as wait } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { sql } from 'kysely'
import type { RawRow } from '#domain/churn/table.ts'
import { type Day, dayIn, monthOf } from '#domain/kernel/day.ts'
import type { Id } from '#domain/kernel/id.ts'
import { undisturbedUntil } from '#domain/retention/campaign.ts'
import type { Trial } from '#domain/retention/qini.ts'
import { type LowestUplift, undisturbed, undisturbedBelow } from '#domain/retention/undisturbed.ts'
import type { UpliftRefusal } from '#domain/retention/uplift-facts.ts'
import { audit } from '#server/db/audit.ts'
import { insertRows } from '#server/db/insert-rows.ts'
import { monthNumber } from '#server/db/month-number.ts'
import { type Db, inTransaction } from '#server/db/pool.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller } from '#server/http/handler.ts'
import { askForJob } from '#server/jobs/ask.ts'
import type { Task, Work } from '#server/jobs/task.ts'
import { membersOf } from './outcomes.ts'
import { type CampaignRow, requireCampaign } from './rows.ts'
import { refuseCampaign } from './save.ts'

/** The name the learning is asked for with. */
export const LEARNING = 'learn-campaign'

/** Asks for what a campaign teaches; before its day of reading nothing of it may be looked at. */
export const askToLearn = (db: Db, caller: Caller, now: Date, id: string, jobId: string): Promise<{ jobId: string }> =>
  inTransaction(db, async (trx) => {
    const campaign = await requireCampaign(trx, caller, id, { lock: true })
    const { state, read_on } = campaign
    if (campaign.started_at === null || dayIn(now, caller.timeZone) < read_on)
      return refuseCampaign({ code: 'campaign.notNow', params: { state } })
    const asked = await askForJob(trx, caller.branchId, now, {
      name: LEARNING,
      payload: { campaign: id },
      askedBy: caller.staffId,
      id: jobId,
    })
    await trx
      .updateTable('campaign')
      .set({ lesson_job_id: asked })
      .where('branch_id', '=', caller.branchId)
      .where('id', '=', id)
      .execute()
    return { jobId: asked }
  })

/**
 * Learns from a finished campaign whom its contact harms, and leaves them in peace for a year. Too small a campaign, or one that shows no harm,
 * puts nobody on the list and says why. Asked again it begins anew; what a lead lifted stays lifted.
 */
export const learn: Work = async ({ db, branchId, payload, askedBy, clock, progress }: Task) => {
  const campaign = await db
    .selectFrom('campaign')
    .selectAll()
    .where('branch_id', '=', branchId)
    .where('id', '=', String(payload['campaign']))
    .executeTakeFirst()
  if (!campaign?.started_at) return fail('record.not_found')
  const { ids, rows, trial } = await trialOf(db, campaign, campaign.started_at.toISOString().slice(0, 10))
  const learnt = await inThread({ rows, trial, asOf: campaign.read_on }, progress)
  const { border, said } = learnt.ok ? undisturbedBelow(learnt.lowest) : { border: null, said: learnt.error }
  const uplift = learnt.ok ? ids.map((id, i) => ({ id, uplift: learnt.uplift[i] ?? 0 })) : []
  const found = new Set(undisturbed(uplift, border))
  const list = uplift.filter(({ id }) => found.has(id))
  const now = clock.now()
  await inTransaction(db, async (trx) => {
    await keepList(trx, campaign, list)
    await trx
      .updateTable('campaign')
      .set({ lesson: JSON.stringify({ said }), learnt_at: now })
      .where('branch_id', '=', branchId)
      .where('id', '=', campaign.id)
      .execute()
    await audit(trx, branchId, askedBy, now, {
      action: 'campaign.learnt',
      entity: 'campaign',
      entityId: campaign.id,
      params: { code: said.code, customers: list.length },
    })
  })
  return { customers: list.length }
}

/** Everybody whose outcome is known, as they were known before the campaign began: what came after could be its own effect. */
const trialOf = async (db: Db, campaign: CampaignRow, began: Day) => {
  const members = (await membersOf(db, campaign, true)).filter(({ stayed }) => stayed !== null)
  const ids = members.map(({ customerId }) => customerId)
  const known = await knownBefore(db, campaign.branch_id, ids, began)
  return {
    ids,
    rows: ids.map((id): RawRow => known.get(id) ?? {}),
    trial: {
      contacted: members.map(({ arm }) => (arm === 'contacted' ? 1 : 0)),
      well: members.map(({ stayed }) => (stayed ? 1 : 0)),
    },
  }
}

const knownBefore = async (db: Db, branchId: number, ids: readonly Id[], began: Day): Promise<Map<Id, RawRow>> => {
  const snapshots = await sql<{ id: Id; attributes: RawRow }>`
    select distinct on (customer_id) customer_id as id, attributes from attribute_snapshot
    where branch_id = ${branchId} and customer_id = any(${[...ids]}::uuid[]) and as_of < ${began}::date
    order by customer_id, as_of desc`.execute(db)
  const standings = await sql<{ id: Id; tier: string | null; paid: number | null }>`
    select distinct on (customer_id) customer_id as id, tier, paid12_fen as paid from standing
    where branch_id = ${branchId} and customer_id = any(${[...ids]}::uuid[]) and month < ${monthNumber(monthOf(began))}
    order by customer_id, month desc`.execute(db)
  const known = new Map<Id, RawRow>(snapshots.rows.map(({ id, attributes }) => [id, attributes]))
  for (const { id, tier, paid } of standings.rows) known.set(id, { ...known.get(id), tier, paid })
  return known
}

const keepList = async (
  trx: Db,
  { branch_id, id, read_on }: CampaignRow,
  list: readonly { id: Id; uplift: number }[],
): Promise<void> => {
  await trx
    .deleteFrom('undisturbed')
    .where('branch_id', '=', branch_id)
    .where('campaign_id', '=', id)
    .where('lifted_at', 'is', null)
    .execute()
  await insertRows(
    trx,
    'undisturbed',
    list.map(({ id: customer_id, uplift }) => ({
      branch_id,
      campaign_id: id,
      customer_id,
      uplift,
      until: undisturbedUntil(read_on),
    })),
    { skipKnown: true },
  )
}

type Learnt = { ok: true; lowest: LowestUplift[]; uplift: Float64Array } | { ok: false; error: UpliftRefusal }

const LOOK_EVERY_MS = 400

/** Works in a thread; `progress` throws when somebody cancels, which ends it. */
const inThread = async (
  workerData: { rows: RawRow[]; trial: Trial; asOf: Day },
  progress: Task['progress'],
): Promise<Learnt> => {
  const worker = new Worker(new URL(import.meta.resolve('#server/campaign/learn-worker.ts')), {
    workerData,
    execArgv: [],
  })
  let outcome: Learnt | null = null
  const ended = new Promise<boolean>((resolve, reject) => {
    worker.on('message', (heard: Learnt) => {
      outcome = heard
    })
    worker.on('error', reject)
    worker.on('exit', () => resolve(true))
  })
  try {
    while (!(await Promise.race([ended, wait(LOOK_EVERY_MS, false)]))) await progress(0, null)
  } finally {
    await worker.terminate()
  }
  if (!outcome) throw new Error('the learning thread ended without a result')
  return outcome
}
