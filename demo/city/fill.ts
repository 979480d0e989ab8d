import type pg from 'pg'
import { connect } from '#server/db/connect.ts'
import { withLateKeys } from '#server/db/late-keys.ts'
import type { Database } from '#server/db/pool.ts'
import { bringUpToDate } from '#server/flows/run-month.ts'
import type { Auth } from '#server/staff/auth.ts'
import { AS_OF, at, ENTERED_AT } from '../moment.ts'
import { DEMO_PASSWORD } from '../people.ts'
import { makeSignIns } from '../sign-ins.ts'
import { chanceByPlace } from './chance.ts'
import { drawMoney } from './money.ts'
import { drawNames } from './names.ts'
import { type CityPeople, cityPeople } from './people.ts'
import {
  type City,
  type OnRows,
  writeBills,
  writeCustomers,
  writeIssues,
  writeKeys,
  writeNumbers,
  writePromises,
  writeTouches,
} from './rows.ts'
import type { CitySize } from './size.ts'

/** What is being done: a table with its rows so far, the keys built of those there are, or months computed. */
export type CityStep =
  | { step: 'draw' }
  | { step: 'rows'; table: CityTable; rows: number }
  | { step: 'keys' | 'months'; done: number; of: number }

export type CityFigures = { branchId: number; name: string; customers: number; bills: number; keyRevenue: number }

const tables = {
  customer: writeCustomers,
  member: writeNumbers,
  customer_key: writeKeys,
  bill: writeBills,
  touch: writeTouches,
  promise: writePromises,
  service_case: writeIssues,
} satisfies Record<string, (client: pg.PoolClient, city: City, onRows: OnRows) => Promise<void>>

export type CityTable = keyof typeof tables

const tableNames = Object.keys(tables) as CityTable[]

/**
 * Adds a made-up city branch: staff, customers, bills, touches, promises and cases, then its last two months. The same seed gives the
 * same rows. All or nothing until the months are computed; those are made up for by the next monthly run.
 */
export const fillCity = async (
  { db, pool }: Pick<Database, 'db' | 'pool'>,
  auth: Auth,
  size: CitySize,
  seed: number,
  onStep: (step: CityStep) => void,
): Promise<CityFigures> => {
  onStep({ step: 'draw' })
  const client = await connect(pool)
  try {
    await client.query('begin')
    await client.query('set local statement_timeout = 0')
    await client.query("set local maintenance_work_mem = '512MB'")
    const branch = await openBranch(client)
    const names = drawNames(seed, size.customers)
    const chance = chanceByPlace(seed + branch.id)
    const money = drawMoney(size, chance)
    const people = cityPeople(branch.id, branch.first, size, names)
    await writePeople(client, branch.id, people)
    const city: City = { branchId: branch.id, size, chance, money, names, people }
    await writeTables(client, city, onStep)
    const { rows } = await client.query<{ bills: number }>(
      'select count(*)::int as bills from bill where branch_id = $1',
      [branch.id],
    )
    await client.query('commit')
    const everybody = [...people.managers, ...people.others].map(({ id, code, named }) => ({
      id,
      code,
      name: named.name,
    }))
    const signIns = await makeSignIns(auth, everybody)
    await client.query(
      `update staff set auth_user_id = given.account from unnest($2::text[], $3::text[]) as given(code, account)
       where staff.branch_id = $1 and staff.code = given.code`,
      [branch.id, signIns.map(([code]) => code), signIns.map(([, account]) => account)],
    )
    await bringUpToDate(db, branch.id, at('11-23 06:00'), {
      onMonth: (done, of) => onStep({ step: 'months', done, of }),
    })
    const { keyRevenue } = money
    return { branchId: branch.id, name: branch.name, customers: size.customers, bills: rows[0]?.bills ?? 0, keyRevenue }
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  } finally {
    client.release()
  }
}

/** The next branch; whoever fills one at the same time waits. */
const openBranch = async (client: pg.PoolClient): Promise<{ id: number; name: string; first: boolean }> => {
  await client.query('lock table branch in share row exclusive mode')
  const { rows } = await client.query<{ id: number }>('select coalesce(max(id), 0) + 1 as id from branch')
  const id = rows[0]?.id ?? 1
  const name = `云川市分公司${id > 1 ? ` ${id}` : ''}`
  await client.query('insert into branch (id, name, as_of, demo_password, created_at) values ($1, $2, $3, $4, $5)', [
    id,
    name,
    AS_OF,
    DEMO_PASSWORD,
    ENTERED_AT,
  ])
  return { id, name, first: id === 1 }
}

const writePeople = async (client: pg.PoolClient, branchId: number, { units, managers, others }: CityPeople) => {
  for (const { id, code, name, parentId } of units)
    await client.query('insert into unit (branch_id, id, code, name, parent_id) values ($1, $2, $3, $4, $5)', [
      branchId,
      id,
      code,
      name,
      parentId,
    ])
  for (const { id, code, named, roles, unitId } of [...others, ...managers])
    await client.query(
      `insert into staff (branch_id, id, code, name, name_sort, short_name, roles, unit_id) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [branchId, id, code, named.name, named.keys.sortKey, named.name, roles, unitId],
    )
}

/** Into empty tables the keys come last; beside another branch they are kept up row by row. */
const writeTables = async (client: pg.PoolClient, city: City, onStep: (step: CityStep) => void): Promise<void> => {
  const { rows } = await client.query<{ empty: boolean }>(
    `select ${tableNames.map((name) => `not exists (select from ${name})`).join(' and ')} as empty`,
  )
  const work = async (): Promise<void> => {
    for (const name of tableNames)
      await tables[name](client, city, (written) => onStep({ step: 'rows', table: name, rows: written }))
  }
  if (rows[0]?.empty) await withLateKeys(client, tableNames, work, (done, of) => onStep({ step: 'keys', done, of }))
  else await work()
}
