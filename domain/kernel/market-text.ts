import type { DayRule } from './market.ts'
import { lunarDayName } from './lunar.ts'
import type { Language } from './said.ts'

const DIGITS = '〇一二三四五六七八九十'

/** A single Chinese or Arabic number of a market text: 三 → 3, 十 → 10, 廿三 → 23, 初五 → 5; 日 and 天 are Sunday's 7 elsewhere. */
const numberOf = (text: string): number | null => {
  if (/^\d+$/.test(text)) return Number(text)
  const bare = text.replace(/^初/, '').replace(/^廿/, '二十').replace(/^卅/, '三十')
  const [tens, ones] = bare.includes('十') ? bare.split('十') : ['', bare]
  const high = bare.includes('十') ? (tens === '' ? 1 : DIGITS.indexOf(tens ?? '')) : 0
  const low = ones === '' || ones === undefined ? 0 : DIGITS.indexOf(ones)
  return high < 0 || low < 0 || (high === 0 && low === 0 && ones !== '〇') ? null : high * 10 + low
}

const sorted = (numbers: readonly number[]): number[] => [...new Set(numbers)].sort((a, b) => a - b)

const WEEK = '一二三四五六日'

const weekdaysIn = (text: string): number[] =>
  [...text].flatMap((char) => {
    const at = char === '天' ? 6 : '1234567'.includes(char) ? Number(char) - 1 : WEEK.indexOf(char)
    return at >= 0 ? [at + 1] : []
  })

const asWeekdays = (text: string): DayRule | null => {
  if (!/周|星期|礼拜/.test(text)) return null
  if (/周末/.test(text)) return { kind: 'weekdays', weekdays: [6, 7] }
  const range = /(?:周|星期|礼拜)([一二三四五六日天1-7])(?:至|到|-)(?:周|星期|礼拜)?([一二三四五六日天1-7])/.exec(text)
  const [first, last] = range ? weekdaysIn(`${range[1]}${range[2]}`) : []
  const weekdays =
    first !== undefined && last !== undefined && first < last
      ? Array.from({ length: last - first + 1 }, (_, i) => first + i)
      : sorted(weekdaysIn(text.replaceAll(/每周|周|每?星期|每?礼拜/g, '')))
  return weekdays.length > 0 ? { kind: 'weekdays', weekdays } : null
}

/**
 * Reads how a market or delivery day is said in Chinese [S-48]: 农历逢三六九, 逢五逢十, 逢1、6赶集, 一六场, 1-6, 初一十五, 公历逢五, 每周二、周五, 周一至周五,
 * 每天. It is lunar unless 公历, 阳历, 新历 or 号 is said, as villages mean it. Null when it is none of these.
 */
export const readDayRule = (said: string): DayRule | null => {
  const text = said.normalize('NFKC').replaceAll(/\s/g, '').replaceAll('号', '日')
  if (/^(每天|每日|天天|逢日|日日集)/.test(text)) return { kind: 'daily' }
  const calendar = /公历|阳历|新历/.test(text) || (said.includes('号') && !/[农阴旧]历/.test(text)) ? 'solar' : 'lunar'
  const rest = text.replaceAll(/农历|阴历|旧历|公历|阳历|新历|每月|每个月/g, '')
  const byWeek = asWeekdays(rest)
  if (byWeek) return byWeek
  if (/初|廿|卅|[二三]十|十[一二三四五六七八九]|\d\d|\d日/.test(rest) && !rest.includes('逢'))
    return asDays(rest, calendar)
  const core =
    /^逢?((?:逢?[一二三四五六七八九十\d][0]?[、,和\-/及]?)+)(?:日|天)?(?:的?(?:赶?集|赶?场|赶?圩|大集|圩日|赶街|街天|逢集))?$/.exec(
      rest,
    )
  const numbers = (core?.[1]?.match(/10|[一二三四五六七八九十\d]/g) ?? []).map((each) => numberOf(each) ?? 0)
  return numbers.length > 0 ? { kind: 'digits', calendar, digits: sorted(numbers.map((n) => n % 10)) } : null
}

const asDays = (text: string, calendar: 'lunar' | 'solar'): DayRule | null => {
  const parts =
    text
      .replaceAll(/日|赶?集|赶?场|赶?圩/g, '')
      .match(/初[一二三四五六七八九十]|(?:廿|卅|[二三]?十)[一二三四五六七八九]?|\d{1,2}/g) ?? []
  const days = sorted(parts.map((part) => (part === '初十' ? 10 : (numberOf(part) ?? 0))))
  return days.length > 0 && days.every((day) => day >= 1 && day <= 31) ? { kind: 'days', calendar, days } : null
}

const EN_WEEK = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`

/** 农历逢三、六、九 / lunar days ending in 3, 6 and 9. */
export const dayRuleText = (rule: DayRule, language: Language): string =>
  language === 'zh' ? inChinese(rule) : inEnglish(rule)

const inChinese = (rule: DayRule): string => {
  switch (rule.kind) {
    case 'daily':
      return '每天'
    case 'weekdays':
      return rule.weekdays.map((day) => `周${WEEK[day - 1] ?? ''}`).join('、')
    case 'digits':
      return `${rule.calendar === 'lunar' ? '农历' : '公历'}逢${tenLast(rule.digits)
        .map((digit) => DIGITS[digit] ?? '')
        .join('、')}`
    case 'days':
      return rule.calendar === 'lunar'
        ? `农历${rule.days.map(lunarDayName).join('、')}`
        : `公历每月${rule.days.map((day) => `${day}日`).join('、')}`
  }
}

const inEnglish = (rule: DayRule): string => {
  switch (rule.kind) {
    case 'daily':
      return 'every day'
    case 'weekdays':
      return listed(rule.weekdays.map((day) => EN_WEEK[day - 1] ?? ''))
    case 'digits':
      return `${rule.calendar === 'lunar' ? 'lunar days' : 'days'} ending in ${listed(tenLast(rule.digits).map((digit) => String(digit % 10)))}`
    case 'days':
      return `${rule.calendar === 'lunar' ? 'lunar days' : 'days'} ${listed(rule.days.map(String))} of each month`
  }
}

const tenLast = (digits: readonly number[]): number[] => sorted(digits.map((digit) => (digit === 0 ? 10 : digit)))
