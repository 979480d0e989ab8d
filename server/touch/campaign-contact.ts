import { type Day, dayIn } from '#domain/kernel/day.ts'
import { isId } from '#domain/kernel/id.ts'
import { type Arm, causeOf, goesOut } from '#domain/retention/holdout.ts'
import type { Withheld } from '#domain/touch/contact-gate.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'

type Reason = { kind: string; recordId: string }

/** Reads every reason there is to reach a customer; their ledgers are another domain's. */
export type ReasonsToReach = (db: Db, caller: Caller, at: Date, customerId: string) => Promise<readonly Reason[]>

/** `reasons`: against what a page named as its occasions is held; null where the server found them itself. */
type Contact = {
  customerId: string
  playbook: string
  occasions: readonly Reason[]
  reasons: ReasonsToReach | null
  now: Date
}

/**
 * The running campaign a contact with this customer would be for, and why it is withheld. A contact is a campaign's when it is led by its
 * playbook and nothing the customer waits for brought it up; whatever they asked for, were promised or complain of always goes. An occasion that is
 * not on record of this customer, or is settled, is none.
 */
export const campaignContact = async (
  db: Db,
  caller: Caller,
  contact: Contact,
): Promise<{ campaignId: string | null; withheld: Withheld[] }> => {
  const { customerId, playbook, now } = contact
  const none = { campaignId: null, withheld: [] }
  const today = dayIn(now, caller.timeZone)
  const [campaigns, rests] = await Promise.all([
    campaignsAbout(db, caller, customerId, playbook, today),
    restsOf(db, caller, customerId, playbook, today),
  ])
  if (campaigns.length === 0 && rests.length === 0) return none
  const occasions = await occasionsOnRecord(db, caller, contact)
  const own = await campaignTasks(db, caller, customerId, occasions)
  const cause = causeOf(occasions.map(({ kind, recordId }) => ({ kind, own: own.has(idOf(recordId)) })))
  if (cause !== 'campaign') return none
  const held = campaigns.filter(({ id, seed, share, arm }) => {
    const holdout = { campaignId: id, seed, share }
    return !goesOut({ cause, campaignId: id }, holdout, arm).goes
  })
  const planned = campaigns.find(({ id }) => [...own.values()].includes(id))
  return {
    campaignId: (planned ?? held[0] ?? campaigns[0])?.id ?? null,
    withheld: [
      ...(planned ? [] : held).map(({ title, read_on }): Withheld => ({
        code: 'gate.heldOut',
        params: { campaign: title, until: read_on },
      })),
      ...rests.map(({ title, until }): Withheld => ({ code: 'gate.leaveBe', params: { campaign: title, until } })),
    ],
  }
}

/** Where a customer stands in the campaigns under way that are led by a playbook: held out of any, contacted by all, null in none. */
export const armUnderWay = async (
  db: Db,
  caller: Caller,
  customerId: string,
  playbook: string,
  today: Day,
): Promise<Arm | null> => {
  const arms = (await campaignsAbout(db, caller, customerId, playbook, today)).map(({ arm }) => arm)
  return arms.includes('heldOut') ? 'heldOut' : (arms[0] ?? null)
}

/** A page read a while ago may name another day or hour of the same record; the record is what counts. */
const occasionsOnRecord = async (
  db: Db,
  caller: Caller,
  { customerId, occasions, reasons, now }: Contact,
): Promise<readonly Reason[]> => {
  if (reasons === null || occasions.length === 0) return occasions
  const nameOf = ({ kind, recordId }: Reason): string => `${kind} ${idOf(recordId)}`
  const known = new Set((await reasons(db, caller, now, customerId)).map(nameOf))
  return occasions.filter((occasion) => known.has(nameOf(occasion)))
}

const idOf = (recordId: string): string => recordId.split('/')[0] ?? ''

/** Campaigns under way with this customer in them, by the playbook that leads their contacts. */
const campaignsAbout = (db: Db, { branchId }: Caller, customerId: string, playbook: string, today: Day) =>
  db
    .selectFrom('campaign_customer')
    .innerJoin('campaign', (on) =>
      on
        .onRef('campaign.branch_id', '=', 'campaign_customer.branch_id')
        .onRef('campaign.id', '=', 'campaign_customer.campaign_id'),
    )
    .select(['campaign.id', 'campaign.title', 'campaign.seed', 'campaign.share', 'campaign.read_on'])
    .select('campaign_customer.arm')
    .where('campaign_customer.branch_id', '=', branchId)
    .where('campaign_customer.customer_id', '=', customerId)
    .where('campaign.playbook_key', '=', playbook)
    .where('campaign.read_on', '>', today)
    .orderBy('campaign.read_on')
    .execute()

const restsOf = (db: Db, { branchId }: Caller, customerId: string, playbook: string, today: Day) =>
  db
    .selectFrom('undisturbed')
    .innerJoin('campaign', (on) =>
      on.onRef('campaign.branch_id', '=', 'undisturbed.branch_id').onRef('campaign.id', '=', 'undisturbed.campaign_id'),
    )
    .select(['campaign.title', 'undisturbed.until'])
    .where('undisturbed.branch_id', '=', branchId)
    .where('undisturbed.customer_id', '=', customerId)
    .where('undisturbed.lifted_at', 'is', null)
    .where('undisturbed.until', '>', today)
    .where('campaign.playbook_key', '=', playbook)
    .execute()

/** Which of the tasks that brought a customer up are a campaign's, and whose. */
const campaignTasks = async (
  db: Db,
  { branchId }: Caller,
  customerId: string,
  occasions: readonly Reason[],
): Promise<Map<string, string>> => {
  const ids = occasions
    .filter(({ kind }) => kind === 'task')
    .map(({ recordId }) => idOf(recordId))
    .filter(isId)
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('task')
    .select(['id', 'campaign_id'])
    .where('branch_id', '=', branchId)
    .where('customer_id', '=', customerId)
    .where('id', 'in', ids)
    .where('campaign_id', 'is not', null)
    .execute()
  return new Map(rows.flatMap(({ id, campaign_id }) => (campaign_id === null ? [] : [[id, campaign_id] as const])))
}
