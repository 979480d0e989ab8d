import type { Day } from '#domain/kernel/day.ts'
import type { Language } from '#domain/kernel/said.ts'
import { type AppointmentState, type AppointmentWay, type Span, takesTime, type VisitPurpose } from './appointment.ts'
import type { CalendarEntry } from './calendar-file.ts'
import {
  appointmentStateNames as statesEn,
  appointmentWayNames as waysEn,
  visitPurposeNames as purposesEn,
} from './words.en.ts'
import {
  appointmentStateNames as statesZh,
  appointmentWayNames as waysZh,
  visitPurposeNames as purposesZh,
} from './words.zh.ts'

const words = {
  zh: { states: statesZh, ways: waysZh, purposes: purposesZh, comma: '、' },
  en: { states: statesEn, ways: waysEn, purposes: purposesEn, comma: ', ' },
}

/** A meeting as a calendar outside tells it. `calledBy` is how the customer is called; a calendar on a telephone is read by others too. */
export type ToldMeeting = Span & {
  id: string
  calledBy: string
  way: AppointmentWay
  place: string
  purposes: readonly VisitPurpose[]
  state: AppointmentState
  sequence: number
  /** When it was last changed. */
  changed: Date
}

/** Minutes before the beginning: time to set out, or to lay the notes ready. */
const REMIND = { visit: 30, call: 5 }

export const meetingEntry = (meeting: ToldMeeting, language: Language): CalendarEntry => {
  const { states, ways, purposes, comma } = words[language]
  const { id, sequence, changed, from, until, calledBy, way, place, state } = meeting
  const plan = state === 'planned' ? ` (${states.planned})` : ''
  return {
    uid: `${id}@weixi`,
    sequence,
    stamp: changed,
    when: { from, until },
    summary: withoutNumbers(`${ways[way]} ${calledBy}${plan}`),
    description: meeting.purposes.map((purpose) => purposes[purpose]).join(comma),
    place: withoutNumbers(place),
    cancelled: !takesTime(meeting),
    remindBefore: REMIND[way],
  }
}

/** The same meeting as the customer is to have it: who comes, where, when; nothing of ours. */
export const invitationEntry = (
  meeting: ToldMeeting,
  { manager, company }: { manager: string; company: string },
  language: Language,
): CalendarEntry => {
  const { purposes: _ours, ...rest } = meeting
  const entry = meetingEntry({ ...rest, purposes: [] }, language)
  const { way } = meeting
  const summary =
    language === 'zh'
      ? `${company}${manager}${way === 'visit' ? '来访' : '来电'}`
      : `${way === 'visit' ? 'Visit by' : 'Call from'} ${manager}, ${company}`
  return { ...entry, summary }
}

/** A promise on the day it falls due. `by` is HH:MM. */
export const promiseEntry = (
  promise: { id: string; day: Day; by: string; what: string; calledBy: string },
  stamp: Date,
  language: Language,
): CalendarEntry => {
  const { id, day, by, what, calledBy } = promise
  const summary = language === 'zh' ? `${by} 前：${what}（${calledBy}）` : `by ${by}: ${what} (${calledBy})`
  return { uid: `promise-${id}@weixi`, sequence: 0, stamp, when: { day }, summary: withoutNumbers(summary), free: true }
}

/** A birthday on the day it is kept that year; `told` says which one it is, such as 农历十月十五. */
export const birthdayEntry = (
  birthday: { id: string; day: Day; told: string; calledBy: string },
  stamp: Date,
  language: Language,
): CalendarEntry => {
  const { id, day, told, calledBy } = birthday
  const summary = language === 'zh' ? `${calledBy}生日（${told}）` : `Birthday: ${calledBy} (${told})`
  return {
    uid: `birthday-${id}-${day}@weixi`,
    sequence: 0,
    stamp,
    when: { day },
    summary: withoutNumbers(summary),
    free: true,
  }
}

/** Long numbers leave with their ends only: a calendar on a telephone is no place for somebody's number. Days stay. */
export const withoutNumbers = (text: string): string =>
  text.replaceAll(/\d(?:[ -]?\d){6,}/g, (number) => {
    if (/^\d{4}-\d{2}-\d{2}$/.test(number)) return number
    const digits = number.replaceAll(/\D/g, '')
    return `${digits.slice(0, 3)}****${digits.slice(-2)}`
  })
