import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, daysBetween } from '#domain/kernel/day.ts'
import { type Cell, textCell } from './cell.ts'
import { parseFlag, parseMarketDays, parseWeekday } from './parse-choice.ts'
import { parseBirthday, parseDay, parseMonth } from './parse-day.ts'
import { identityCheck, parseIdentity } from './parse-identity.ts'
import { parseBill, parseCount, parseMoney, parseNumber } from './parse-number.ts'
import { parsePhone } from './parse-phone.ts'
import { parseCode, parseText } from './parse-text.ts'
import type { Parse, ParseContext } from './parsed.ts'

const context: ParseContext = { today: '2026-11-22', year: null, absurdBill: 100_000_000 }
const ofYear: ParseContext = { ...context, year: 2026 }
const number = (value: number): Cell => ({ type: 'number', raw: String(value), value })
/** The value, or the code of what is wrong. */
const said = (parse: Parse, cell: string | Cell, given = context) => {
  const parsed = parse(typeof cell === 'string' ? textCell(cell) : cell, given)
  return parsed.ok ? parsed.value : parsed.error.code
}

describe('amounts', () => {
  test.each([
    ['128', 12_800],
    ['¥1,234.50', 123_450],
    ['１２８．５０元', 12_850],
    ['￥-5', -500],
    ['-¥5.00', -500],
    ['(300)', -30_000],
    ['（３００.５）', -30_050],
    ['1.2万', 1_200_000],
    ['0.3万元', 300_000],
    ['人民币88元整', 8800],
    ['234,567', 23_456_700],
    ['300-', -30_000],
    ['1e2', 10_000],
    ['0', 0],
    [' 12 ', 1200],
  ])('%s', (text, fen) => expect(said(parseBill(true), text)).toBe(fen))

  test.each(['一百', '1,23', '12元5', '--', '1.2.3', 'N/A', '12%'])('%s is no amount', (text) =>
    expect(said(parseMoney, text)).toBe('money.invalid'),
  )

  test('float noise does not cost a fen', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e8, max: 1e8 }), (fen) => {
        expect(said(parseBill(true), number(fen / 100))).toBe(fen)
        expect(said(parseBill(true), (fen / 100).toFixed(2))).toBe(fen)
      }),
    )
  })

  test('a million and more for one month is taken for a slip, a refund needs leave', () => {
    expect(said(parseBill(false), '1000000')).toBe(100_000_000)
    expect(said(parseBill(false), '1000000.01')).toBe('money.absurd')
    expect(said(parseBill(true), '-2000000')).toBe('money.absurd')
    expect(said(parseBill(false), '-5')).toBe('money.negative')
  })

  test('counts lose their unit and never fall below zero', () => {
    expect([
      said(parseCount, '120人'),
      said(parseCount, '30 档'),
      said(parseCount, '-1'),
      said(parseCount, '多'),
    ]).toEqual([120, 30, 'number.negative', 'number.invalid'])
    expect([said(parseNumber, '12.5%'), said(parseNumber, '１,０００'), said(parseNumber, '197.64')]).toEqual([
      0.125, 1000, 197.64,
    ])
  })
})

describe('phone numbers', () => {
  test.each([
    ['13800138000', '13800138000'],
    ['+86 138 0013 8000', '13800138000'],
    ['86-13800138000', '13800138000'],
    ['138-0013-8000', '13800138000'],
    ['１３８００１３８０００', '13800138000'],
    ['13800138000.0', '13800138000'],
    ['13800138000\t', '13800138000'],
    ['0571-87654321', '057187654321'],
    ['(0571)87654321', '057187654321'],
    ['01012345678', '01012345678'],
    ['021-6543 2100', '02165432100'],
    ['0571-8765432', '05718765432'],
    ['400-123-4567', '4001234567'],
    ['10086', '10086'],
  ])('%s', (text, phone) => expect(said(parsePhone, text)).toBe(phone))

  test('a number cell is read by its digits', () =>
    expect(said(parsePhone, number(13_800_138_000))).toBe('13800138000'))

  test.each([
    ['1.38E+10', 'phone.scientific'],
    ['1.3800138E+10', 'phone.scientific'],
    ['23800138000', 'phone.invalid'],
    ['138001380001', 'phone.invalid'],
    ['无', 'phone.invalid'],
  ])('%s is refused', (text, code) => expect(said(parsePhone, text)).toBe(code))
})

