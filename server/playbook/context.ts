import { sql } from 'kysely'
import type { CustomerKind, MissedOutcome, SkillLevel } from '#domain/playbook/definition.ts'
import type { RunContext } from '#domain/playbook/event.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'

type About = { customer: { id: string; kind: CustomerKind }; playbookKey: string }

/** What is settled about a contact when it starts: how far the customer has come, how practised we are, how it ended last. */
export const contextFor = async (
  db: Db,
  caller: Caller,
  { customer, playbookKey }: About,
): Promise<Pick<RunContext, 'customerKind' | 'stage' | 'skill' | 'lastOutcome'>> => {
  const [stage, skill, lastOutcome] = await Promise.all([
    stageOf(db, caller, customer.id),
    skillOf(db, caller, playbookKey),
    lastOutcomeOf(db, caller, customer.id),
  ])
  return { customerKind: customer.kind, stage, skill, lastOutcome }
}

/** How far the customer has come with the product in question: the one still short of use, else the furthest. */
const stageOf = async (db: Db, caller: Caller, customerId: string) => {
  const row = await db
    .selectFrom('holding')
    .select('stage')
    .where('branch_id', '=', caller.branchId)
    .where('customer_id', '=', customerId)
    .where('removed_at', 'is', null)
    .where('stage', 'is not', null)
    .orderBy(sql`stage in ('use', 'loyalty')`)
    .orderBy(sql`array_position(array['awareness', 'knowledge', 'inclination', 'use', 'loyalty'], stage)`, 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.stage ?? null
}

/** Runs of a playbook after which someone is practised in it, and after which an old hand. */
const ABLE_FROM = 20
const SEASONED_FROM = 100

const skillOf = async (db: Db, caller: Caller, key: string): Promise<SkillLevel> => {
  const row = await db
    .selectFrom('playbook_skill')
    .select('uses')
    .where('branch_id', '=', caller.branchId)
    .where('staff_id', '=', caller.staffId)
    .where('playbook_key', '=', key)
    .executeTakeFirst()
  const uses = row?.uses ?? 0
  if (uses < ABLE_FROM) return 'new'
  return uses < SEASONED_FROM ? 'able' : 'seasoned'
}

const lastOutcomeOf = async (db: Db, caller: Caller, customerId: string): Promise<MissedOutcome | null> => {
  const row = await db
    .selectFrom('touch')
    .select('outcome')
    .where('branch_id', '=', caller.branchId)
    .where('customer_id', '=', customerId)
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.outcome && row.outcome !== 'reached' ? missedOf[row.outcome] : null
}

const missedOf = {
  no_answer: 'noAnswer',
  off: 'off',
  busy: 'busy',
  refused: 'refused',
  wrong_person: 'wrongPerson',
  empty_number: 'emptyNumber',
} as const
