import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { betterOf, standingOf, type UseCounts } from './outcome.ts'
import { wordingFor } from './wording.ts'

const spoken = (spoken: number, more: Partial<UseCounts> = {}): UseCounts => ({
  spoken,
  talked: 0,
  met: 0,
  accepted: 0,
  written: 0,
  answered: 0,
  ...more,
})

describe('how a wording did', () => {
  test('asking for a time is judged by meetings, an offer by what was accepted, the rest by the talk going on', () => {
    const counts = spoken(40, { talked: 30, met: 10, accepted: 4 })
    expect(standingOf(['asksTime', 'offer'], counts)).toMatchObject({ aim: 'meeting', worked: 10, of: 40, thin: false })
    expect(standingOf(['offer'], counts)).toMatchObject({ aim: 'yes', worked: 4 })
    expect(standingOf(['opening'], counts)).toMatchObject({ aim: 'talk', worked: 30 })
  })

  test('words that are mostly written are judged by the answers', () => {
    expect(standingOf(['care'], spoken(1, { written: 30, answered: 9 }))).toMatchObject({
      aim: 'reply',
      worked: 9,
      of: 30,
    })
  })

  test('a few uses are too thin to say anything', () => {
    const few = standingOf(['opening'], spoken(5, { talked: 5 }))
    expect(few.thin).toBe(true)
    expect(betterOf(few, standingOf(['opening'], spoken(500, { talked: 10 })))).toBe('thin')
  })

  test('a clear difference wins, one that may be chance stays open', () => {
    const of = (met: number) => standingOf(['asksTime'], spoken(60, { met }))
    expect(betterOf(of(40), of(15))).toBe('one')
    expect(betterOf(of(15), of(40))).toBe('other')
    expect(betterOf(of(22), of(20))).toBe('open')
  })
})

describe('two wordings that take turns', () => {
  test('a contact always gets the same one, and always one of those in use', () => {
    fc.assert(
      fc.property(fc.uuid(), (contact) => {
        const said = wordingFor(['pack-1', 'b'], 'either-or', contact)
        expect(['pack-1', 'b']).toContain(said)
        expect(wordingFor(['pack-1', 'b'], 'either-or', contact)).toBe(said)
      }),
    )
  })

  test('over many contacts each comes up about half of the time', () => {
    const ids = fc.sample(fc.uuid(), { numRuns: 2000, seed: 7 })
    const first = ids.filter((id) => wordingFor(['a', 'b'], 'either-or', id) === 'a').length
    expect(first).toBeGreaterThan(850)
    expect(first).toBeLessThan(1150)
  })

  test('one in use is the one that is said; none says nothing', () => {
    expect([wordingFor(['a'], 's', 'x'), wordingFor([], 's', 'x')]).toEqual(['a', null])
  })
})
