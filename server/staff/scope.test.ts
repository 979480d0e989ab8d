import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { actions, roles } from '#domain/staff/role.ts'
import { type Actor, covers, scopeOf } from '#domain/staff/scope.ts'
import { aCustomer, idOf, testApi, type TestApi } from '#test/api.ts'
import { withinScope } from './scope.ts'

let api: TestApi

beforeAll(async () => {
  api = await testApi()
  await aCustomer(api, '李素珍', { manager: 'lin', backup: 'han' })
  await aCustomer(api, '单志远', { manager: 'han', backup: 'gu' })
  await aCustomer(api, '陈国栋', { manager: 'xu' })
  await aCustomer(api, '无主客户', { manager: 'xu' })
  await api.db
    .updateTable('customer')
    .set({ manager_id: null, unit_id: null })
    .where('branch_id', '=', 1)
    .where('name', '=', '无主客户')
    .execute()
})

describe('a scope means the same in SQL as in the rule', () => {
  test('for every role, action and person', async () => {
    const everyone = await api.db.selectFrom('customer').selectAll().where('branch_id', '=', 1).execute()
    for (const code of ['lin', 'han', 'gu', 'xu', 'yan'])
      for (const role of roles)
        for (const action of actions) {
          const unit = ['xu', 'yan'].includes(code) ? 'south' : 'north'
          const actor: Actor = { branchId: 1, staffId: idOf(code), roles: [role], unitIds: [idOf(unit)] }
          const scope = scopeOf(actor, action)
          const bySql = await api.db
            .selectFrom('customer')
            .select(sql<string>`name`.as('name'))
            .where('branch_id', '=', 1)
            .where(withinScope(scope))
            .execute()
          const byRule = everyone.filter((row) =>
            covers(scope, { managerId: row.manager_id, backupId: row.backup_id, unitId: row.unit_id }),
          )
          expect(bySql.map((row) => row.name).toSorted(), `${code} as ${role}: ${action}`).toEqual(
            byRule.map((row) => row.name).toSorted(),
          )
        }
  })
})
