import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { contract, type ContractKey } from '#api/contract.ts'
import { anOffice, type Office } from '#test/access/office.ts'
import { requestsTo, sent } from './fuzz.ts'

/** `npm run verify -- fuzz` sends twenty times as many; the seed stands in the failure. */
const TRIES = Number(process.env['WEIXI_FUZZ_TRIES'] ?? 15)

let office: Office

beforeAll(async () => {
  office = await anOffice()
})

describe('whatever is sent to it, an endpoint answers: it never fails', () => {
  test.each(Object.keys(contract) as ContractKey[])('%s', async (key) => {
    const requests = await requestsTo(key, office)
    await fc.assert(
      fc.asyncProperty(requests, async (request) => {
        expect(await sent(office, request)).toBe('fine')
      }),
      { numRuns: TRIES, endOnFailure: false },
    )
  })
})
