import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { armOf, causeOf, contactCauses, goesOut, type Holdout, placeOf } from './holdout.ts'

const holdout = (share: number, seed = 'autumn-2026'): Holdout => ({ campaignId: 'c1', seed, share })
const ids = Array.from({ length: 100_000 }, (_, i) => `01930000-0000-7000-8000-${i.toString(16).padStart(12, '0')}`)

describe('the arm of a customer', () => {
  test('is the same whenever it is asked, and a larger share only adds to who is held out', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(fc.uuid(), fc.string(), share, share, (id, seed, one, other) => {
        const [small, large] = [Math.min(one, other), Math.max(one, other)]
        expect(armOf(holdout(small, seed), id)).toBe(armOf(holdout(small, seed), id))
        if (armOf(holdout(small, seed), id) === 'heldOut') expect(armOf(holdout(large, seed), id)).toBe('heldOut')
        expect(armOf(holdout(0, seed), id)).toBe('contacted')
        expect(armOf(holdout(1, seed), id)).toBe('heldOut')
      }),
    )
  })

  test.each([0.05, 0.1, 0.3, 0.5])('is held out for the share %d of customers, within chance', (share) => {
    const held = ids.filter((id) => armOf(holdout(share), id) === 'heldOut').length
    expect(Math.abs(held - share * ids.length)).toBeLessThan(4 * Math.sqrt(ids.length * share * (1 - share)))
  })

  test('takes seed and customer apart', () => {
    expect(placeOf('ab', 'c')).not.toBe(placeOf('a', 'bc'))
    expect(placeOf('', 'abc')).not.toBe(placeOf('abc', ''))
  })

  test('spreads evenly even over ids that follow each other, and seeds know nothing of each other', () => {
    const cells = new Float64Array(100)
    for (const id of ids) {
      const at = Math.floor(placeOf('a', id) * 10) * 10 + Math.floor(placeOf('b', id) * 10)
      cells[at] = (cells[at] ?? 0) + 1
    }
    const wanted = ids.length / cells.length
    const square = cells.reduce((sum, count) => sum + (count - wanted) ** 2 / wanted, 0)
    // chi-square with 99 degrees of freedom: .001 and .999
    expect(square).toBeGreaterThan(60)
    expect(square).toBeLessThan(149)
  })
})

describe('a holdout', () => {
  test('withholds its own campaign and nothing else', () => {
    for (const cause of contactCauses)
      for (const campaignId of ['c1', 'c2', null]) {
        const held = goesOut({ cause, campaignId }, holdout(0.2), 'heldOut')
        expect(held.goes).toBe(!(cause === 'campaign' && campaignId === 'c1'))
        expect(goesOut({ cause, campaignId }, holdout(0.2), 'contacted').goes).toBe(true)
      }
    expect(goesOut({ cause: 'campaign', campaignId: 'c1' }, holdout(0.2), 'heldOut').said.code).toBe('holdout.held')
  })
})

describe('what a contact by the campaign’s playbook is for', () => {
  const occasion = (kind: string, own = false) => ({ kind, own })
  test('is the campaign, unless something else brought the customer up', () => {
    expect(causeOf([])).toBe('campaign')
    expect(causeOf([occasion('task', true)])).toBe('campaign')
    expect(causeOf([occasion('risk')])).toBe('campaign')
    expect(causeOf([occasion('task', true), occasion('promise')])).toBe('promise')
    expect(causeOf([occasion('risk'), occasion('complaintNext')])).toBe('complaint')
    expect(causeOf([occasion('task')])).toBe('reminder')
    expect(causeOf([occasion('birthday')])).toBe('care')
  })
})
