import type { Day } from '#domain/kernel/day.ts'
import type { Words } from '#domain/kernel/said.ts'
import { percent, yuan } from '#domain/kernel/wording.ts'
import { dateOf, dayEn, isMonthEnd, spanEn, timeEn } from './daySpeech.ts'
import type { ClockKind } from '#domain/retention/case-clock.ts'
import type { Festival } from './occasion.ts'
import { clockTime } from './wall.ts'
import type { WhyFacts } from './why.ts'

const festivals: Record<Festival, string> = {
  spring: 'the Spring Festival',
  lantern: 'the Lantern Festival',
  dragonBoat: 'the Dragon Boat Festival',
  midAutumn: 'the Mid-Autumn Festival',
  doubleNinth: 'the Double Ninth Festival',
  nationalDay: 'National Day',
  newYear: 'New Year’s Day',
}

const monthNames = 'January February March April May June July August September October November December'.split(' ')

const monthName = (yearMonth: string): string => monthNames[Number(yearMonth.slice(5, 7)) - 1] ?? yearMonth

const leftEn = (left: number): string => {
  if (left < 0) return `, ${spanEn(-left)} late`
  return left <= 120 ? `, ${spanEn(left)} left` : ''
}

const days = (n: number): string => (n === 1 ? '1 day' : `${n} days`)

const before = (n: number): string => (n % 7 === 0 ? (n === 7 ? 'a week' : `${n / 7} weeks`) : days(n))

/** Kinds of charges as bills name them; anything else stands as the file said it. */
const billItems: Readonly<Record<string, string>> = {
  roaming: 'roaming',
  voice: 'calls',
  data: 'data',
  message: 'messages',
}

/** A distance to a line: nobody asks for the fen. */
const onlyYuan = (fen: number): string => (fen < 100 ? 'less than ¥1' : `only ${yuan(Math.round(fen / 100) * 100)}`)

/** What a complaint on its way still owes the customer. */
const asksEn = {
  progress: 'a word on how it goes is due',
  result: 'the result is due',
  confirm: 'answered; ask whether it is settled',
  law: 'the statutory day comes',
}

/** What a retention case waits for. */
const retentionEn: Record<ClockKind, string> = {
  dispatch: 'nobody has it yet, name somebody',
  reach: 'reach them first',
  showWayOut: 'they asked how to leave, explain it',
  approve: 'an offer waits for your word',
  line: 'one line is owed for what was given',
  settle: 'come to a result',
  end: 'note whether they stayed',
  followUp: 'ask again how it is',
  learn: 'write down what was learnt',
}

