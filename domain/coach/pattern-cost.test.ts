import { describe, expect, test } from 'vitest'
import { MOST_WAYS, patternWays } from './pattern-cost.ts'

const ways = (pattern: string): number | string => {
  const counted = patternWays(pattern)
  return counted.ok ? counted.value : counted.error.code
}

describe('what a pattern costs', () => {
  test.each([
    ['a word', '必须', 1],
    ['a gap', '你.{0,4}必须', 5],
    ['two gaps', 'a.{0,9}b.{0,9}c', 100],
    ['a choice between words that begin alike', '(?:没办法|没辙|不行)', 2],
    ['a choice that may begin with anything', '(?:.办|没|不)', 2],
    ['something optional', '(?:你)?得', 2],
    ['a group that repeats', '(?:ab|ac){1,2}', 6],
    ['looking ahead', '请(?!问|放心).{0,3}', 4],
    ['a class of letters', '[一二三]点|[四五]点', 1],
  ])('%s', (_, pattern, expected) => {
    expect(ways(pattern)).toBe(expected)
  })

  test.each(['a*', 'a+', '(a)', 'a{2,}', '(?:a|b', 'a)', '\\1', '(?<name>a)', '[a', ''])(
    'cannot be counted, so is no pattern: %s',
    (pattern) => {
      expect(ways(pattern)).toBe(pattern === '' ? 1 : 'pattern.form')
    },
  )

  test('too many ways are refused with their number', () => {
    const counted = patternWays('(?:.{0,30}a){1,4}')
    expect(counted).toMatchObject({ ok: false, error: { code: 'pattern.costly', params: { most: MOST_WAYS } } })
  })
})
