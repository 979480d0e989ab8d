import { describe, expect, test } from 'vitest'
import { columnNames, kindOf, numberOf, readColumn, textOf } from './table.ts'

describe('cells', () => {
  test('a blank is not known, never 0', () => {
    for (const blank of ['', ' ', '  ', 'NA', 'n/a', '-', null, undefined]) expect(numberOf(blank)).toBeNaN()
    expect(numberOf('0')).toBe(0)
  })

  test('numbers are read as people write them', () => {
    expect(numberOf('1,234.50')).toBe(1234.5)
    expect(numberOf('１２３')).toBe(123)
    expect(numberOf('-3')).toBe(-3)
    expect(numberOf(' 7 ')).toBe(7)
    expect(numberOf('.5')).toBe(0.5)
    expect(numberOf('1e3')).toBe(1000)
    expect(numberOf(true)).toBe(1)
  })

  test('what is no number is not known', () => {
    for (const text of ['12 元', '0x10', 'Infinity', '1e999', '.', '-', '1.2.3', '2026-11-01'])
      expect(numberOf(text)).toBeNaN()
    expect(numberOf(Number.POSITIVE_INFINITY)).toBeNaN()
  })

  test('full-width text is the same value', () => expect(textOf(' ＶＩＰ ')).toBe('VIP'))
})

describe('columns', () => {
  test('a number column with blanks stays a number column', () => {
    expect(kindOf(['29.85', ' ', '108.15'])).toBe('number')
  })

  test('a few stray texts are counted, many make a category', () => {
    const cells = [...Array.from({ length: 98 }, (_, i) => String(i)), '见备注', '?']
    expect(kindOf(cells)).toBe('number')
    const rows = cells.map((cell) => ({ cell }))
    expect(readColumn('cell', 'number', rows, '2026-11-01')).toMatchObject({ strays: 2, stray: '见备注' })
    expect(kindOf(['1', '2', 'gold', 'silver'])).toBe('category')
  })

  test('days become days before the day of the data', () => {
    const rows = [{ joined: '2026-10-31' }, { joined: '' }]
    expect(kindOf(rows.map((row) => row.joined))).toBe('day')
    const column = readColumn('joined', 'day', rows, '2026-11-01')
    expect(column).toMatchObject({ numbers: Float64Array.of(1, Number.NaN), strays: 0 })
  })

  test('ragged rows lose no column', () => expect(columnNames([{ a: 1 }, { b: 2, a: 3 }])).toEqual(['a', 'b']))
})
