import { describe, expect, test } from 'vitest'
import { circleOf, type Feeling, isDispleased } from './circle.ts'

const feels = (more: Partial<Feeling>): Feeling => ({ satisfied: null, felt: null, ...more })

describe('the circle of a displeased customer', () => {
  test.each<[string, Feeling, boolean]>([
    ['who said nothing', feels({}), false],
    ['whose newest comparison fell short', feels({ felt: 'below', satisfied: 5 }), true],
    ['who answered 2', feels({ satisfied: 2 }), true],
    ['who answered 3', feels({ satisfied: 3 }), false],
    ['who got what was expected', feels({ felt: 'met' }), false],
  ])('%s', (_name, feeling, shown) => {
    expect(isDispleased(feeling)).toBe(shown)
  })

  test('counts whom we know of, and says so where nobody is known', () => {
    expect(circleOf({ people: 2, firm: '衡川' })).toEqual({
      code: 'circle.known',
      params: { people: 2, firm: '衡川' },
    })
    expect(circleOf({ people: 0, firm: '衡川' }).code).toBe('circle.known')
    expect(circleOf({ people: 0, firm: null }).code).toBe('circle.unknown')
  })
})
