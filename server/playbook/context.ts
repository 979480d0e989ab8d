import { sql } from 'kysely'
import type { CustomerKind, SkillLevel, Stage } from '#domain/playbook/definition.ts'
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
  const { branchId, staffId } = caller
  const { rows } = await sql<Standing>`select
      (select stage from holding where branch_id = ${branchId} and customer_id = ${customer.id} and removed_at is null
          and stage is not null
        order by stage in ('use', 'loyalty'),
          array_position(array['awareness', 'knowledge', 'inclination', 'use', 'loyalty'], stage) desc limit 1) as stage,
      coalesce((select uses from playbook_skill
        where branch_id = ${branchId} and staff_id = ${staffId} and playbook_key = ${playbookKey}), 0) as uses,
      (select outcome from touch where branch_id = ${branchId} and customer_id = ${customer.id}
        order by at desc limit 1) as outcome`.execute(db)
  const { stage, uses, outcome } = rows[0] ?? { stage: null, uses: 0, outcome: null }
  const skill: SkillLevel = uses < ABLE_FROM ? 'new' : uses < SEASONED_FROM ? 'able' : 'seasoned'
  const lastOutcome = outcome && outcome !== 'reached' ? missedOf[outcome] : null
  return { customerKind: customer.kind, stage, skill, lastOutcome }
}

/** Of the product in question the stage: the one still short of use, else the furthest. */
type Standing = { stage: Stage | null; uses: number; outcome: keyof typeof missedOf | 'reached' | null }

/** Runs of a playbook after which someone is practised in it, and after which an old hand. */
const ABLE_FROM = 20
const SEASONED_FROM = 100

const missedOf = {
  no_answer: 'noAnswer',
  off: 'off',
  busy: 'busy',
  refused: 'refused',
  wrong_person: 'wrongPerson',
  empty_number: 'emptyNumber',
} as const
