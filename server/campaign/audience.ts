import { type SqlBool, sql } from 'kysely'
import type { campaignEndpoints } from '#api/campaign.ts'
import type { Received, Reply } from '#api/endpoint.ts'
import { customerKinds } from '#domain/customer/kind.ts'
import type { Day } from '#domain/kernel/day.ts'
import { dayIn } from '#domain/kernel/day.ts'
import type { Id } from '#domain/kernel/id.ts'
import type { Playbook } from '#domain/playbook/definition.ts'
import { fits } from '#domain/playbook/fit.ts'
import { detectable } from '#domain/retention/effect.ts'
import { customersWithin, filtered } from '#server/customer/filter.ts'
import type { Db } from '#server/db/pool.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller } from '#server/http/handler.ts'
import { currentPacks, currentPlaybooks } from '#server/playbook/load.ts'

type Endpoint = (typeof campaignEndpoints)['GET /api/campaigns/audience']
type Query = Received<Endpoint>['query']
export type Audience = Omit<Query, 'playbook' | 'share'>

/** Where no model says how many would stay, so many of a hundred are taken for granted, and said to be. */
const ASSUMED_BASE = 0.9

/** How a campaign's playbook reaches people: whom it fits, and what it comes for. */
export const playbookFor = async (db: Db, branchId: number, key: string) => {
  const [playbooks, packs] = await Promise.all([currentPlaybooks(db, branchId), currentPacks(db, branchId)])
  const stored = playbooks.find(({ playbook }) => playbook.id === key)
  if (!stored) return null
  const packKinds = packs.find(({ id }) => id === stored.pack)?.about?.customerKinds ?? null
  const kinds = customerKinds.filter((customerKind) =>
    fits({ ...stored, packKinds }, { direction: 'outbound', channel: null, customerKind, leftOut: new Set() }),
  )
  return { playbook: stored.playbook, kinds }
}

export const purposeOfPlaybook = ({ contactPurpose }: Playbook) => contactPurpose ?? 'care'

type Fit = NonNullable<Awaited<ReturnType<typeof playbookFor>>>

type Candidate = { id: Id; managerId: Id | null; stakeFen: number; risk: number | null; why: string | null }

/**
 * Everybody the filters name within the caller's reach, each with the reason that leaves them out before anything is drawn: left already, kept
 * by nobody, no wish for such contact, shown to be harmed by it, or of a kind the playbook is not made for. Most money first.
 */
export const candidatesFor = async (
  db: Db,
  caller: Caller,
  today: Day,
  audience: Audience,
  { playbook, kinds }: Fit,
): Promise<Candidate[]> => {
  const { listId, ...filter } = audience
  if (listId) await requireList(db, caller, listId)
  const { branchId } = caller
  const purpose = purposeOfPlaybook(playbook)
  const consented = (state: 'given' | 'refused', purposes: readonly string[]) => sql<SqlBool>`exists (
    select from consent c where c.branch_id = ${branchId} and c.customer_id = customer.id and c.state = ${state}
      and c.purpose = any(${[...purposes]}::text[]) and (c.until is null or c.until >= ${today}::date))`
  const needed = purpose === 'sales' || purpose === 'survey'
  const rows = await filtered(customersWithin(db, caller, 'campaign.run'), caller, today, filter)
    .$if(listId !== undefined, (query) =>
      query.where(sql<SqlBool>`customer.id in (
        select m.customer_id from frozen_member m where m.branch_id = ${branchId} and m.list_id = ${listId ?? null}::uuid)`),
    )
    .select(['customer.id', 'customer.manager_id', 'standing.risk'])
    .select(sql<number>`coalesce(standing.at_risk_fen, standing.paid12_fen, 0)`.as('stake'))
    .select(
      sql<string | null>`case
        when standing.state = 'left' or customer.left_on is not null then 'left'
        when customer.manager_id is null then 'noManager'
        when customer.kind <> all(${[...kinds]}::text[]) then 'otherKind'
        when ${consented('refused', [purpose, 'any'])} then 'refused'
        when ${needed} and not ${consented('given', [purpose])} then 'refused'
        when exists (select from undisturbed u where u.branch_id = ${branchId} and u.customer_id = customer.id
          and u.lifted_at is null and u.until > ${today}::date) then 'undisturbed'
      end`.as('why'),
    )
    .orderBy('stake', 'desc')
    .orderBy('customer.id')
    .execute()
  return rows.map(({ id, manager_id, risk, stake, why }) => ({ id, managerId: manager_id, risk, stakeFen: stake, why }))
}

const requireList = async (db: Db, { branchId }: Caller, listId: string): Promise<void> => {
  const list = await db
    .selectFrom('frozen_list')
    .select('id')
    .where('branch_id', '=', branchId)
    .where('id', '=', listId)
    .executeTakeFirst()
  if (!list) fail('record.not_found')
}

/** Counted before anything is set: how many, whom it leaves out, and how small a difference so many could show. */
export const countAudience = async (
  db: Db,
  caller: Caller,
  now: Date,
  { playbook: key, share, ...audience }: Query,
): Promise<Reply<Endpoint>> => {
  const fit = (await playbookFor(db, caller.branchId, key)) ?? fail('record.not_found')
  const all = await candidatesFor(db, caller, dayIn(now, caller.timeZone), audience, fit)
  const count = (why: string | null): number => all.filter((one) => one.why === why).length
  const risks = all.flatMap(({ risk, why }) => (why === null && risk !== null ? [risk] : []))
  const customers = count(null)
  const known = risks.length > 0 && risks.length >= customers / 2
  const base = known ? 1 - risks.reduce((sum, risk) => sum + risk, 0) / risks.length : ASSUMED_BASE
  const heldOut = Math.round(customers * share)
  return {
    customers,
    leftOut: {
      left: count('left'),
      noManager: count('noManager'),
      refused: count('refused'),
      undisturbed: count('undisturbed'),
      otherKind: count('otherKind'),
    },
    contacted: customers - heldOut,
    heldOut,
    base: { share: base, assumed: !known },
    detectable: detectable(customers, base, share),
  }
}
