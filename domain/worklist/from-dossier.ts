import { birthdayFrom, nextBirthday } from '#domain/customer/birthday.ts'
import { addDays, addMonths, type Day, daysBetween, type Month, monthOf, weekdayOf } from '#domain/kernel/day.ts'
import { festivalsBetween } from '#domain/kernel/festivals.ts'
import type { Id } from '#domain/kernel/id.ts'
import { lunarDateOf } from '#domain/kernel/lunar.ts'
import { dayRuleFrom, daysOf, deliveryMissesMarket } from '#domain/kernel/market.ts'
import type { Fen } from '#domain/kernel/money.ts'
import type { Festival, Occasion } from './occasion.ts'

type DayIsWorked = (day: Day) => boolean

/** Something seen or heard about a competitor, or about leaving. */
export type Sighting = { id: Id; customerId: Id; seenOn: Day; competitor: string | null; what: string }

/** How far ahead days in the dossier are looked for; the lead of each kind narrows it further. */
export const AHEAD = 4

/** A contract enters thirty days before its end; unless the customer asks earlier, two weeks before is the time to talk. */
export const CONTRACT_AHEAD = 45
const CONTRACT_TALK = 14
export const CONTRACT_PAST = 7

/** Days in which a question about moving the number is still fresh. */
export const PORTING_FRESH = 14

/** A charge is a jump from this much, in fen, and this many times the usual. */
export const JUMP_FROM: Fen = 10_000
const JUMP_TIMES = 3

/** Workdays in which a newly assigned key customer is to be reached. [S-52] */
const FIRST_CONTACT = 3

/** Greeted festivals by their calendar code. */
const greeted: Readonly<Record<string, Festival>> = {
  springFestival: 'spring',
  lantern: 'lantern',
  dragonBoat: 'dragonBoat',
  midAutumn: 'midAutumn',
  doubleNinth: 'doubleNinth',
  national: 'nationalDay',
  newYear: 'newYear',
}

/** The next birthday when it is near; `likes` is a way the customer likes to be greeted, as noted. [S-52][K-35] */
export const birthdayOccasion = (
  customerId: Id,
  stored: unknown,
  likes: string | null,
  today: Day,
): Occasion | null => {
  const birthday = birthdayFrom(stored)
  if (!birthday) return null
  const on = nextBirthday(birthday, today)
  if (daysBetween(today, on) > AHEAD) return null
  const lunar = birthday.calendar === 'lunar' ? lunarDateOf(on) : null
  return {
    kind: 'birthday',
    customerId,
    recordId: `${customerId}/${on}`,
    due: { by: 'day', day: on },
    on,
    lunarMonth: lunar?.month ?? null,
    lunarDay: lunar?.day ?? null,
    likes,
  }
}

/** Festivals near at hand on which everyone may be greeted. */
export const festivalOccasions = (customerId: Id, today: Day): Occasion[] =>
  festivalsBetween(today, addDays(today, AHEAD)).flatMap(({ code, day }): Occasion[] => {
    const festival = greeted[code]
    return festival
      ? [
          {
            kind: 'festival',
            customerId,
            recordId: `${customerId}/${day}`,
            due: { by: 'day', day },
            on: day,
            festival,
          },
        ]
      : []
  })

/** The next market day that finds the shelves unfilled, with the delivery that comes after it. [S-48] */
export const marketOccasion = (
  customerId: Id,
  dossier: { deliveryDays?: unknown; marketDays?: unknown },
  today: Day,
): Occasion | null => {
  const [delivery, market] = [dayRuleFrom(dossier.deliveryDays), dayRuleFrom(dossier.marketDays)]
  if (!market) return null
  const on = delivery
    ? deliveryMissesMarket(delivery, market, today, addDays(today, AHEAD))[0]?.market
    : daysOf(market, today, addDays(today, AHEAD))[0]
  if (on === undefined) return null
  const next = delivery ? (daysOf(delivery, on, addDays(on, 7))[0] ?? null) : null
  return {
    kind: 'market',
    customerId,
    recordId: `${customerId}/${on}`,
    due: { by: 'day', day: on },
    on,
    delivery: next,
  }
}

/**
 * A contract near its end. Who asked elsewhere before last year's end is expected to do so again, so the talk is due before
 * that day of the year comes back; a weekend is waited out.
 */
export const contractOccasion = (
  customerId: Id,
  ends: Day | null,
  sightings: readonly Sighting[],
  today: Day,
  isWorkday: DayIsWorked,
): Occasion | null => {
  if (ends === null || ends < addDays(today, -CONTRACT_PAST) || ends > addDays(today, CONTRACT_AHEAD)) return null
  const lastEnd = `${Number(ends.slice(0, 4)) - 1}${ends.slice(4)}`
  const asked = sightings
    .filter(({ competitor, seenOn }) => competitor !== null && seenOn < lastEnd && daysBetween(seenOn, lastEnd) <= 60)
    .map(({ seenOn }) => daysBetween(seenOn, lastEnd))
  const askedElsewhere = asked.length > 0 ? Math.max(...asked) : null
  const talk = nextWorked(addDays(ends, -(askedElsewhere ?? CONTRACT_TALK)), isWorkday)
  return {
    kind: 'contract',
    customerId,
    recordId: `${customerId}/${ends}`,
    due: { by: 'day', day: talk },
    ends,
    askedElsewhere,
  }
}

