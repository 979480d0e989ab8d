import { describe, expect, test } from 'vitest'
import { formatIn } from './format.ts'

const zh = formatIn('zh', 'Asia/Shanghai')
const en = formatIn('en', 'Asia/Shanghai')

describe('numbers, days and amounts in the reader’s language', () => {
  test('headlines shorten money where each language does', () => {
    expect(zh.moneyShort(41_280_000)).toBe('¥41.3 万')
    expect(en.moneyShort(41_280_000)).toBe('¥413k')
    expect(zh.moneyShort(97_000)).toBe('¥970')
    expect(zh.moneyShort(123_456_789_00)).toBe('¥1.2 亿')
    expect(en.moneyShort(-486_000_000)).toBe('-¥4.9M')
  })

  test('a day is written with its weekday', () => {
    expect(zh.day('2026-11-23')).toBe('11月23日 周一')
    expect(en.day('2026-11-23')).toBe('Mon 23 Nov')
  })

  test('months, clocks and durations', () => {
    expect(zh.month('2026-10')).toBe('10 月')
    expect(en.monthOfYear('2026-10')).toBe('October 2026')
    expect(zh.clock(252)).toBe('4:12')
    expect(zh.duration(190)).toBe('3 小时 10 分')
    expect(en.duration(120)).toBe('2 h')
  })

  test('times are the branch’s, wherever the reader sits', () => {
    expect(zh.time('2026-11-23T02:30:00Z')).toBe('10:30')
  })
})
