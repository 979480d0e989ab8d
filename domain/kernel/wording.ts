import { type Day, daysBetween } from './day.ts'
import type { Fen } from './money.ts'
import type { Language } from './said.ts'

/** Below nothing is written with a minus sign, as wide as a plus: `−3` and not `-3`; what rounds to nothing has no sign. */
export const minus = (digits: string): string =>
  /[1-9]/.test(digits) ? digits.replace(/^-/, '−') : digits.replace(/^-/, '')

/** ¥1,234 or ¥1,234.50: thousands, and fen only where there are any. */
export const yuan = (fen: Fen): string => {
  const whole = fen % 100 === 0
  const digits = new Intl.NumberFormat('en-US', { minimumFractionDigits: whole ? 0 : 2, maximumFractionDigits: 2 })
  return `${fen < 0 ? '−' : ''}¥${digits.format(Math.abs(fen) / 100)}`
}

/** 0.384 → `38%`; what is there but would round to nothing is `<1%`. */
export const percent = (share: number, digits = 0): string => {
  const least = 10 ** -digits
  return share > 0 && share * 100 < least / 2
    ? `<${least.toFixed(digits)}%`
    : `${minus((share * 100).toFixed(digits))}%`
}

/** Days near today by name, this year as `11-25`, others in full. */
export const shortDay = (day: Day, today: Day, language: Language): string => {
  const names = nearDays[language]
  const away = daysBetween(today, day)
  return names[String(away)] ?? (day.slice(0, 4) === today.slice(0, 4) ? day.slice(5) : day)
}

const nearDays: Record<Language, Record<string, string>> = {
  zh: { '-1': '昨天', '0': '今天', '1': '明天', '2': '后天' },
  en: { '-1': 'yesterday', '0': 'today', '1': 'tomorrow' },
}
