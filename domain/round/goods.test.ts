import { describe, expect, test } from 'vitest'
import { isUnusual, orderedOf, type OrderLine } from './goods.ts'

const line = (orderedOn: string, product: string, quantity: number): OrderLine => ({
  orderedOn,
  deliveredOn: null,
  product,
  quantity,
})

describe('the last order beside the usual', () => {
  test('usual is the median of the orders before; what was left out of the last stands at nothing', () => {
    const lines = [
      line('2026-11-02', '青峦 硬', 10),
      line('2026-11-09', '青峦 硬', 14),
      line('2026-11-16', '青峦 硬', 2),
      line('2026-11-02', '云岫 软', 6),
      line('2026-11-09', '云岫 软', 8),
    ]
    expect(orderedOf(lines)).toEqual({
      orderedOn: '2026-11-16',
      deliveredOn: null,
      goods: [
        { product: '青峦 硬', last: 2, usual: 12, times: 3 },
        { product: '云岫 软', last: 0, usual: 7, times: 2 },
      ],
    })
  })

  test('the first order is its own measure; two lines of one day are one order', () => {
    expect(orderedOf([line('2026-11-16', '青峦 硬', 4), line('2026-11-16', '青峦 硬', 6)])?.goods).toEqual([
      { product: '青峦 硬', last: 10, usual: 10, times: 1 },
    ])
  })

  test('no more than fit a thumb screen, those ordered most often first; none without an order', () => {
    const lines = ['a', 'b', 'c', 'd', 'e'].flatMap((name, place) => [
      line('2026-11-16', name, 1),
      ...Array.from({ length: place }, (_, week) => line(`2026-10-0${week + 1}`, name, 1)),
    ])
    expect(orderedOf(lines)?.goods.map(({ product }) => product)).toEqual(['e', 'd', 'c', 'b'])
    expect(orderedOf([])).toBeNull()
  })

  test('half as much or half more is worth a word', () => {
    expect([
      isUnusual({ last: 6, usual: 12 }),
      isUnusual({ last: 18, usual: 12 }),
      isUnusual({ last: 7, usual: 12 }),
    ]).toEqual([true, true, false])
  })
})
