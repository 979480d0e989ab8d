import { staffId } from '#demo/people.ts'
import { freshId } from '#server/db/id.ts'
import type { Db } from '#server/db/pool.ts'
import { MONDAY_AT_TEN } from '#test/api.ts'

const at = MONDAY_AT_TEN
const digest = 'f'.repeat(64)

/** What the demo has none of: a run under way, and what is somebody’s alone. */
export const seedOwn = async (db: Db): Promise<void> => {
  await runsAndThanks(db)
  for (const code of ['lin', 'gu', 'xu', 'hewen']) await ofOnePerson(db, staffId(code))
  await secretsOfLin(db, staffId('lin'))
}

const runsAndThanks = async (db: Db): Promise<void> => {
  const { hash } = await db
    .selectFrom('playbook')
    .select('hash')
    .where('key', '=', 'new-key-customer')
    .executeTakeFirstOrThrow()
  const customers = await db
    .selectFrom('customer')
    .select(['id', 'manager_id'])
    .where('branch_id', '=', 1)
    .where('manager_id', 'is not', null)
    .where('merged_into', 'is', null)
    .orderBy('id')
    .execute()
  const shown = customers.flatMap(({ id, manager_id }) => (manager_id === null ? [] : [{ id, by: manager_id }]))
  for (const { id, by } of shown.slice(0, 120)) {
    const whose = { branch_id: 1, id: freshId(at), customer_id: id }
    await db
      .insertInto('run')
      .values({ ...whose, staff_id: by, playbook_hash: hash, direction: 'outbound', started_at: at })
      .execute()
    await db
      .insertInto('thanks')
      .values({ ...whose, words: '办得快', said_on: '2026-11-20', noted_by: by, noted_at: at })
      .execute()
  }
  const list = freshId(at)
  const frozen = {
    branch_id: 1,
    id: list,
    name: '九月名单',
    month: 202_609,
    filter: '{"tiers":["A"],"baseFrom":"2025-10","baseTo":"2026-09"}',
  }
  await db
    .insertInto('frozen_list')
    .values({ ...frozen, actor_id: staffId('gu'), frozen_at: at })
    .execute()
  await db
    .insertInto('frozen_member')
    .values(shown.map(({ id }) => ({ branch_id: 1, list_id: list, customer_id: id, base_fen: 100, tier: 'A' })))
    .execute()
}

const ofOnePerson = async (db: Db, by: string): Promise<void> => {
  const checklist = await db.selectFrom('checklist').select('id').limit(1).executeTakeFirst()
  const one = () => ({ branch_id: 1, id: freshId(at) })
  const add = <T extends 'job' | 'import' | 'saved_view'>(table: T) => db.insertInto(table)
  await add('job')
    .values({ ...one(), name: 'import.check', asked_by: by, asked_at: at })
    .execute()
  await add('import')
    .values({
      ...one(),
      file_name: '名单.csv',
      state: 'ready',
      actor_id: by,
      asked_at: at,
      file_bytes: 10,
      target: 'customer',
      headers: '["名称"]',
    })
    .execute()
  await add('saved_view')
    .values({ ...one(), owner_id: by, screen: 'customers', name: '我的', definition: '{}' })
    .execute()
  await db
    .insertInto('report_template')
    .values({ ...one(), owner_id: by, file_name: '月报.xlsx', file: Buffer.from('x'), places: '[]', updated_at: at })
    .execute()
  await db
    .insertInto('import_template')
    .values({
      ...one(),
      name: '名单',
      target: 'customer',
      fingerprint: 'f',
      mapping: '{"columns":[]}',
      owner_id: by,
      updated_at: at,
    })
    .execute()
  await db
    .insertInto('calendar_feed')
    .values({
      ...one(),
      staff_id: by,
      label: '手机',
      language: 'zh',
      secret_digest: `${by.slice(0, 30)}${digest}`.slice(0, 64),
      made_at: at,
    })
    .execute()
  await db
    .insertInto('access_token')
    .values({
      ...one(),
      staff_id: by,
      name: '报表',
      scope: 'read',
      secret_digest: `${digest}${by}`,
      made_at: at,
      expires_at: new Date(at.getTime() + 86_400_000),
    })
    .execute()
  await db
    .insertInto('second_step')
    .values({ branch_id: 1, staff_id: by, sealed_secret: 'sealed', begun_at: at, confirmed_at: at })
    .execute()
  if (checklist)
    await db
      .insertInto('bearing_sheet')
      .values({
        ...one(),
        observer_id: staffId('gu'),
        observed_id: by,
        checklist: checklist.id,
        wear: 'all',
        seen_on: '2026-11-20',
        seen: '{}',
        given_at: at,
      })
      .execute()
}

/** What somebody wrote for themselves: no reply to anybody else may hold it. */
export const SECRETS = ['只写给自己看的一行', '只给自己的讲法']

const secretsOfLin = async (db: Db, staff: string): Promise<void> => {
  const one = { branch_id: 1, id: freshId(at) }
  await db
    .insertInto('gratitude')
    .values({ ...one, staff_id: staff, to_id: null, line: SECRETS[0] ?? '', written_at: at })
    .execute()
  await db
    .insertInto('pitch')
    .values({
      ...one,
      owner_id: staff,
      product: '亲情卡',
      persona: '',
      it_is: SECRETS[1] ?? '',
      suits: '',
      after_use: '',
      example: '',
      changed_by: staff,
      changed_at: at,
    })
    .execute()
}