const nextWorked = (day: Day, isWorkday: DayIsWorked): Day => {
  let worked = day
  for (let further = 0; further < 14 && !isWorkday(worked); further++) worked = addDays(worked, 1)
  return worked
}

/** A fresh question about moving the number away that nobody has spoken about since. `spoken` is the day last reached. */
export const portingOccasion = (
  sightings: readonly Sighting[],
  spoken: Day | null,
  today: Day,
  isWorkday: DayIsWorked,
): Occasion | null => {
  const asked = sightings
    .filter(({ what, seenOn }) => what.includes('携号转网') && daysBetween(seenOn, today) <= PORTING_FRESH)
    .toSorted((a, b) => (a.seenOn < b.seenOn ? 1 : -1))[0]
  if (!asked || (spoken !== null && spoken > asked.seenOn)) return null
  return {
    kind: 'porting',
    customerId: asked.customerId,
    recordId: asked.id,
    due: { by: 'day', day: nextWorked(addDays(asked.seenOn, 1), isWorkday) },
    asked: asked.seenOn,
  }
}

/** One charge of one month, by the kind the bill names it. */
export type Charge = { customerId: Id; month: Month; item: string; amount: Fen }

/** A charge of the newest month far above the median of the six before it, not spoken about since. */
export const billJumpOccasion = (
  charges: readonly Charge[],
  newest: Month,
  spoken: Day | null,
  today: Day,
): Occasion | null => {
  const known = `${addMonths(newest, 1)}-01`
  if (!isFreshMonth(newest, today) || (spoken !== null && spoken >= known)) return null
  const jumps = charges
    .filter(({ month, amount }) => month === newest && amount >= JUMP_FROM)
    .map((charge) => ({ ...charge, usual: usualOf(charges, charge) }))
    .filter(({ amount, usual }) => amount >= JUMP_TIMES * usual)
    .toSorted((a, b) => b.amount - a.amount)
  const [jump] = jumps
  if (!jump) return null
  const { customerId, item, amount, usual } = jump
  return {
    kind: 'billJump',
    customerId,
    recordId: `${customerId}/${newest}/${item}`,
    due: { by: 'week', day: addDays(today, 7 - weekdayOf(today)) },
    month: newest,
    item,
    amount,
    usual,
  }
}

/** Whether a month's bills are still news: for 45 days after its end. */
export const isFreshMonth = (month: Month, today: Day): boolean => daysBetween(`${addMonths(month, 1)}-01`, today) <= 45

const usualOf = (charges: readonly Charge[], { item, month }: Charge): Fen => {
  const before = Array.from({ length: 6 }, (_, i) => addMonths(month, -i - 1))
  const amounts = before
    .map((each) => charges.find((charge) => charge.month === each && charge.item === item)?.amount ?? 0)
    .toSorted((a, b) => a - b)
  return Math.round(((amounts[2] ?? 0) + (amounts[3] ?? 0)) / 2)
}

/** A customer given to somebody new is to be reached within three working days. `addWorkdays` reckons over the branch's calendar. */
export const newCustomerOccasion = (
  customerId: Id,
  assigned: Day,
  spoken: Day | null,
  today: Day,
  addWorkdays: (day: Day, count: number) => Day,
): Occasion | null => {
  if (daysBetween(assigned, today) > 14 || (spoken !== null && spoken >= assigned)) return null
  return {
    kind: 'newCustomer',
    customerId,
    recordId: `${customerId}/${assigned}`,
    due: { by: 'day', day: addWorkdays(assigned, FIRST_CONTACT) },
    assigned,
    workdays: FIRST_CONTACT,
  }
}

/** A customer taken over from a colleague is greeted within three working days, with what the colleague promised in hand. */
export const handoverOccasion = (
  customerId: Id,
  { assigned, former }: { assigned: Day; former: string },
  spoken: Day | null,
  today: Day,
  addWorkdays: (day: Day, count: number) => Day,
): Occasion | null => {
  if (daysBetween(assigned, today) > 14 || (spoken !== null && spoken > assigned)) return null
  return {
    kind: 'handover',
    customerId,
    recordId: `${customerId}/${assigned}`,
    due: { by: 'day', day: addWorkdays(assigned, FIRST_CONTACT) },
    assigned,
    former,
  }
}

/** Fewer points than this buy nothing one would ring about; told so long before they lapse that there is time to choose and to receive. */
export const POINTS_FROM = 5_000
const POINTS_TOLD_BEFORE = 30

/** The days of the year in which points about to lapse are on the list. */
export const pointsInSeason = (today: Day): boolean =>
  daysBetween(today, `${today.slice(0, 4)}-12-31`) <= POINTS_TOLD_BEFORE + 14

/** Points that lapse with the year: told early, with what was once wished for. [S-04][K-27] */
export const pointsOccasion = (
  customerId: Id,
  expiring: { points: number; on: Day },
  wanted: string | null,
): Occasion | null =>
  expiring.points < POINTS_FROM
    ? null
    : {
        kind: 'points',
        customerId,
        recordId: `${customerId}/${expiring.on}`,
        due: { by: 'day', day: addDays(expiring.on, -POINTS_TOLD_BEFORE) },
        expires: expiring.on,
        points: expiring.points,
        wanted,
      }

/** What a month of bills starts from: the newest seven. */
export const chargesSince = (today: Day): Month => addMonths(monthOf(today), -9)
