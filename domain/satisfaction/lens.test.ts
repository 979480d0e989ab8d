import fc from 'fast-check'
import { expect, test } from 'vitest'
import { byDimension, byLens, partOf } from './lens.ts'
import { items, isWhole, meanOf, newestOf, servqualOf, type Sheet } from './servqual.ts'

const sheet = (answer: (item: number) => number): Sheet =>
  Object.fromEntries(items.map(({ number }) => [number, answer(number)]))

test('the three-part view and the five dimensions hold the same answers and give the same total [M-09]', () => {
  const scores = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 22, maxLength: 22 })
  fc.assert(
    fc.property(scores, scores, (wanted, got) => {
      const result = servqualOf(
        sheet((item) => wanted[item - 1] ?? 3),
        sheet((item) => got[item - 1] ?? 3),
      )
      if (!result.ok) throw new Error('a whole sheet is refused')
      const [five, three] = [byDimension(result.value.items), byLens(result.value.items)]
      expect(three.total).toBe(five.total)
      expect(three.parts.reduce((sum, { of }) => sum + of, 0)).toBe(22)
      expect(five.items).toBe(three.items)
    }),
  )
})

test('every item lies in one part', () => {
  expect(items.filter(({ number }) => partOf(number) === 'outcome')).toHaveLength(4)
  expect(items.filter(({ number }) => partOf(number) === 'image')).toHaveLength(6)
})

test('many customers together are the mean of each item over those who answered it', () => {
  const one = servqualOf(
    sheet(() => 4),
    sheet(() => 2),
  )
  const other = servqualOf({ 1: 4, 10: 2 }, { 1: 4, 10: 2 })
  if (!one.ok || !other.ok) throw new Error('refused')
  const together = meanOf([one.value.items, other.value.items])
  expect(together[0]).toMatchObject({ number: 1, expected: 4, experienced: 3, gap: -1 })
  expect(together[1]).toMatchObject({ number: 2, gap: -2 })
  expect(together[9]).toMatchObject({ number: 10, gap: 1 })
})

test('a few items asked later renew those and leave the rest of the full sheet standing [M-08]', () => {
  const full = servqualOf(
    sheet(() => 4),
    sheet(() => 2),
  )
  const short = servqualOf({ 3: 4, 5: 4 }, { 3: 4, 5: 3 })
  if (!full.ok || !short.ok) throw new Error('refused')
  const newest = newestOf([short.value.items, full.value.items])
  expect(newest).toHaveLength(22)
  expect(newest.filter(({ number }) => number < 6).map(({ gap }) => gap)).toEqual([-2, -2, 0, -2, -1])
  expect(newestOf([])).toEqual([])
})

test('a sheet is whole when all 22 items are answered', () => {
  expect(isWhole(sheet(() => 3))).toBe(true)
  expect(isWhole({ 1: 3 })).toBe(false)
})
