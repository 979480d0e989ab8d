import { useMemo } from 'react'
import type { Day, Month } from '#domain/kernel/day.ts'
import type { Fen } from '#domain/kernel/money.ts'
import type { Language } from '#domain/kernel/said.ts'
import { minus, percent, shortDay, yuan } from '#domain/kernel/wording.ts'
import { localeOf, useLanguage } from './language.tsx'

const noon = (day: Day): Date => new Date(`${day}T12:00:00Z`)

/** A mobile number in its three groups, as it is read aloud; any other as it is. */
export const phoneText = (phone: string): string =>
  /^\d{11}$/.test(phone) ? phone.replace(/^(\d{3})(\d{4})/, '$1 $2 ') : phone

/** Every number, day and amount on a screen is written by these, in the reader's language. */
export function formatIn(language: Language, timeZone?: string) {
  const locale = localeOf(language)
  const zone = timeZone === undefined ? {} : { timeZone }
  const date = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options)
  const plurals = new Intl.PluralRules(locale)
  return {
    number: (n: number, digits = 0): string => minus(n.toLocaleString(locale, { maximumFractionDigits: digits })),
    /** As `number`, always with all its decimals: figures that stand under each other. */
    fixed: (n: number, digits: number): string =>
      minus(n.toLocaleString(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits })),
    /** 0.384 → 38% */
    percent,
    /** fen → ¥1,234 */
    money: yuan,
    /** fen → ¥41.3 万 or ¥413k: for headlines, where the last digits would only be noise. */
    moneyShort: (fen: Fen): string => moneyShort(fen, language),
    /** `11月23日 周一` or `Mon 23 Nov` */
    day: (day: Day): string =>
      language === 'zh'
        ? `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日 ${date({ weekday: 'short', timeZone: 'UTC' }).format(noon(day))}`
        : date({ weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' })
            .format(noon(day))
            .replace(',', ''),
    /** Near days by name, this year as `11-25`, others in full. */
    shortDay: (day: Day, today: Day): string => shortDay(day, today, language),
    /** The days inside a ready sentence, shortened as `shortDay` does. */
    shortDays: (said: string, today: Day): string =>
      said.replace(/\d{4}-\d{2}-\d{2}/g, (day) => shortDay(day, today, language)),
    /** The calendar day of an instant, in the branch's time zone when one was given. */
    dayOf: (at: Date | string): Day =>
      new Intl.DateTimeFormat('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit', ...zone }).format(
        new Date(at),
      ),
    /** `10 月` or `Oct` */
    month: (month: Month): string =>
      language === 'zh'
        ? `${Number(month.slice(5))} 月`
        : date({ month: 'short', timeZone: 'UTC' }).format(noon(`${month}-15`)),
    /** `2026 年 10 月` or `October 2026` */
    monthOfYear: (month: Month): string =>
      language === 'zh'
        ? `${month.slice(0, 4)} 年 ${Number(month.slice(5))} 月`
        : date({ month: 'long', year: 'numeric', timeZone: 'UTC' }).format(noon(`${month}-15`)),
    /** `10:30`, in the branch's time zone when one was given. */
    time: (at: Date | string): string =>
      date({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23', ...zone }).format(new Date(at)),
    /** Seconds as a quiet clock: `4:12` */
    clock: (seconds: number): string =>
      `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`,
    /** Minutes as `3 小时 10 分` or `3 h 10 min` */
    duration: (minutes: number): string => duration(minutes, language),
    /** Between short facts in one line. */
    comma: language === 'zh' ? '，' : ', ',
    /** Between a state and its words. */
    colon: language === 'zh' ? '：' : ': ',
    list: (items: readonly string[]): string =>
      language === 'zh' ? items.join('、') : new Intl.ListFormat(locale, { type: 'conjunction' }).format(items),
    /** As `list`, of labels that begin with a capital where they stand alone. */
    labels: (items: readonly string[]): string =>
      language === 'zh' ? items.join('、') : items.map((item, i) => (i === 0 ? item : uncapitalised(item))).join(', '),
    /** English needs two forms, Chinese one. */
    plural: (n: number, one: string, other: string): string => (plurals.select(n) === 'one' ? one : other),
  }
}

export type Format = ReturnType<typeof formatIn>

export function useFormat(timeZone?: string): Format {
  const language = useLanguage()
  return useMemo(() => formatIn(language, timeZone), [language, timeZone])
}

const uncapitalised = (label: string): string =>
  /^[A-Z]([^A-Z]|$)/.test(label) ? label.slice(0, 1).toLowerCase() + label.slice(1) : label

function moneyShort(fen: Fen, language: Language): string {
  const amount = Math.abs(fen) / 100
  const steps: readonly (readonly [number, string])[] =
    language === 'zh'
      ? [
          [1e8, ' 亿'],
          [1e4, ' 万'],
        ]
      : [
          [1e9, 'bn'],
          [1e6, 'M'],
          [1e4, 'k'],
        ]
  const step = steps.find(([size]) => amount >= size)
  if (!step) return yuan(Math.round(fen / 100) * 100)
  const size = step[1] === 'k' ? 1e3 : step[0]
  const scaled = amount / size
  const digits = scaled >= 100 ? 0 : 1
  return `${fen < 0 ? '−' : ''}¥${scaled.toLocaleString('en-US', { maximumFractionDigits: digits })}${step[1]}`
}

function duration(minutes: number, language: Language): string {
  const [hours, rest] = [Math.floor(minutes / 60), Math.round(minutes % 60)]
  const [h, m] = language === 'zh' ? [' 小时', ' 分'] : [' h', ' min']
  if (hours === 0) return `${rest}${m}`
  return rest === 0 ? `${hours}${h}` : `${hours}${h} ${rest}${m}`
}
