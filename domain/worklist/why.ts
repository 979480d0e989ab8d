import { addMonths, type Day, daysBetween, type Month, monthOf } from '#domain/kernel/day.ts'
import type { Fen } from '#domain/kernel/money.ts'
import type { Said } from '#domain/kernel/said.ts'
import type { ClockKind } from '#domain/retention/case-clock.ts'
import type { Festival, Occasion, OccasionKind } from './occasion.ts'
import type { WorkItem } from './rank.ts'
import { deadlineOf, minutesBetween, type Wall } from './wall.ts'

type Per = 'year' | 'month'

/** Sentences without their full stop, so that two reasons can be joined. `today` is the day they are read. */
export type WhyFacts = {
  'why.promise': { what: string; promised: Day; dueDay: Day; dueMinute: number | null; left: number; today: Day }
  'why.callback': { about: string; asked: Day; dueDay: Day; dueMinute: number | null; left: number; today: Day }
  'why.appointment': {
    way: string
    place: string
    dueDay: Day
    dueMinute: number | null
    left: number
    today: Day
  }
  'why.untold': {
    way: string
    change: string
    day: Day
    minute: number
    newDay: Day | null
    newMinute: number | null
    today: Day
  }
  'why.complaint': { about: string; opened: Day; dueDay: Day; dueMinute: number | null; left: number; today: Day }
  'why.complaintNext': {
    about: string
    ask: 'progress' | 'result' | 'confirm' | 'law'
    opened: Day
    dueDay: Day
    dueMinute: number | null
    left: number
    today: Day
  }
  'why.request': { about: string; opened: Day; dueDay: Day; dueMinute: number | null; left: number; today: Day }
  'why.feeling': { about: string; days: number }
  'why.expectation': { words: string; deciderUnseen: number | null }
  'why.newCustomer': { assigned: Day; workdays: number; today: Day }
  'why.unbound': { tier: string; promoted: Day; by: Day; today: Day }
  'why.welcome': { tier: string; promoted: Day; messaged: Day | null; until: Day; today: Day }
  'why.retention': { asks: ClockKind; dueDay: Day; dueMinute: number | null; left: number; today: Day }
  'why.escalated': { about: string; reason: string; raised: Day; today: Day }
  'why.approval': { by: string; titleZh: string; titleEn: string; asked: Day; days: number; today: Day }
  'why.handover': { assigned: Day; former: string; today: Day }
  'why.task': { aboutZh: string; aboutEn: string; subject: string | null }
  'why.porting': { asked: Day; today: Day }
  'why.risk': { risk: number; before: number | null; stake: Fen }
  'why.contract': { days: number; askedElsewhere: number | null }
  'why.billJump': { month: Month; lastMonth: boolean; item: string; amount: Fen; times: number }
  'why.faultUntold': { about: string; fixed: Day; places: number; today: Day }
  'why.tierUp': { tier: string; missing: Fen; per: Per; need: string | null }
  'why.tierDown': { tier: string; above: Fen; per: Per }
  'why.birthday': { on: Day; lunarMonth: number | null; lunarDay: number | null; likes: string | null; today: Day }
  'why.festival': { on: Day; festival: Festival; today: Day }
  'why.points': { expires: Day; points: number; wanted: string | null; today: Day }
  'why.market': { on: Day; delivery: Day | null; today: Day }
  'why.cadence': { tier: string; every: number; days: number; lastTopic: string | null }
  'why.neverContacted': { tier: string; every: number }
}

/** The sentences of an item, headline first: what the row shows joined, at most two, and the rest on opening. */
export const whysOf = (item: WorkItem, now: Wall): Said<WhyFacts>[] =>
  [item.headline, ...item.others].map((occasion) => whySaid(occasion, item.stake, now))

/** Why now, in one sentence with the raw fact. `stake` is the yearly money at stake in fen. */
export const whySaid = (occasion: Occasion, stake: Fen, now: Wall): Said<WhyFacts> => {
  const tell = tellers[occasion.kind] as (occasion: Occasion, now: Wall, stake: Fen) => Said<WhyFacts>
  return tell(occasion, now, stake)
}

type Tellers = {
  [K in OccasionKind]: (occasion: Extract<Occasion, { kind: K }>, now: Wall, stake: Fen) => Said<WhyFacts>
}

const timeOf = ({ due }: Occasion, now: Wall): { dueDay: Day; dueMinute: number | null; left: number; today: Day } => ({
  dueDay: due.day,
  dueMinute: due.by === 'minute' ? due.minute : null,
  left: minutesBetween(now, deadlineOf(due)),
  today: now.day,
})

const monthBefore = (today: Day): Month => addMonths(monthOf(today), -1)