export const whyEn: Words<WhyFacts> = {
  'why.promise': ({ what, promised, dueDay, dueMinute, left, today }) =>
    `promised ${dayEn(promised, today)}, for ${timeEn(dueDay, dueMinute, today).replace(/^on /, '')}: ${what}${leftEn(left)}`,
  'why.callback': ({ about, asked, left, today }) =>
    `asked ${dayEn(asked, today)} to be called back about “${about}”${leftEn(left)}`,
  'why.appointment': ({ way, place, dueDay, dueMinute, left, today }) => {
    const when = `${dayEn(dueDay, today)} at ${clockTime(dueMinute ?? 0)}`
    const what = `a ${way === 'visit' ? 'visit' : 'call'} was agreed for ${when.replace(/^on /, '')}${place === '' ? '' : `, ${place}`}`
    return left < 0 ? `${what}; how it went is not noted yet` : `${what}${leftEn(left)}`
  },
  'why.untold': ({ way, change, day, minute, newDay, newMinute, today }) => {
    const at = (on: Day, clock: number): string => `${dayEn(on, today).replace(/^on /, '')} at ${clockTime(clock)}`
    const later = newDay === null ? '' : at(newDay, newMinute ?? 0)
    const became: Record<string, string> = {
      moved: `was moved to ${later}`,
      late: `will only begin ${later}`,
      cancelled: 'was cancelled',
      missed: 'did not take place',
    }
    return `the ${way === 'visit' ? 'visit' : 'call'} agreed for ${at(day, minute)} ${became[change] ?? change}; nobody has said so yet`
  },
  'why.complaint': ({ about, opened, dueDay, dueMinute, left, today }) =>
    left < 0
      ? `complained ${dayEn(opened, today)}: “${about}”; the answer is ${spanEn(-left)} late`
      : `complained ${dayEn(opened, today)}: “${about}”; an answer is owed ${timeEn(dueDay, dueMinute, today)}${leftEn(left)}`,
  'why.complaintNext': ({ about, ask, dueDay, dueMinute, left, today }) =>
    left < 0
      ? `the complaint “${about}”: ${asksEn[ask]}, ${spanEn(-left)} late`
      : `the complaint “${about}”: ${asksEn[ask]} ${timeEn(dueDay, dueMinute, today)}${leftEn(left)}`,
  'why.request': ({ about, opened, dueDay, dueMinute, left, today }) =>
    left < 0
      ? `asked ${dayEn(opened, today)}: “${about}”; the answer is ${spanEn(-left)} late`
      : `asked ${dayEn(opened, today)}: “${about}”; an answer is owed ${timeEn(dueDay, dueMinute, today)}${leftEn(left)}`,
  'why.feeling': ({ about, days: since }) =>
    `the complaint “${about}” was closed ${since === 0 ? 'today' : `${days(since)} ago`}; nobody has asked yet how it felt`,
  'why.expectation': ({ words, deciderUnseen }) =>
    `“${words}” is still not agreed${deciderUnseen === null ? '' : `; the person who decides was last met ${days(deciderUnseen)} ago`}`,
  'why.newCustomer': ({ assigned, workdays, today }) =>
    `a key customer newly assigned ${dayEn(assigned, today)}; the first contact is due within ${workdays} working day${workdays === 1 ? '' : 's'}`,
  'why.unbound': ({ tier, promoted, by, today }) =>
    `rose to tier ${tier} ${dayEn(promoted, today)} and has no manager yet; one is due by ${dayEn(by, today)}`,
  'why.welcome': ({ tier, promoted, messaged, until, today }) =>
    messaged === null
      ? `rose to tier ${tier} ${dayEn(promoted, today)}: a message first, a call three workdays later, in touch by ${dayEn(until, today)}`
      : `rose to tier ${tier} ${dayEn(promoted, today)}, message sent ${dayEn(messaged, today)}; in touch by ${dayEn(until, today)}`,
  'why.retention': ({ asks, dueDay, dueMinute, left, today }) =>
    `retention: ${retentionEn[asks]}, due ${timeEn(dueDay, dueMinute, today)}${leftEn(left)}`,
  'why.escalated': ({ about, reason, raised, today }) =>
    `the complaint “${about}” was raised to you ${dayEn(raised, today)}: ${reason}`,
  'why.approval': ({ by, titleEn, asked, days: waited, today }) =>
    `the ${titleEn.toLowerCase()} ${by} sent ${dayEn(asked, today)} waits for a yes or no${waited < 2 ? '' : `, ${days(waited)} now`}`,
  'why.handover': ({ assigned, former, today }) =>
    `taken over from ${former} ${dayEn(assigned, today)}, not yet greeted`,
  'why.task': ({ aboutEn, subject }) => `${aboutEn}${subject === null ? '' : ` (${subject})`}`,
  'why.porting': ({ asked, today }) => `asked ${dayEn(asked, today)} what it takes to move the number elsewhere`,
  'why.risk': ({ risk, before: was, stake }) => {
    const now = `${percent(risk)} likely to leave`
    const moved =
      was === null ? '' : percent(was) === percent(risk) ? ', as last month' : `, ${percent(was)} last month`
    return `${now}${moved}${stake > 0 ? `, about ${yuan(Math.round(stake / 1000) * 1000)} a year at stake` : ''}`
  },
  'why.contract': ({ days: left, askedElsewhere }) => {
    const end =
      left < 0
        ? `the contract ended ${days(-left)} ago`
        : left === 0
          ? 'the contract ends today'
          : `the contract ends in ${days(left)}`
    return askedElsewhere === null
      ? end
      : `${end}; last year prices elsewhere were asked for ${before(askedElsewhere)} before the end`
  },
  'why.billJump': ({ month, lastMonth, item, amount, times }) => {
    const usual = times === 0 ? ', with none usually' : times === 1 ? '' : `, ${times} times the usual`
    return `${billItems[item] ?? item} ${yuan(amount)} ${lastMonth ? 'last month' : `in ${monthName(month)}`}${usual}, perhaps not yet noticed`
  },
  'why.faultUntold': ({ about, fixed, places, today }) =>
    places > 1
      ? `${about} at ${places} places, all repaired ${dayEn(fixed, today)}; nobody has said so yet`
      : `${about}, repaired ${dayEn(fixed, today)}; nobody has said so yet`,
  'why.tierUp': ({ tier, missing, per, need }) =>
    `${onlyYuan(missing)}${per === 'month' ? ' a month' : ''} short of tier ${tier}${need === null ? '' : `; mentioned “${need}”, a good moment to talk about both`}`,
  'why.tierDown': ({ tier, above, per }) =>
    `${onlyYuan(above)}${per === 'month' ? ' a month' : ''} above the line of tier ${tier}; ask how things are going`,
  'why.birthday': ({ on, lunarMonth, lunarDay, likes, today }) => {
    const lunar = lunarMonth === null || lunarDay === null ? '' : ` (day ${lunarDay} of lunar month ${lunarMonth})`
    return `birthday ${dayEn(on, today)}${lunar}${likes === null ? '' : `; ${likes}`}`
  },
  'why.festival': ({ on, festival, today }) => `${festivals[festival]} is ${dayEn(on, today)}`,
  'why.points': ({ expires, points, wanted, today }) => {
    const when = isMonthEnd(expires) ? `at the end of ${monthName(expires)}` : `on ${dateOf(expires, today)}`
    const enough = wanted === null ? '' : `; enough for what was mentioned before: ${wanted}`
    return `${points.toLocaleString('en-US')} points lapse ${when}${enough}`
  },
  'why.market': ({ on, delivery, today }) => {
    if (delivery === null) return `market day is ${dayEn(on, today)}; ask whether there is enough stock`
    return delivery > on
      ? `market day is ${dayEn(on, today)} but the goods come ${dayEn(delivery, today)}; ask whether the stock will last`
      : `market day is ${dayEn(on, today)}, the goods come ${dayEn(delivery, today)}; check the quantity`
  },
  'why.cadence': ({ tier, every, days: since, lastTopic }) =>
    `tier ${tier} is contacted at least every ${every} days, today is day ${since}${lastTopic === null ? '' : `; last time it was about ${lastTopic}`}`,
  'why.neverContacted': ({ tier, every }) =>
    `tier ${tier} is contacted at least every ${every} days, and has not been yet`,
}