describe('identity numbers', () => {
  const first17 = fc
    .tuple(
      fc.integer({ min: 110_000, max: 659_999 }),
      fc.integer({ min: 0, max: 30_000 }),
      fc.integer({ min: 0, max: 999 }),
    )
    .map(
      ([area, days, order]) =>
        `${area}${addDays('1930-01-01', days).replaceAll('-', '')}${String(order).padStart(3, '0')}`,
    )

  test('a number with its check digit is accepted, and any one digit changed is noticed', () => {
    fc.assert(
      fc.property(first17, fc.nat(16), fc.integer({ min: 1, max: 9 }), (first, at, by) => {
        const whole = first + identityCheck(first)
        expect(said(parseIdentity, whole)).toBe(whole)
        const wrong = `${whole.slice(0, at)}${(Number(whole[at]) + by) % 10}${whole.slice(at + 1)}`
        expect(['identity.checksum', 'identity.rounded']).toContain(said(parseIdentity, wrong))
      }),
    )
  })

  test('the example of the standard', () => {
    expect(said(parseIdentity, '11010519491231002x')).toBe('11010519491231002X')
    expect(said(parseIdentity, '440524188001010014')).toBe('440524188001010014')
  })

  test.each([
    [number(110_105_194_912_310_020), 'identity.rounded'],
    ['1.10105E+17', 'identity.scientific'],
    ['110105194912310000', 'identity.rounded'],
    ['110105194912310021', 'identity.checksum'],
    ['1101051949123100', 'identity.length'],
    ['abc', 'identity.length'],
  ] as [string | Cell, string][])('%j is refused', (cell, code) => expect(said(parseIdentity, cell)).toBe(code))

  test('the sentence does not spell the number out', () => {
    const parsed = parseIdentity(textCell('110105194912310021'), context)
    expect(parsed.ok ? null : parsed.error.params).toEqual({ text: '1101…0021' })
  })

  test('a credit code of 18 characters is kept', () =>
    expect(said(parseIdentity, '91330100MA27XXXX0R')).toBe('91330100MA27XXXX0R'))
})

describe('days', () => {
  test.each([
    '2026-1-5',
    '2026/1/5',
    '2026.1.5',
    '20260105',
    '2026年1月5日',
    '２０２６年１月５日',
    '2026-01-05 08:30:00',
    '2026-01-05T08:30:00.000',
    '26-1-5',
    '26年1月5日',
    '46027',
  ])('%s', (text) => expect(said(parseDay, text === '46027' ? number(46_027) : text)).toBe('2026-01-05'))

  test.each([
    ['1月5日', 'day.no-year'],
    ['1-5', 'day.no-year'],
    ['2026-02-30', 'day.invalid'],
    ['明天', 'day.invalid'],
    ['5/1/2026', 'day.ambiguous'],
    ['2026', 'day.invalid'],
  ])('%s is refused', (text, code) => expect(said(parseDay, text)).toBe(code))

  test('what can be read only one way is read', () => {
    expect([said(parseDay, '25/1/2026'), said(parseDay, '1/25/2026'), said(parseDay, '3/3/26')]).toEqual([
      '2026-01-25',
      '2026-01-25',
      '2026-03-03',
    ])
  })

  test('a day without a year takes that of the import', () =>
    expect(said(parseDay, '1月5日', ofYear)).toBe('2026-01-05'))

  test('every day Excel counts after February 1900 is found', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10_000, max: 79_999 }), (serial) => {
        const day = said(parseDay, number(serial))
        expect(daysBetween('1899-12-30', String(day))).toBe(serial)
      }),
    )
  })

  test.each([
    ['1985-8-15', '1985-08-15'],
    ['8月15日', '08-15'],
    ['2-29', '02-29'],
    ['农历八月十五', 'lunar:08-15'],
    ['农历1985年8月15日', 'lunar:1985-08-15'],
    ['阴历腊月初八', 'lunar:12-08'],
    ['农历闰四月廿三', 'lunar:leap:04-23'],
    ['农历正月初一', 'lunar:01-01'],
    ['2030-01-01', 'day.invalid'],
    ['2-30', 'day.invalid'],
    ['农历八月三十一', 'day.invalid'],
  ])('birthday %s', (text, value) => expect(said(parseBirthday, text)).toBe(value))

  test.each([
    ['2026-01', '2026-01'],
    ['202601', '2026-01'],
    ['2026年1月', '2026-01'],
    ['2026年01月份', '2026-01'],
    ['2026/1', '2026-01'],
    ['2026-01-31', '2026-01'],
    ['20260131', '2026-01'],
    ['1月', 'month.no-year'],
    ['202613', 'month.invalid'],
    ['全年', 'month.invalid'],
  ])('month %s', (text, value) => expect(said(parseMonth, text)).toBe(value))

  test('a bare month takes the year of the import', () => {
    expect([
      said(parseMonth, '1月', ofYear),
      said(parseMonth, '十二月份', ofYear),
      said(parseMonth, number(202_601)),
    ]).toEqual(['2026-01', '2026-12', '2026-01'])
  })
})

