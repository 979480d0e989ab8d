import type { Words } from '#domain/kernel/said.ts'
import { percent, yuan } from '#domain/kernel/wording.ts'
import type { AbsenceFacts } from './absence.ts'
import type { ActFacts } from './acts.ts'
import type { CadenceFacts, MissingField } from './cadence.ts'
import type { PlanFacts } from './dayPlan.ts'
import { dayEn, hoursEn, timeEn, weekdayName } from './daySpeech.ts'
import type { DueFacts } from './dueLabel.ts'
import type { HandOverFacts, HandOverState } from './hand-over.ts'
import type { OccasionKind } from './occasion.ts'
import type { RankFacts } from './rank.ts'
import type { RankRuleFacts } from './rankRules.ts'
import type { WhyFacts } from './why.ts'
import { whyEn } from './why.en.ts'

export const handOverStateNames: Record<HandOverState, string> = {
  asked: 'waiting',
  accepted: 'under way',
  answered: 'answered',
  declined: 'cannot be done',
  withdrawn: 'withdrawn',
}

export const occasionEn: Record<OccasionKind, string> = {
  promise: 'promise due',
  callback: 'call back',
  appointment: 'appointment',
  untold: 'change not told',
  complaint: 'complaint to answer',
  complaintNext: 'complaint to follow',
  request: 'request to answer',
  feeling: 'not asked after closing',
  expectation: 'expectation not agreed',
  newCustomer: 'new key customer',
  unbound: 'raised, no manager',
  welcome: 'raised, to welcome',
  retention: 'retention case',
  escalated: 'complaint raised to you',
  approval: 'form to approve',
  handover: 'taken over, not greeted',
  task: 'planned',
  porting: 'asked about moving',
  risk: 'may leave',
  contract: 'contract ends',
  billJump: 'bill jumped',
  faultUntold: 'repaired, not told',
  tierUp: 'near the next tier',
  tierDown: 'near the tier below',
  birthday: 'birthday',
  festival: 'festival',
  points: 'points lapse',
  market: 'market day',
  cadence: 'contact due',
}

const fields: Record<MissingField, string> = {
  birthday: 'the birthday',
  decider: 'who decides',
  interests: 'interests',
  secondContact: 'a second way to reach',
  address: 'the address',
}

const points = (n: number): string => `${n} point${n === 1 ? '' : 's'}`
const count = (n: number, one: string): string => `${n} ${one}${n === 1 ? '' : 's'}`
const stayEn = (n: number): string =>
  n === 0
    ? 'nothing has to be today'
    : n === 1
      ? 'the one that must be today stays'
      : `the ${n} that must be today stay`
const noted = (note: string): string => (note === '' ? '' : `: ${note}`)

export const worklistEn: Words<
  WhyFacts & DueFacts & RankFacts & RankRuleFacts & ActFacts & PlanFacts & CadenceFacts & AbsenceFacts & HandOverFacts
