import { expect, test } from 'vitest'
import { testDatabase } from '#test/database.ts'
import { greeting } from './greeting.ts'
import { type BranchHere, branchHere } from './staff/queries.ts'

const greeted = (branch: BranchHere) =>
  greeting({ address: 'http://localhost:7310', phones: ['https://10.0.0.2:7310'], branch, data: '/srv/weixi' })

test('the start says which branch lies there: empty, the demo, or one’s own', () => {
  expect(greeted({ is: 'empty' })).toContain('空的分公司，第一次打开时建管理员 an empty branch')
  expect(greeted({ is: 'empty' })).not.toContain('演示登录')
  expect(greeted({ is: 'demo', name: '云川分公司' })).toContain('分公司 branch   云川分公司（演示 the demo）')
  expect(greeted({ is: 'demo', name: '云川分公司' })).toContain('演示登录 sign in   lin')
  expect(greeted({ is: 'own', name: '临江分公司' })).toContain('分公司 branch   临江分公司\n')
  expect(greeted({ is: 'own', name: '临江分公司' })).not.toMatch(/演示|demo/)
})

test('which branch it is comes from the database, whatever was asked for', async () => {
  const { db } = await testDatabase()
  await db.deleteFrom('branch').execute()
  expect(await branchHere(db)).toEqual({ is: 'empty' })
})
