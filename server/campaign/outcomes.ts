import type { Id } from '#domain/kernel/id.ts'
import type { ArmCount, ArmReach } from '#domain/retention/effect.ts'
import type { Arm } from '#domain/retention/holdout.ts'
import { type Departure, stayedThrough } from '#domain/retention/stay.ts'
import { monthOfNumber } from '#server/db/month-number.ts'
import type { Db } from '#server/db/pool.ts'
import type { CampaignRow } from './rows.ts'

/** One customer of a campaign, where the seed put them; `stayed` null as long as nobody knows. */
export type Member = { customerId: Id; arm: Arm; reachedAt: Date | null; stayed: boolean | null }

/**
 * Everybody of a campaign. Each fact is read by itself and put together here: joined in the database, a table that nobody has counted yet
 * made the reading of three thousand customers take a quarter of a minute. A customer merged into another of the same campaign counts where that one was
 * put. Outcomes are looked at only from the day of reading on (`readable`).
 */
export const membersOf = async (db: Db, campaign: CampaignRow, readable: boolean, among?: readonly Id[]) => {
  const all = await db
    .selectFrom('campaign_customer')
    .select(['customer_id', 'arm'])
    .where('branch_id', '=', campaign.branch_id)
    .where('campaign_id', '=', campaign.id)
    .$if(among !== undefined, (query) =>
      query.where((eb) => eb('customer_id', '=', eb.fn.any(eb.val([...(among ?? [])])))),
    )
    .orderBy('customer_id')
    .execute()
  const ids = all.map(({ customer_id }) => customer_id)
  const merged = await mergedAmong(db, campaign, ids)
  const reached = await reachedFor(db, campaign)
  const stayed = readable ? await stayedAmong(db, campaign, ids) : new Map<Id, boolean>()
  return all
    .filter(({ customer_id }) => !merged.has(customer_id))
    .map(({ customer_id, arm }): Member => ({
      customerId: customer_id,
      arm,
      reachedAt: reached.get(customer_id) ?? null,
      stayed: stayed.get(customer_id) ?? null,
    }))
}

const mergedAmong = async (db: Db, { branch_id }: CampaignRow, ids: readonly Id[]): Promise<Set<Id>> => {
  const rows = await db
    .selectFrom('customer')
    .select('id')
    .where('branch_id', '=', branch_id)
    .where((eb) => eb('id', '=', eb.fn.any(eb.val([...ids]))))
    .where('merged_into', 'is not', null)
    .execute()
  return new Set(rows.map(({ id }) => id))
}

/** The newest contact that reached each customer for the campaign: a task done, or a contact made for it, whose touch has its id. */
const reachedFor = async (db: Db, { branch_id, id }: CampaignRow): Promise<Map<Id, Date>> => {
  const runs = await db
    .selectFrom('run')
    .select(['id', 'customer_id'])
    .where('branch_id', '=', branch_id)
    .where('campaign_id', '=', id)
    .execute()
  const customers = new Map(runs.map((run) => [run.id, run.customer_id]))
  const tasks = await db
    .selectFrom('task')
    .select(['customer_id', 'settled_at'])
    .where('branch_id', '=', branch_id)
    .where('campaign_id', '=', id)
    .where('state', '=', 'done')
    .execute()
  const touches = await db
    .selectFrom('touch')
    .select(['id', 'at'])
    .where('branch_id', '=', branch_id)
    .where((eb) => eb('id', '=', eb.fn.any(eb.val([...customers.keys()]))))
    .where('reached', '=', true)
    .orderBy('at')
    .execute()
  return new Map([
    ...tasks.flatMap(({ customer_id, settled_at }) => (settled_at ? [[customer_id, settled_at] as const] : [])),
    ...touches.map(({ id: runId, at }) => [customers.get(runId) ?? '', at] as const),
  ])
}

/** Whether customers were still there at the end of the campaign's month; before that month is computed, of nobody anything is known. */
const stayedAmong = async (
  db: Db,
  { branch_id, stay_month }: CampaignRow,
  ids: readonly Id[],
): Promise<Map<Id, boolean>> => {
  const standings = await db
    .selectFrom('standing')
    .select(['customer_id', 'state'])
    .where('branch_id', '=', branch_id)
    .where('month', '=', stay_month)
    .where((eb) => eb('customer_id', '=', eb.fn.any(eb.val([...ids]))))
    .execute()
  const bills = await db
    .selectFrom('bill')
    .select('customer_id')
    .distinct()
    .where('branch_id', '=', branch_id)
    .where('month', '=', stay_month)
    .where((eb) => eb('customer_id', '=', eb.fn.any(eb.val([...ids]))))
    .execute()
  const billed = new Set(bills.map(({ customer_id }) => customer_id))
  const departures = await departuresAmong(db, branch_id, ids)
  const known = new Map<Id, boolean>()
  for (const { customer_id, state } of standings) {
    const stayed = stayedThrough(monthOfNumber(stay_month), {
      standing: state === 'left' ? 'left' : 'there',
      billed: billed.has(customer_id),
      departures: departures.get(customer_id) ?? [],
    })
    if (stayed !== null) known.set(customer_id, stayed)
  }
  return known
}

/** When customers left and came back: losses that were marked and not undone, and who is gone by their own row alone. */
const departuresAmong = async (db: Db, branchId: number, ids: readonly Id[]): Promise<Map<Id, Departure[]>> => {
  const losses = await db
    .selectFrom('customer_loss')
    .select(['customer_id', 'left_on', 'back_on'])
    .where('branch_id', '=', branchId)
    .where((eb) => eb('customer_id', '=', eb.fn.any(eb.val([...ids]))))
    .where('undone_at', 'is', null)
    .execute()
  const gone = await db
    .selectFrom('customer')
    .select(['id', 'left_on'])
    .where('branch_id', '=', branchId)
    .where((eb) => eb('id', '=', eb.fn.any(eb.val([...ids]))))
    .where('left_on', 'is not', null)
    .execute()
  const all = new Map<Id, Departure[]>()
  const add = (id: Id, departure: Departure) => all.set(id, [...(all.get(id) ?? []), departure])
  for (const { customer_id, left_on, back_on } of losses) add(customer_id, { leftOn: left_on, backOn: back_on })
  for (const { id, left_on } of gone) if (left_on !== null) add(id, { leftOn: left_on, backOn: null })
  return all
}

/** Both arms by assignment. */
export type Arms = Record<Arm, ArmCount & ArmReach>

export const armsOf = (members: readonly Member[]): Arms => {
  const count = (arm: Arm): ArmCount & ArmReach => {
    const own = members.filter((member) => member.arm === arm)
    return {
      customers: own.length,
      reached: own.filter(({ reachedAt }) => reachedAt !== null).length,
      stayed: own.filter(({ stayed }) => stayed === true).length,
      unknown: own.filter(({ stayed }) => stayed === null).length,
    }
  }
  return { contacted: count('contacted'), heldOut: count('heldOut') }
}
