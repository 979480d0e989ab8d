import { addDays, type Day, daysBetween } from './day.ts'
import { FIRST_LUNAR_YEAR, LUNAR_YEARS } from './lunar-years.ts'

/** A day of the Chinese lunisolar calendar. `year` is the lunar year: 2026 begins on 2026-02-17. `leap` marks the second month of its number. */
export type LunarDate = { year: number; month: number; leap: boolean; day: number }

/** One month of a lunar year, with the solar day it begins on. */
export type LunarMonth = { month: number; leap: boolean; first: Day; days: number }

const known = new Map<number, readonly LunarMonth[]>()

/** The 12 or 13 months of a lunar year, in order. Throws RangeError outside 1900–2100. */
export const lunarMonthsOf = (year: number): readonly LunarMonth[] => {
  const ready = known.get(year)
  if (ready) return ready
  const word = LUNAR_YEARS[year - FIRST_LUNAR_YEAR]
  if (word === undefined) throw new RangeError(`lunar year ${year} is outside 1900–2100`)
  const months: LunarMonth[] = []
  let first = addDays(`${year}-01-01`, word >> 17)
  const add = (month: number, leap: boolean): void => {
    const days = (word >> months.length) & 1 ? 30 : 29
    months.push({ month, leap, first, days })
    first = addDays(first, days)
  }
  for (let month = 1; month <= 12; month += 1) {
    add(month, false)
    if (((word >> 13) & 15) === month) add(month, true)
  }
  known.set(year, months)
  return months
}

/** Days for which lunar dates are known: 1900-01-31 to the last day of lunar 2100 (2101-01-28). */
export const hasLunarDate = (day: Day): boolean => day >= '1900-01-31' && day <= '2101-01-28'

/** The lunar date of a solar day [M-12]. Throws RangeError where `hasLunarDate` is false. */
export const lunarDateOf = (day: Day): LunarDate => {
  const solarYear = Number(day.slice(0, 4))
  const started = solarYear - FIRST_LUNAR_YEAR < LUNAR_YEARS.length && day >= firstDayOf(solarYear)
  const year = started ? solarYear : solarYear - 1
  for (const month of lunarMonthsOf(year)) {
    const past = daysBetween(month.first, day)
    if (past >= 0 && past < month.days) return { year, month: month.month, leap: month.leap, day: past + 1 }
  }
  throw new RangeError(`no lunar date for ${day}`)
}

/** The solar day of a lunar date, or null when that year has no such month or the month no such day. */
export const solarDayOf = ({ year, month, leap, day }: LunarDate): Day | null => {
  const found = lunarMonthsOf(year).find((each) => each.month === month && each.leap === leap)
  return found && day >= 1 && day <= found.days ? addDays(found.first, day - 1) : null
}

const firstDayOf = (year: number): Day => lunarMonthsOf(year)[0]?.first ?? ''

const DIGITS = ['十', '一', '二', '三', '四', '五', '六', '七', '八', '九']
const MONTHS = ['正', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二']

/** 1 → 初一, 15 → 十五, 20 → 二十, 23 → 廿三, 30 → 三十. */
export const lunarDayName = (day: number): string => {
  if (day === 20) return '二十'
  if (day === 30) return '三十'
  const tens = ['初', day === 10 ? '初' : '十', '廿'][Math.floor(day / 10)] ?? ''
  return `${tens}${DIGITS[day % 10] ?? ''}`
}

/** 1 → 正月, 10 → 十月, leap 6 → 闰六月. The twelfth is said 腊月 in speech; records keep 十二月. */
const lunarMonthName = (month: number, leap: boolean): string => `${leap ? '闰' : ''}${MONTHS[month - 1] ?? month}月`

/** `十月十五` and `15th day of the 10th lunar month`. */
export const lunarName = ({ month, leap, day }: Omit<LunarDate, 'year'>): { zh: string; en: string } => ({
  zh: `${lunarMonthName(month, leap)}${lunarDayName(day)}`,
  en: `${ordinal(day)} day of the ${leap ? 'leap ' : ''}${ordinal(month)} lunar month`,
})

const ordinal = (n: number): string => {
  const teen = n % 100 >= 11 && n % 100 <= 13
  return `${n}${teen ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th')}`
}

/** The lunar date of a day together with its names, for display. */
export const lunarOf = (day: Day): LunarDate & { zh: string; en: string } => {
  const date = lunarDateOf(day)
  return { ...date, ...lunarName(date) }
}
