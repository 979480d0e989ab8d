import { expect, test } from 'vitest'
import { inTransaction } from '#server/db/pool.ts'
import { testDatabase } from '#test/database.ts'
import { lockStandings, standBesideStandings } from './lock-standings.ts'

test('batches of imports stand beside each other, and wait until a monthly run is over', async () => {
  const { db } = await testDatabase()
  const order: string[] = []
  const begun = Promise.withResolvers<void>()
  const mayEnd = Promise.withResolvers<void>()
  const run = inTransaction(db, async (trx) => {
    await lockStandings(trx, 1)
    begun.resolve()
    await mayEnd.promise
    order.push('run')
  })
  await begun.promise
  const batches = ['one', 'two'].map((name) =>
    inTransaction(db, async (trx) => {
      await standBesideStandings(trx, 1)
      order.push(name)
    }),
  )
  const elsewhere = inTransaction(db, async (trx) => {
    await standBesideStandings(trx, 2)
    order.push('elsewhere')
  })
  await elsewhere
  mayEnd.resolve()
  await Promise.all([run, ...batches])
  expect(order.slice(0, 2)).toEqual(['elsewhere', 'run'])
  expect(order.slice(2).toSorted()).toEqual(['one', 'two'])
})
