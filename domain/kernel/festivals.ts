import { addDays, type Day, weekdayOf } from './day.ts'
import { lunarMonthsOf, solarDayOf } from './lunar.ts'

/**
 * Whether a greeting suits: `everyone` may be greeted; `concerned` only who is known to belong to the day (a teacher on Teachers' Day);
 * `none` for days of mourning, courtship or complaint, where a company's greeting is out of place.
 */
type Greeting = 'everyone' | 'concerned' | 'none'

/** A festival on its day; `code` is stable and may be stored. */
export type Festival = { code: string; day: Day; zh: string; en: string; greeting: Greeting }

type Rule = {
  code: string
  zh: string
  en: string
  greeting: Greeting
  /** The day in a year: solar year for solar rules, lunar year (named by the solar year it begins in) for lunar ones. */
  dayIn: (year: number) => Day | null
}

const solar =
  (monthDay: string) =>
  (year: number): Day =>
    `${year}-${monthDay}`

const lunar =
  (month: number, day: number) =>
  (year: number): Day | null =>
    solarDayOf({ year, month, leap: false, day })

const nthSunday =
  (month: string, nth: number) =>
  (year: number): Day => {
    const first = `${year}-${month}-01`
    return addDays(first, 7 - weekdayOf(first) + (nth - 1) * 7)
  }

/** A solar term by the mean drift of the year since 1900, fitted to tyme4ts for 1901–2099; terms that fall minutes from midnight are listed. */
const solarTerm =
  (month: string, start: number, drift: number, nearMidnight: Record<number, number> = {}) =>
  (year: number): Day => {
    const day = nearMidnight[year] ?? Math.floor((year - 1900) * drift + start) - Math.floor((year - 1900) / 4)
    return `${year}-${month}-${String(day).padStart(2, '0')}`
  }

const lunarEve = (year: number): Day | null => {
  const last = lunarMonthsOf(year).at(-1)
  return last ? addDays(last.first, last.days - 1) : null
}

const RULES: readonly Rule[] = [
  { code: 'newYear', zh: '元旦', en: "New Year's Day", greeting: 'everyone', dayIn: solar('01-01') },
  { code: 'laba', zh: '腊八', en: 'Laba Festival', greeting: 'everyone', dayIn: lunar(12, 8) },
  {
    code: 'kitchenGodNorth',
    zh: '小年（北方）',
    en: 'Little New Year (north)',
    greeting: 'everyone',
    dayIn: lunar(12, 23),
  },
  {
    code: 'kitchenGodSouth',
    zh: '小年（南方）',
    en: 'Little New Year (south)',
    greeting: 'everyone',
    dayIn: lunar(12, 24),
  },
  { code: 'lunarEve', zh: '除夕', en: "Lunar New Year's Eve", greeting: 'everyone', dayIn: lunarEve },
  { code: 'springFestival', zh: '春节', en: 'Spring Festival', greeting: 'everyone', dayIn: lunar(1, 1) },
  { code: 'lantern', zh: '元宵节', en: 'Lantern Festival', greeting: 'everyone', dayIn: lunar(1, 15) },
  { code: 'women', zh: '妇女节', en: "Women's Day", greeting: 'concerned', dayIn: solar('03-08') },
  { code: 'consumer', zh: '消费者权益日', en: 'Consumer Rights Day', greeting: 'none', dayIn: solar('03-15') },
  { code: 'qingming', zh: '清明节', en: 'Qingming', greeting: 'none', dayIn: solarTerm('04', 5.585, 0.24223) },
  { code: 'labour', zh: '劳动节', en: 'Labour Day', greeting: 'everyone', dayIn: solar('05-01') },
  { code: 'youth', zh: '青年节', en: 'Youth Day', greeting: 'concerned', dayIn: solar('05-04') },
  { code: 'mothers', zh: '母亲节', en: "Mother's Day", greeting: 'concerned', dayIn: nthSunday('05', 2) },
  { code: 'nurses', zh: '护士节', en: "Nurses' Day", greeting: 'concerned', dayIn: solar('05-12') },
  { code: 'children', zh: '儿童节', en: "Children's Day", greeting: 'concerned', dayIn: solar('06-01') },
  { code: 'dragonBoat', zh: '端午节', en: 'Dragon Boat Festival', greeting: 'everyone', dayIn: lunar(5, 5) },
  { code: 'fathers', zh: '父亲节', en: "Father's Day", greeting: 'concerned', dayIn: nthSunday('06', 3) },
  { code: 'army', zh: '建军节', en: 'Army Day', greeting: 'concerned', dayIn: solar('08-01') },
  { code: 'qixi', zh: '七夕', en: 'Qixi', greeting: 'none', dayIn: lunar(7, 7) },
  { code: 'ghost', zh: '中元节', en: 'Zhongyuan', greeting: 'none', dayIn: lunar(7, 15) },
  { code: 'teachers', zh: '教师节', en: "Teachers' Day", greeting: 'concerned', dayIn: solar('09-10') },
  { code: 'midAutumn', zh: '中秋节', en: 'Mid-Autumn Festival', greeting: 'everyone', dayIn: lunar(8, 15) },
  { code: 'national', zh: '国庆节', en: 'National Day', greeting: 'everyone', dayIn: solar('10-01') },
  { code: 'doubleNinth', zh: '重阳节', en: 'Double Ninth Festival', greeting: 'everyone', dayIn: lunar(9, 9) },
  {
    code: 'winterSolstice',
    zh: '冬至',
    en: 'Winter Solstice',
    greeting: 'everyone',
    dayIn: solarTerm('12', 22.665, 0.24244, { 1918: 22, 2021: 21 }),
  },
]

/** The festivals from one day to another, both included, by day; 1901 to 2099. Several may share a day. */
export const festivalsBetween = (from: Day, to: Day): Festival[] => {
  const years = yearsBetween(Number(from.slice(0, 4)) - 1, Number(to.slice(0, 4)))
  const found = years.flatMap((year) => festivalsOf(year).filter(({ day }) => day >= from && day <= to))
  return found.sort((a, b) => (a.day < b.day ? -1 : Number(a.day > b.day)))
}

const known = new Map<number, readonly Festival[]>()

/** The festivals ruled by one year; the lunar calendar behind them is reckoned once. */
const festivalsOf = (year: number): readonly Festival[] => {
  const before = known.get(year)
  if (before) return before
  const festivals = RULES.flatMap(({ dayIn, ...festival }) => {
    const day = dayIn(year)
    return day === null ? [] : [{ ...festival, day }]
  })
  known.set(year, festivals)
  return festivals
}

/** The next day of a festival on or after `from`, or null for an unknown code. */
export const nextFestival = (code: string, from: Day): Festival | null =>
  festivalsBetween(from, addDays(from, 390)).find((festival) => festival.code === code) ?? null

const yearsBetween = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, i) => first + i)
