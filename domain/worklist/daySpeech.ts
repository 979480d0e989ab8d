import { addDays, type Day, daysBetween, weekdayOf } from '#domain/kernel/day.ts'
import type { Facts, Language, Words } from '#domain/kernel/said.ts'
import { clockTime, mondayOf } from './wall.ts'

const weekdays: Record<Language, readonly string[]> = {
  zh: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
}

export const weekdayName = (weekday: number, language: Language): string => weekdays[language][weekday - 1] ?? ''

/** `11-30`, or with the year when it is another one. */
export const dateOf = (day: Day, today: Day): string => (day.slice(0, 4) === today.slice(0, 4) ? day.slice(5) : day)

const weeksAway = (day: Day, today: Day): number => daysBetween(mondayOf(today), mondayOf(day)) / 7

/** A day as people say it: 昨天, 周三, 上周五, 下周二, 11-30. */
export const dayZh = (day: Day, today: Day): string => {
  const near = new Map([
    [-1, '昨天'],
    [0, '今天'],
    [1, '明天'],
  ]).get(daysBetween(today, day))
  const week = new Map([
    [-1, '上'],
    [0, ''],
    [1, '下'],
  ]).get(weeksAway(day, today))
  if (near !== undefined) return near
  return week === undefined ? dateOf(day, today) : `${week}${weekdayName(weekdayOf(day), 'zh')}`
}

/** The same with its preposition: yesterday, on Wednesday, last Friday, next Tuesday, on 11-30. */
export const dayEn = (day: Day, today: Day): string => {
  const near = new Map([
    [-1, 'yesterday'],
    [0, 'today'],
    [1, 'tomorrow'],
  ]).get(daysBetween(today, day))
  const week = new Map([
    [-1, 'last'],
    [0, 'on'],
    [1, 'next'],
  ]).get(weeksAway(day, today))
  if (near !== undefined) return near
  return week === undefined ? `on ${dateOf(day, today)}` : `${week} ${weekdayName(weekdayOf(day), 'en')}`
}

/** 今早, 今天下午, 明天 10:30, 周三. */
export const timeZh = (day: Day, minute: number | null, today: Day): string => {
  if (minute === null) return dayZh(day, today)
  if (day !== today) return `${dayZh(day, today)} ${clockTime(minute)}`
  if (minute < 11 * 60) return '今早'
  if (minute < 12 * 60) return '今天上午'
  if (minute < 13 * 60) return '今天中午'
  return minute < 18 * 60 ? '今天下午' : '今晚'
}

/** this morning, this afternoon, tomorrow at 10:30, on Wednesday. */
export const timeEn = (day: Day, minute: number | null, today: Day): string => {
  if (minute === null) return dayEn(day, today)
  if (day !== today) return `${dayEn(day, today)} at ${clockTime(minute)}`
  if (minute < 12 * 60) return 'this morning'
  return minute < 18 * 60 ? 'this afternoon' : 'this evening'
}

/** 28 分钟, 3 小时, 2 天: rounded down, so that nobody is promised time that is not there. */
export const spanZh = (minutes: number): string => {
  if (minutes < 60) return `${minutes} 分钟`
  return minutes < 1440 ? `${Math.floor(minutes / 60)} 小时` : `${Math.floor(minutes / 1440)} 天`
}

export const spanEn = (minutes: number): string => {
  const count = (n: number, unit: string): string => `${n} ${unit}${n === 1 ? '' : 's'}`
  if (minutes < 60) return count(minutes, 'minute')
  return minutes < 1440 ? count(Math.floor(minutes / 60), 'hour') : count(Math.floor(minutes / 1440), 'day')
}

const digits = ['零', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十']

/** 三天, 两周: small counts in words, larger ones in figures with a space before the unit. */
export const countZh = (n: number, unit: string): string => {
  const word = digits[n]
  return word === undefined ? `${n} ${unit}` : `${word}${unit}`
}

/** 十月十六, 正月初一, 腊月廿三. */
export const lunarZh = (month: number, day: number): string => {
  const months = ['正', '二', '三', '四', '五', '六', '七', '八', '九', '十', '冬', '腊']
  const ones = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十']
  const tens = day <= 10 ? '初' : day < 20 ? '十' : day === 20 ? '二' : day < 30 ? '廿' : '三'
  const one = day === 20 || day === 30 ? '十' : (ones[day <= 10 ? day : day % 10] ?? '')
  return `${months[month - 1] ?? ''}月${tens}${one}`
}

/** 3 小时 10 分. */
export const hoursZh = (minutes: number): string => {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  if (hours === 0) return `${rest} 分钟`
  return rest === 0 ? `${hours} 小时` : `${hours} 小时 ${rest} 分`
}

export const hoursEn = (minutes: number): string => {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  if (hours === 0) return `${rest} min`
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`
}

/** The last day of the month a day is in stands for "the end of December". */
export const isMonthEnd = (day: Day): boolean => addDays(day, 1).endsWith('-01')

/** A space between figures and Chinese characters, as set in print; captured words in “…” stay as they were said. */
export const spacedZh = <F extends Facts>(words: Words<F>): Words<F> =>
  Object.fromEntries(
    Object.entries(words).map(([code, say]) => [
      code,
      (facts: never) => spaced((say as (facts: never) => string)(facts)),
    ]),
  ) as Words<F>

const spaced = (text: string): string =>
  text
    .split(/(“[^”]*”)/)
    .map((piece) =>
      piece.startsWith('“') ? piece : piece.replace(/(?<=[\d%])(?=\p{Script=Han})|(?<=\p{Script=Han})(?=[\d¥])/gu, ' '),
    )
    .join('')
