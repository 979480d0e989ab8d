import { expect, test } from 'vitest'
import { settledByContact } from './after-contact.ts'
import { promiseRecord } from './from-ledgers.ts'

const promise = { kind: 'promise' as const, recordId: promiseRecord('p', new Date('2026-11-23T10:00:00Z')) }
const cadence = { kind: 'cadence' as const, recordId: 'x/2026-10-16' }
const fresh = { kind: 'newCustomer' as const, recordId: 'x/2026-11-20' }

test('a contact settles a cadence and a new customer, never a promise that is due [R-23]', () => {
  expect(settledByContact([promise, cadence, fresh], { reached: true })).toEqual([
    'cadence:x/2026-10-16',
    'newCustomer:x/2026-11-20',
  ])
})

test('a call nobody answered puts a promise off only until before it is due [R-23]', () => {
  const keys = (retryAt: Date | null) => settledByContact([promise, cadence], { reached: false, retryAt })
  expect(keys(new Date('2026-11-23T08:00:00Z'))).toContain(`promise:${promise.recordId}`)
  expect(keys(new Date('2026-11-24T02:00:00Z'))).toEqual(['cadence:x/2026-10-16'])
  expect(keys(null)).toEqual(['cadence:x/2026-10-16'])
})
