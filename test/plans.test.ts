import { type CompiledQuery, Kysely, PostgresDialect } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { fillCity } from '#demo/city/fill.ts'
import { citySize } from '#demo/city/size.ts'
import type { Database, Db } from '#server/db/pool.ts'
import type { Tables } from '#server/db/tables.ts'
import { clockStartingAt } from '#server/http/clock.ts'
import type { Caller } from '#server/http/handler.ts'
import { showOwn } from '#server/insight/own.ts'
import { askedFor } from '#server/insight/span.ts'
import { showTeam } from '#server/insight/team.ts'
import { createAuth } from '#server/staff/auth.ts'
import { seatOfStaff } from '#server/staff/session.ts'
import { countsFor } from '#server/worklist/counts.ts'
import { showToday } from '#server/worklist/show-today.ts'
import { MONDAY_AT_TEN } from './api.ts'
import { testDatabase } from './database.ts'

type Plan = {
  'Node Type': string
  'Relation Name'?: string
  'Index Name'?: string
  'Index Cond'?: string
  Filter?: string
  Plans?: Plan[]
}

let database: Pick<Database, 'db' | 'pool'>

const nodesOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)]

/** Whether a step goes through every customer of the branch: by the table itself, or by a key of which only the branch is known. */
const looksThroughAll = (node: Plan): boolean => {
  const ofCustomer =
    node['Relation Name'] === 'customer' || /^customer_(pkey|by_|branch_id)/.test(node['Index Name'] ?? '')
  // Hundreds of known ids are as many as a small branch has: an older planner then reads the key from end to end.
  const byIds = /\(id = ANY/.test(node.Filter ?? '')
  return ofCustomer && !byIds && (node['Node Type'] === 'Seq Scan' || node['Index Cond'] === '(branch_id = 1)')
}

/** Statements of a page that could not be answered without looking through all customers: a scan is planned only where nothing else is left. */
const scansOf = async (page: (db: Db) => Promise<unknown>): Promise<string[]> => {
  const asked: CompiledQuery[] = []
  const dialect = new PostgresDialect({ pool: database.pool })
  await page(new Kysely<Tables>({ dialect, log: ({ query }) => void asked.push(query) }))
  expect(asked.length).toBeGreaterThan(5)
  const client = await database.pool.connect()
  try {
    await client.query('begin')
    for (const way of ['seqscan', 'hashjoin', 'mergejoin']) await client.query(`set local enable_${way} = off`)
    const scans: string[] = []
    for (const { sql, parameters } of asked.filter(({ sql }) => /^\s*(select|with)/i.test(sql))) {
      const text = `explain (format json) ${sql}`
      const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(text, [...parameters])
      const plan = rows[0]?.['QUERY PLAN'][0].Plan
      if (plan && nodesOf(plan).some(looksThroughAll)) scans.push(sql)
    }
    return scans
  } finally {
    await client.query('rollback')
    client.release()
  }
}

const seat = async (code: string): Promise<Caller> => {
  const { id } = await database.db.selectFrom('staff').select('id').where('code', '=', code).executeTakeFirstOrThrow()
  const caller = await seatOfStaff(database.db, 1, id)
  if (!caller) throw new Error(`nobody sits for ${code}`)
  return caller
}

beforeAll(async () => {
  database = await testDatabase()
  const auth = createAuth(database.db, 'secret-of-a-test-0123456789abcdef', 'http://127.0.0.1')
  await fillCity(database, auth, citySize(6000), 7, () => undefined)
})

describe('a page looks through no branch', () => {
  const clock = clockStartingAt(MONDAY_AT_TEN)
  test.each([
    ['today', 'm001', (db: Db, caller: Caller) => showToday(db, caller, MONDAY_AT_TEN, 200)],
    ['the rail’s figures', 'm001', (db: Db, caller: Caller) => countsFor(db, caller, MONDAY_AT_TEN)],
    ['one’s own figures', 'm001', (db: Db, caller: Caller) => showOwn(db, caller, askedFor(caller, clock))],
    ['a lead’s today', 'lead1', (db: Db, caller: Caller) => showToday(db, caller, MONDAY_AT_TEN, 200)],
    ['a team’s month', 'lead1', (db: Db, caller: Caller) => showTeam(db, caller, askedFor(caller, clock))],
  ] as const)('%s', async (_, code, page) => {
    const caller = await seat(code)
    expect(await scansOf((db) => page(db, caller))).toEqual([])
  })
})
