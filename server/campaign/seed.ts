import { randomBytes } from 'node:crypto'
import type { Db } from '#server/db/pool.ts'
import type { CampaignRow } from './rows.ts'

type Plan = Pick<CampaignRow, 'branch_id' | 'unit_id' | 'playbook_key' | 'stay_month'>

/**
 * The seed of a unit's campaigns by one playbook and one month of outcome. It is drawn for the first of them and never again, whatever becomes
 * of that one: who would draw anew until the arms please would have no trial.
 */
export const seedFor = async (trx: Db, { branch_id, unit_id, playbook_key, stay_month }: Plan): Promise<string> => {
  const key = { branch_id, unit_id, playbook_key, stay_month }
  await trx
    .insertInto('campaign_seed')
    .values({ ...key, seed: randomBytes(12).toString('base64url') })
    .onConflict((on) => on.columns(['branch_id', 'unit_id', 'playbook_key', 'stay_month']).doNothing())
    .execute()
  const { seed } = await trx
    .selectFrom('campaign_seed')
    .select('seed')
    .where('branch_id', '=', branch_id)
    .where('unit_id', '=', unit_id)
    .where('playbook_key', '=', playbook_key)
    .where('stay_month', '=', stay_month)
    .executeTakeFirstOrThrow()
  return seed
}