const tellers: Tellers = {
  promise: (occasion, now) => {
    const { what, promised } = occasion
    return { code: 'why.promise', params: { what, promised, ...timeOf(occasion, now) } }
  },
  callback: (occasion, now) => {
    const { about, asked } = occasion
    return { code: 'why.callback', params: { about, asked, ...timeOf(occasion, now) } }
  },
  appointment: (occasion, now) => {
    const { way, place } = occasion
    return { code: 'why.appointment', params: { way, place, ...timeOf(occasion, now) } }
  },
  untold: ({ way, change, expected, now: moved }, { day: today }) => ({
    code: 'why.untold',
    params: {
      way,
      change,
      day: expected.day,
      minute: expected.minute,
      newDay: moved?.day ?? null,
      newMinute: moved?.minute ?? null,
      today,
    },
  }),
  complaint: (occasion, now) => {
    const { about, opened } = occasion
    return { code: 'why.complaint', params: { about, opened, ...timeOf(occasion, now) } }
  },
  complaintNext: (occasion, now) => {
    const { about, opened, ask } = occasion
    return { code: 'why.complaintNext', params: { about, opened, ask, ...timeOf(occasion, now) } }
  },
  request: (occasion, now) => {
    const { about, opened } = occasion
    return { code: 'why.request', params: { about, opened, ...timeOf(occasion, now) } }
  },
  feeling: ({ about, closed }, now) => {
    const days = Math.max(0, daysBetween(closed, now.day))
    return { code: 'why.feeling', params: { about, days } }
  },
  expectation: ({ words, deciderUnseen }) => ({ code: 'why.expectation', params: { words, deciderUnseen } }),
  newCustomer: ({ assigned, workdays }, { day: today }) => ({
    code: 'why.newCustomer',
    params: { assigned, workdays, today },
  }),
  unbound: ({ tier, promoted, due }, { day: today }) => ({
    code: 'why.unbound',
    params: { tier, promoted, by: due.day, today },
  }),
  welcome: ({ tier, promoted, messaged, until }, { day: today }) => ({
    code: 'why.welcome',
    params: { tier, promoted, messaged, until, today },
  }),
  retention: (occasion, now) => ({
    code: 'why.retention',
    params: { asks: occasion.asks, ...timeOf(occasion, now) },
  }),
  escalated: ({ about, reason, raised }, { day: today }) => ({
    code: 'why.escalated',
    params: { about, reason, raised, today },
  }),
  approval: ({ by, titleZh, titleEn, asked }, { day: today }) => ({
    code: 'why.approval',
    params: { by, titleZh, titleEn, asked, days: Math.max(0, daysBetween(asked, today)), today },
  }),
  handover: ({ assigned, former }, { day: today }) => ({ code: 'why.handover', params: { assigned, former, today } }),
  task: ({ aboutZh, aboutEn, subject }) => ({ code: 'why.task', params: { aboutZh, aboutEn, subject } }),
  porting: ({ asked }, { day: today }) => ({ code: 'why.porting', params: { asked, today } }),
  risk: ({ risk, before }, _now, stake) => ({ code: 'why.risk', params: { risk, before, stake } }),
  contract: ({ ends, askedElsewhere }, now) => {
    const days = daysBetween(now.day, ends)
    return { code: 'why.contract', params: { days, askedElsewhere } }
  },
  billJump: ({ month, item, amount, usual }, now) => {
    const times = usual > 0 ? Math.round(amount / usual) : 0
    const lastMonth = month === monthBefore(now.day)
    return { code: 'why.billJump', params: { month, lastMonth, item, amount, times } }
  },
  faultUntold: ({ about, fixed, places }, { day: today }) => ({
    code: 'why.faultUntold',
    params: { about, fixed, places, today },
  }),
  tierUp: ({ tier, missing, per, need }) => ({ code: 'why.tierUp', params: { tier, missing, per, need } }),
  tierDown: ({ tier, above, per }) => ({ code: 'why.tierDown', params: { tier, above, per } }),
  birthday: ({ on, lunarMonth, lunarDay, likes }, { day: today }) => ({
    code: 'why.birthday',
    params: { on, lunarMonth, lunarDay, likes, today },
  }),
  festival: ({ on, festival }, { day: today }) => ({ code: 'why.festival', params: { on, festival, today } }),
  points: ({ expires, points, wanted }, { day: today }) => ({
    code: 'why.points',
    params: { expires, points, wanted, today },
  }),
  market: ({ on, delivery }, { day: today }) => ({ code: 'why.market', params: { on, delivery, today } }),
  cadence: ({ tier, every, days, lastTopic }) =>
    days === null
      ? { code: 'why.neverContacted', params: { tier, every } }
      : { code: 'why.cadence', params: { tier, every, days, lastTopic } },
}