describe('choices, weekdays and market days', () => {
  test.each([
    ['周三', 3],
    ['星期日', 7],
    ['礼拜天', 7],
    ['3', 3],
    ['Wednesday', 3],
    ['每周五', 5],
    ['8', 'weekday.invalid'],
  ])('%s', (text, day) => expect(said(parseWeekday, text)).toBe(day))

  test.each([
    ['农历逢三六九', 'lunar:3,6,9'],
    ['逢三、六、九', 'lunar:3,6,9'],
    ['逢3,6,9', 'lunar:3,6,9'],
    ['逢五排十', 'lunar:5,10'],
    ['公历逢五逢十', 'solar:5,10'],
    ['农历每月逢一、五', 'lunar:1,5'],
    ['每周一、四', 'week:1,4'],
    ['周二四六', 'week:2,4,6'],
    ['赶集', 'market.invalid'],
  ])('%s', (text, days) => expect(said(parseMarketDays, text)).toBe(days))

  test.each([
    ['是', true],
    ['否', false],
    ['Yes', true],
    ['no', false],
    ['1', true],
    ['√', true],
    ['也许', 'flag.invalid'],
  ])('%s', (text, flag) => expect(said(parseFlag, text)).toBe(flag))
})

describe('codes and text', () => {
  test('leading zeros stay, what a spreadsheet spoilt is refused', () => {
    expect([said(parseCode, '00123'), said(parseCode, '7590-VHVEG'), said(parseCode, number(42))]).toEqual([
      '00123',
      '7590-VHVEG',
      '42',
    ])
    expect([said(parseCode, '1.23E+15'), said(parseCode, number(1_234_567_890_123_450_000))]).toEqual([
      'code.scientific',
      'code.rounded',
    ])
  })

  test('text a spreadsheet would run is refused, other beginnings are not', () => {
    expect(said(parseText, `=cmd|'/c calc'!A1`)).toBe('cell.formula')
    expect(said(parseText, '@SUM(1+1)*cmd')).toBe('cell.formula')
    expect([said(parseText, '-'), said(parseText, '@小王'), said(parseText, '+86 区号')]).toEqual([
      '-',
      '@小王',
      '+86 区号',
    ])
    expect(said(parseText, '长'.repeat(2001))).toBe('text.too-long')
  })
})

test('no text whatever makes a parser fail, and every refusal has its words', () => {
  const parsers: Parse[] = [
    parseBill(true),
    parsePhone,
    parseIdentity,
    parseDay,
    parseBirthday,
    parseMonth,
    parseWeekday,
    parseMarketDays,
    parseCode,
    parseText,
    parseNumber,
  ]
  const text = fc.string({
    unit: fc.constantFrom(...'0123456789-/.年月日农历逢三六元万¥E+()（）=@ 周一'.split('')),
    maxLength: 14,
  })
  fc.assert(
    fc.property(text, fc.constantFrom(...parsers), (raw, parse) => {
      const cell = textCell(raw)
      if (cell.type !== 'empty') expect(parse(cell, context)).toHaveProperty('ok')
    }),
    { numRuns: 3000 },
  )
})