> = {
  ...whyEn,
  'due.time': ({ time }) => time,
  'due.today': () => 'today',
  'due.tomorrow': () => 'tomorrow',
  'due.weekday': ({ weekday }) => weekdayName(weekday, 'en').slice(0, 3),
  'due.thisWeek': () => 'this week',
  'due.day': ({ day, thisYear }) => (thisYear ? day.slice(5) : day),
  'due.lateDays': ({ days }) => `${days} d late`,

  'rank.obligation': ({ points: n }) => `What is owed to a customer comes first: ${points(n)}`,
  'rank.due': ({ points: n, late, days }) =>
    late
      ? `Already late: ${points(n)}`
      : days <= 0
        ? `Due today: ${points(n)}`
        : `Due in ${count(days, 'day')}: ${points(n)}`,
  'rank.kind': ({ points: n, kind }) => `${occasionEn[kind]}: ${points(n)}`,
  'rank.chance': ({ points: n, risk }) => `no bills, so by the ${percent(risk)} chance of leaving: ${points(n)}`,
  'rank.stake': ({ points: n, stake }) => `${yuan(Math.round(stake / 100) * 100)} a year at stake: ${points(n)}`,
  'rank.cadence': ({ points: n, days, every }) => `Every ${every} days, now day ${days}: ${points(n)}`,
  'rank.also': ({ points: n, more }) => `${count(more, 'more thing')} to say in the same contact: ${points(n)}`,
  'rank.notANumber': ({ field }) => `“${field}” must be a number, 0 or more.`,
  'rank.obligationTooLow': ({ obligation, least }) =>
    `What is owed to a customer has ${points(obligation)}; it needs at least ${least} to come before selling always.`,

  'snooze.notLater': () => 'The new time must be after now.',
  'snooze.tooFar': ({ days }) => `At most ${count(days, 'day')}; for longer, change the cadence or set do-not-disturb.`,
  'snooze.tellFirst': ({ what, day, time }) =>
    `${what === '' ? 'The meeting was agreed' : `“${what}” was promised`} for ${day}${time === null ? '' : ` ${time}`}; to go past that, tell the customer first and agree on a new time.`,
  'snooze.newDueTooSoon': () =>
    'The new time agreed with the customer is before the item comes back; change one of them.',
  'snooze.toldInFuture': () => 'The time the customer was told is still to come; enter when it was really told.',
  'snooze.toldTooEarly': ({ what, since }) =>
    `“${what}” only came up on ${since}; enter when the customer was really told.`,
  'done.whatHappened': () => 'Something is owed here: choose the contact, or write a word on what happened.',
  'handOver.toSelf': () => 'This cannot be handed to yourself; choose a colleague.',
  'handOver.noReason': () => 'Write why it is handed over; the colleague needs to know.',
  'handOver.notYours': () => 'This was not handed to you; only the person asked can deal with it.',
  'handOver.settled': () => 'This is settled already; nothing more to do.',
  'handOver.noAnswer': () => 'Write the answer: the colleague has to tell the customer.',
  'handOver.noWhyNot': () => 'Write why it cannot be done, so that the colleague can find another way.',

  'day.empty': () => 'Nobody has to be contacted today.',
  'day.fits': ({ minutes, free }) => `About ${hoursEn(minutes)} today, with ${hoursEn(free)} at hand: it fits.`,
  'day.tooMuch': ({ minutes, free, move, stay }) =>
    `About ${hoursEn(minutes)} today, with only ${hoursEn(free)} at hand${move > 0 ? `; ${count(move, 'customer')} could move to the next days` : ''}; ${stayEn(stay)}.`,
  'day.giveAway': ({ count: n, minutes }) =>
    `${count(n, 'customer')} (about ${hoursEn(minutes)}) will not fit today; ask a colleague to take over.`,

  'cadence.badDays': ({ tier, days }) => `The interval of tier ${tier} is ${days}; it must be 1 to 730 days.`,
  'quiet.longest': ({ days, every }) => `Not contacted for ${count(days, 'day')}; the cadence is every ${every}.`,
  'quiet.never': () => 'Never contacted yet.',
  'quiet.missing': ({ field }) => `The dossier still lacks ${fields[field]}; it can be asked along the way.`,

  'absence.toBackup': ({ what, dueDay, dueMinute, backOn, today }) =>
    `“${what}” is due ${timeEn(dueDay, dueMinute, today)}; please stand in. It goes back ${dayEn(backOn, today)}.`,
  'absence.nobody': ({ what, dueDay, dueMinute, today }) =>
    `“${what}” is due ${timeEn(dueDay, dueMinute, today)}, and neither the owner nor a backup is there; please name somebody.`,
  'return.kept': ({ what, on, note, today }) => `“${what}” was kept ${dayEn(on, today)}${noted(note)}.`,
  'return.told': ({ what, on, note, today }) =>
    `“${what}” could not be kept in time; the customer was told ${dayEn(on, today)}${noted(note)}.`,
  'return.done': ({ what, on, note, today }) => `“${what}” was done ${dayEn(on, today)}${noted(note)}.`,
  'return.broken': ({ what, on, note, today }) => `“${what}” was not kept ${dayEn(on, today)}${noted(note)}.`,
  'return.open': ({ what, dueDay, dueMinute, today }) =>
    `“${what}” is still open, due ${timeEn(dueDay, dueMinute, today)}.`,
}

/** One row of the list: the headline and one more. */
export const joinEn = (whys: readonly string[]): string => {
  const joined = whys.slice(0, 2).join('; ')
  return `${joined.charAt(0).toUpperCase()}${joined.slice(1)}.`
}
