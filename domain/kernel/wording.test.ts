import { expect, test } from 'vitest'
import { percent } from './wording.ts'

test('a share is rounded, and never to nothing when it is there', () => {
  expect(percent(0.384)).toBe('38%')
  expect(percent(0.0585, 2)).toBe('5.85%')
  expect(percent(0)).toBe('0%')
  expect(percent(0.004)).toBe('<1%')
  expect(percent(0.0004, 1)).toBe('<0.1%')
  expect(percent(-0.02)).toBe('−2%')
  expect(percent(-0.002)).toBe('0%')
})
