import { expect, test } from 'vitest'
import { showsNumber } from './number-shown.ts'

const startedAt = new Date('2026-11-23T02:00:00Z')
const held = { staffId: 'lin', startedAt, filedBefore: false }
const after = (hours: number): Date => new Date(startedAt.getTime() + hours * 3_600_000)

test('the number of a contact shows to the one who holds it, while it goes on', () => {
  expect(showsNumber(held, 'lin', startedAt)).toBe(true)
  expect(showsNumber(held, 'lin', after(3))).toBe(true)
  expect(showsNumber(held, 'han', after(1))).toBe(false)
})

test('filed it is masked, and stays so when opened again', () => {
  expect(showsNumber({ ...held, filedBefore: true }, 'lin', after(1))).toBe(false)
})

test('a contact forgotten open is no standing key to the number', () => {
  expect(showsNumber(held, 'lin', after(12))).toBe(false)
})
