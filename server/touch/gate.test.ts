import { expect, test } from 'vitest'
import { aCustomer, testApi } from '#test/api.ts'
import { askGate } from './gate.ts'

test('a refusal holds through its last day where the branch is, and no longer [R-30]', async () => {
  const api = await testApi()
  const customerId = await aCustomer(api, '李素珍')
  await api.db
    .insertInto('consent')
    .values({
      branch_id: 1,
      customer_id: customerId,
      purpose: 'sales',
      state: 'refused',
      since: '2026-11-01',
      until: '2026-11-24',
      source: '电话里说的',
    })
    .execute()
  const asked = (now: string) =>
    askGate(api.db, { branchId: 1, timeZone: 'Asia/Shanghai' } as Parameters<typeof askGate>[1], {
      customerId,
      purpose: 'sales',
      channel: 'call',
      agreedTime: true,
      now: new Date(now),
    })
  // 23:30 of the 24th there, then half past seven of the 25th, which is still the 24th in Greenwich.
  expect(codesOf(await asked('2026-11-24T15:30:00Z'))).toContain('gate.refused')
  expect(codesOf(await asked('2026-11-24T23:30:00Z'))).not.toContain('gate.refused')
})

const codesOf = (answer: Awaited<ReturnType<typeof askGate>>): string[] =>
  answer.allowed ? [] : answer.reasons.map(({ code }) => code)
