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
      'appointment.place': state.appointment.place,
    }),
    ...(state.followUp && { 'followUp.when': whenAloud(state.followUp.day, state.followUp.time, today) }),
  }
}

/** “明天之内”“11月25日18:00前”; "by the end of tomorrow", "by 18:00 on 25 November". */
export const dueAloud = (day: Day, time: string | null, today: Day): Text => {
  const [zh, en] = [dayAloud(day, today, 'zh'), dayAloud(day, today, 'en')]
  if (time !== null) return { zh: `${zh}${time}前`, en: `by ${time} ${isNear(day, today, 'en') ? en : `on ${en}`}` }
  return {
    zh: isNear(day, today, 'zh') ? `${zh}之内` : `${zh}前`,
    en: isNear(day, today, 'en') ? `by the end of ${en}` : `by ${en}`,
  }
}

/** A moment as it is said: “明天15:00”; "tomorrow at 15:00", "on 25 November at 10:00". */
export const whenAloud = (day: Day, time: string | null, today: Day): Text => {
  const en = dayAloud(day, today, 'en')
  const on = isNear(day, today, 'en') ? en : `on ${en}`
  return { zh: `${dayAloud(day, today, 'zh')}${time ?? ''}`, en: time === null ? on : `${on} at ${time}` }
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
