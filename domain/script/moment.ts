import { addDays, type Day } from '#domain/kernel/day.ts'
import { festivalsBetween } from '#domain/kernel/festivals.ts'

/** What a line is for in a talk: the drawer offers those that fit the step, the linter knows what each must hold [S-30]. */
export const scriptRoles = [
  'opening',
  'rightPerson',
  'convenience',
  'asksTime',
  'notice',
  'care',
  'reminder',
  'confirms',
  'empathy',
  'refusal',
  'offer',
  'pitch',
  'objection',
  'absent',
  'dropped',
  'closing',
  'apology',
  'thanks',
] as const
export type ScriptRole = (typeof scriptRoles)[number]

/** Festivals a written greeting suits; days of mourning or courtship have none. */
export const festivalMoments = [
  'festival:new-year',
  'festival:laba',
  'festival:kitchen-god',
  'festival:lunar-eve',
  'festival:spring-festival',
  'festival:lantern',
  'festival:women',
  'festival:labour',
  'festival:youth',
  'festival:mothers',
  'festival:nurses',
  'festival:children',
  'festival:dragon-boat',
  'festival:fathers',
  'festival:army',
  'festival:teachers',
  'festival:mid-autumn',
  'festival:national',
  'festival:double-ninth',
] as const

/** The twenty-four solar terms. */
export const solarMoments = [
  'solar:start-of-spring',
  'solar:rain-water',
  'solar:awakening-of-insects',
  'solar:spring-equinox',
  'solar:pure-brightness',
  'solar:grain-rain',
  'solar:start-of-summer',
  'solar:grain-buds',
  'solar:grain-in-ear',
  'solar:summer-solstice',
  'solar:minor-heat',
  'solar:major-heat',
  'solar:start-of-autumn',
  'solar:end-of-heat',
  'solar:white-dew',
  'solar:autumn-equinox',
  'solar:cold-dew',
  'solar:frost',
  'solar:start-of-winter',
  'solar:minor-snow',
  'solar:major-snow',
  'solar:winter-solstice',
  'solar:minor-cold',
  'solar:major-cold',
] as const

/** What else a message is written for. */
export const plainMoments = [
  'birthday',
  'anniversary',
  'welcome',
  'handover',
  'benefit',
  'gift',
  'pointsNotice',
  'pointsArrival',
  'reminder',
  'bill',
  'planCheck',
  'contract',
  'roaming',
  'device',
  'fraud',
  'network',
  'outage',
  'restored',
  'eventInvite',
  'eventAfter',
  'visitAgreed',
  'visitAfter',
  'missedCall',
  'opinion',
  'progress',
  'retention',
  'winBack',
  'heat',
  'cold',
  'rain',
  'typhoon',
  'snow',
  'delivery',
  'marketDay',
  'licence',
  'order',
  'supply',
  'display',
  'price',
  'newProduct',
  'review',
  'thanks',
  'apology',
] as const

/** When a touchpoint text is sent: the closed list a file may name [S-57]. */
export const moments = [...festivalMoments, ...solarMoments, ...plainMoments] as const
export type Moment = (typeof moments)[number]

const kebab = (code: string): string => code.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

const isMoment = (text: string): text is Moment => (moments as readonly string[]).includes(text)

/** The moment of a festival of the calendar, by its code; null for one that is not wished for in writing. */
export const momentOfFestival = (code: string): Moment | null => {
  if (code.startsWith('kitchenGod')) return 'festival:kitchen-god'
  const found = [`festival:${kebab(code)}`, `solar:${kebab(code)}`].find(isMoment)
  return found ?? null
}

/** A festival comes up on Today this many days before it at the most. */
const FESTIVAL_AHEAD_DAYS = 14

/** The festivals one may be wishing for about now. */
const festivalMomentsAhead = (today: Day): Moment[] =>
  festivalsBetween(today, addDays(today, FESTIVAL_AHEAD_DAYS)).flatMap(({ code }) => momentOfFestival(code) ?? [])

/** The moments a text may be written for when this brings a customer up on Today, the likeliest first. */
export const momentsOfOccasion = (kind: string, today: Day): readonly Moment[] =>
  kind === 'festival' ? festivalMomentsAhead(today) : (occasionMoments[kind] ?? [])

/** Of the reasons of a row, those a text of this moment sees to. */
export const answeredBy = <R extends { kind: string }>(moment: Moment, reasons: readonly R[], today: Day): R[] =>
  reasons.filter(({ kind }) => momentsOfOccasion(kind, today).includes(moment))

const occasionMoments: Readonly<Record<string, readonly Moment[]>> = {
  birthday: ['birthday'],
  points: ['pointsNotice', 'pointsArrival'],
  newCustomer: ['welcome'],
  handover: ['handover'],
  tierUp: ['benefit', 'welcome'],
  contract: ['contract', 'planCheck'],
  billJump: ['bill', 'planCheck'],
  faultUntold: ['restored', 'apology'],
  porting: ['retention'],
  risk: ['planCheck', 'retention'],
  market: ['marketDay', 'delivery'],
  cadence: ['thanks', 'opinion'],
}

/** The moments of a playbook that is carried out by message, by its id. */
export const momentsOfPlaybook = (id: string, today: Day): readonly Moment[] =>
  id === 'greeting' ? [...festivalMomentsAhead(today), 'thanks'] : (playbookMoments[id] ?? [])

const playbookMoments: Readonly<Record<string, readonly Moment[]>> = {
  birthday: ['birthday'],
  'new-key-customer': ['welcome'],
  handover: ['handover'],
  'event-invite': ['eventInvite'],
  'event-day': ['eventAfter', 'eventInvite'],
  'points-notice': ['pointsNotice'],
  'points-arrival': ['pointsArrival'],
  'balance-reminder': ['reminder'],
  'network-work-notice': ['network'],
  'plan-checkup': ['planCheck'],
  'contract-expiry': ['contract'],
  'roaming-before-trip': ['roaming'],
  'win-back': ['winBack'],
  'retention-talk': ['retention'],
  'late-promise': ['apology', 'progress'],
  'order-reminder': ['order'],
  'market-day-delivery': ['delivery', 'marketDay'],
  'licence-renewal': ['licence'],
  'new-brand': ['newProduct'],
  'supply-explained': ['supply'],
  'monthly-review': ['review'],
  visit: ['visitAfter', 'visitAgreed'],
  'appointment-call': ['visitAgreed', 'missedCall'],
}
