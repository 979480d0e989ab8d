import { type Day, daysBetween } from '#domain/kernel/day.ts'
import type { Language } from '#domain/kernel/said.ts'
import { toTheirFace } from '#domain/kernel/second-person.ts'
import { standing } from './capture.ts'
import type { KnownFacts } from './disclosure.ts'
import type { Text } from './field.ts'
import type { RunState } from './state.ts'

/** The facts a line can draw from this very talk, as it would be said aloud: the latest need and promise, the expectation ranked first. */
export const runFacts = (state: RunState, today: Day): KnownFacts => {
  const need = standing(state.captures, 'need').at(-1)
  const promise = standing(state.captures, 'promise').at(-1)
  const expectation = standing(state.captures, 'expectation')[0]
  return {
    ...state.matter,
    ...(need && { 'need.what': need.text }),
    ...(promise && {
      'promise.what': toTheirFace(promise.what),
      'promise.when': dueAloud(promise.dueDay, promise.dueTime, today),
    }),
    ...(expectation && { 'expectation.first': expectation.text, 'expectation.offer': expectation.offer }),
    ...(state.aim && { 'aim.why': state.aim.why, 'aim.gives': state.aim.gives }),
    ...(state.appointment && {
      'appointment.when': whenAloud(state.appointment.day, state.appointment.time, today),
      'appointment.place': placeAloud(state.appointment.place),
    }),
    ...(state.followUp && { 'followUp.when': whenAloud(state.followUp.day, state.followUp.time, today) }),
  }
}

/** “客户那边” is how we note it; to their face it is 您那边. */
const placeAloud = (place: string): string =>
  toTheirFace(place)
    .replace(/^客户(?=[那这]边|家|单位|公司|店)/u, '您')
    .replace(/^their\b/i, 'your')

/** “明天之内”“11月25日下午六点前”; "by the end of tomorrow", "by 6 pm on 25 November". */
export const dueAloud = (day: Day, time: string | null, today: Day): Text => {
  const [zh, en] = [dayAloud(day, today, 'zh'), dayAloud(day, today, 'en')]
  if (time !== null)
    return {
      zh: `${zh}${clockAloud(time, 'zh')}前`,
      en: `by ${clockAloud(time, 'en')} ${isNear(day, today, 'en') ? en : `on ${en}`}`,
    }
  return {
    zh: isNear(day, today, 'zh') ? `${zh}之内` : `${zh}前`,
    en: isNear(day, today, 'en') ? `by the end of ${en}` : `by ${en}`,
  }
}

/** A moment as it is said: “明天下午三点”; "tomorrow at 3 pm", "on 25 November at 10 am". */
export const whenAloud = (day: Day, time: string | null, today: Day): Text => {
  const en = dayAloud(day, today, 'en')
  const on = isNear(day, today, 'en') ? en : `on ${en}`
  if (time === null) return { zh: dayAloud(day, today, 'zh'), en: on }
  return { zh: `${dayAloud(day, today, 'zh')}${clockAloud(time, 'zh')}`, en: `${on} at ${clockAloud(time, 'en')}` }
}

const isNear = (day: Day, today: Day, language: Language): boolean => nearDay(day, today, language) !== undefined

const nearDay = (day: Day, today: Day, language: Language): string | undefined =>
  nearDays[language][daysBetween(today, day)]

const nearDays: Record<Language, Record<number, string>> = {
  zh: { 0: '今天', 1: '明天', 2: '后天' },
  en: { 0: 'today', 1: 'tomorrow' },
}

/** A day as it is said: 今天, 9月14日; today, 14 September. */
export const dayAloud = (day: Day, today: Day, language: Language): string => {
  const near = nearDay(day, today, language)
  if (near !== undefined) return near
  const [month, date] = [Number(day.slice(5, 7)), Number(day.slice(8, 10))]
  return language === 'zh' ? `${month}月${date}日` : `${date} ${months[month - 1] ?? ''}`
}

const months = 'January February March April May June July August September October November December'.split(' ')

/** A time of day as it is said, from `HH:MM`: 下午三点半, 上午十点零五分; 3:30 pm, noon. Nobody on the telephone says “fifteen thirty”. */
export const clockAloud = (time: string, language: Language): string => {
  const [hour, minute] = [Number(time.slice(0, 2)), Number(time.slice(3, 5))]
  return language === 'zh' ? clockInChinese(hour, minute) : clockInEnglish(hour, minute)
}

const clockInChinese = (hour: number, minute: number): string => {
  const part = hour < 6 ? '凌晨' : hour < 12 ? '上午' : hour < 13 ? '中午' : hour < 19 ? '下午' : '晚上'
  const spoken = hour > 12 ? hour - 12 : hour
  const minutes = minute === 30 ? '半' : minute === 0 ? '' : `${minute < 10 ? '零' : ''}${inChinese(minute)}分`
  return `${part}${spoken === 2 ? '两' : inChinese(spoken)}点${minutes}`
}

const digits = [...'零一二三四五六七八九']

/** 0 to 59. */
const inChinese = (n: number): string => {
  const [tens, ones] = [Math.floor(n / 10), n % 10]
  if (tens === 0) return digits[ones] ?? ''
  return `${tens === 1 ? '' : (digits[tens] ?? '')}十${ones === 0 ? '' : (digits[ones] ?? '')}`
}

const clockInEnglish = (hour: number, minute: number): string => {
  if (minute === 0 && hour % 12 === 0) return hour === 12 ? 'noon' : 'midnight'
  const minutes = minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`
  return `${hour % 12 === 0 ? 12 : hour % 12}${minutes} ${hour < 12 ? 'am' : 'pm'}`
}
