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
    expect(en.moneyShort(-486_000_000)).toBe('−¥4.9M')
  })

  test('below nothing there is a minus sign, and figures under each other keep their decimals', () => {
    expect(zh.number(-3.25, 1)).toBe('−3.3')
    expect(zh.money(-33_100)).toBe('−¥331')
    expect(zh.percent(-0.05)).toBe('−5%')
    expect([en.fixed(-1.5, 2), en.fixed(3, 2)]).toEqual(['−1.50', '3.00'])
  })

  test('labels follow each other as one phrase', () => {
    expect(en.labels(['Service fell short', 'A promise was not kept', 'VIP desk'])).toBe(
      'Service fell short, a promise was not kept, VIP desk',
    )
    expect(zh.labels(['服务没跟上', '答应的没做到'])).toBe('服务没跟上、答应的没做到')
  })

  test('days inside a sentence are short', () => {
    expect(zh.shortDays('2026-11-12 离开，2027-01-05 再问候一次。', '2026-11-23')).toBe(
      '11-12 离开，2027-01-05 再问候一次。',
    )
    expect(en.shortDays('Met by 2026-11-24.', '2026-11-23')).toBe('Met by tomorrow.')
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
