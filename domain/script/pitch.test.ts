import { describe, expect, test } from 'vitest'
import { canBeSaid, overLong, type Pitch, pitchLength, pitchText } from './pitch.ts'

const pitch: Pitch = {
  product: '国际漫游包',
  persona: '常出差的人',
  itIs: '简单说，就是出国上网的包天套餐',
  suits: '特别适合您这样常出差的',
  afterUse: '用上以后落地就能上网',
  example: '比如王经理上月去新加坡，三天才花七十五',
}

describe('three lines and a half [G-13]', () => {
  test('lines that fit can be said, one after the other', () => {
    expect(canBeSaid(pitch)).toBe(true)
    expect(pitchText(pitch)).toBe(
      '简单说，就是出国上网的包天套餐。特别适合您这样常出差的。用上以后落地就能上网。比如王经理上月去新加坡，三天才花七十五。',
    )
  })

  test('a line too long says by how much', () => {
    expect(overLong('itIs', '一'.repeat(25))).toBe(5)
    expect(overLong('example', '一'.repeat(24))).toBe(0)
    expect(canBeSaid({ ...pitch, suits: '一'.repeat(21) })).toBe(false)
  })

  test('English is counted in words', () => {
    expect(pitchLength('itIs', 'Put simply it is data abroad by the day')).toEqual({ have: 9, most: 16 })
  })

  test('an empty line cannot be said', () => {
    expect(canBeSaid({ ...pitch, example: ' ' })).toBe(false)
  })
})
