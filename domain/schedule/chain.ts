import { addDays, addMonths, type Day, monthOf } from '#domain/kernel/day.ts'
import { addWorkdays, chinaWorkdays, type Reckoned, type WorkCalendar } from '#domain/kernel/workdays.ts'

/** Something that starts a row of dated tasks about one customer. */
export type Beginning =
  | { kind: 'promoted'; on: Day }
  | { kind: 'left'; on: Day }
  | { kind: 'managerChanged'; on: Day }
  | { kind: 'exchange'; opens: Day; closes: Day; arrived: Day | null }
  | { kind: 'event'; on: Day; invited: boolean; came: boolean | null }
  | { kind: 'contractEnds'; on: Day }
  | { kind: 'licenceEnds'; on: Day }

/** One task: from when it may be done, by which day at the latest, and the playbook that leads it (null: nothing to lead). */
export type ChainTask = { code: ChainCode; from: Day; by: Reckoned; playbook: string | null }

export type ChainCode =
  | 'bind'
  | 'announce'
  | 'welcome'
  | 'revisit'
  | 'introduce'
  | 'notify'
  | 'recommend'
  | 'arrival'
  | 'invite'
  | 'remind'
  | 'afterEvent'
  | 'contractEnds'
  | 'licenceEnds'

/** The days these rows go by. Those of [S-52] and are as in the source, the others a first guess [gk]; an office sets its own. */
export type ChainDays = {
  bindWorkdays: number
  announceWorkdays: number
  welcomeMonths: number
  revisitWorkdays: number
  introduceWorkdays: number
  recommendDays: number
  inviteDays: number
  afterEventDays: number
  contractDays: number
  licenceDays: number
}

/** A manager within three workdays, a message three workdays before the call, the call within a month; back to who left within ten workdays. */
export const usualDays: ChainDays = {
  bindWorkdays: 3,
  announceWorkdays: 3,
  welcomeMonths: 1,
  revisitWorkdays: 10,
  introduceWorkdays: 3,
  recommendDays: 3,
  inviteDays: 10,
  afterEventDays: 3,
  contractDays: 60,
  licenceDays: 30,
}

/**
 * The tasks a beginning asks for, by due day, counted in workdays with holidays and make-up workdays where the source says so [S-04][S-05]
 * [S-52][R-16][R-17]. What is known later (the goods have arrived, the guest came) adds its task once it is known.
 */
export const chainOf = (
  beginning: Beginning,
  days: ChainDays = usualDays,
  calendar: WorkCalendar = chinaWorkdays,
): ChainTask[] => tasksOf(beginning, days, calendar).toSorted((a, b) => (a.by.day < b.by.day ? -1 : 1))

const tasksOf = (beginning: Beginning, days: ChainDays, calendar: WorkCalendar): ChainTask[] => {
  const after = (day: Day, workdays: number): Reckoned => addWorkdays(day, workdays, calendar)
  switch (beginning.kind) {
    case 'promoted':
      return welcome(beginning.on, days, calendar)
    case 'left':
      return [task('revisit', beginning.on, after(beginning.on, days.revisitWorkdays), 'win-back')]
    case 'managerChanged':
      return [task('introduce', beginning.on, after(beginning.on, days.introduceWorkdays), 'handover')]
    case 'exchange':
      return exchange(beginning, days, calendar)
    case 'event':
      return event(beginning, days, calendar)
    case 'contractEnds':
      return [ahead('contractEnds', beginning.on, days.contractDays, 'contract-expiry')]
    case 'licenceEnds':
      return [ahead('licenceEnds', beginning.on, days.licenceDays, 'licence-renewal')]
  }
}

const task = (code: ChainCode, from: Day, by: Reckoned, playbook: string | null): ChainTask => ({
  code,
  from,
  by,
  playbook,
})

const certain = (day: Day): Reckoned => ({ day, provisional: false })

const ahead = (code: ChainCode, on: Day, days: number, playbook: string): ChainTask =>
  task(code, addDays(on, -days), certain(addDays(on, -1)), playbook)

/** The message goes out so early that three workdays still lie between it and the last day of the call [S-52]. */
const welcome = (on: Day, days: ChainDays, calendar: WorkCalendar): ChainTask[] => {
  const last = monthLater(on, days.welcomeMonths)
  const bind = addWorkdays(on, days.bindWorkdays, calendar)
  return [
    task('bind', on, bind, null),
    task('announce', on, addWorkdays(last, -days.announceWorkdays, calendar), null),
    task('welcome', addWorkdays(bind.day, days.announceWorkdays, calendar).day, certain(last), 'new-key-customer'),
  ]
}

/** The same day of a later month, or its last day when it has no such day. */
const monthLater = (day: Day, months: number): Day => {
  const month = addMonths(monthOf(day), months)
  const last = addDays(`${addMonths(month, 1)}-01`, -1)
  const same = `${month}-${day.slice(8)}`
  return same < last ? same : last
}

/** Told while there is time to choose, helped to choose a few days later, told again on the day the goods are there [S-04]. */
const exchange = (
  { opens, closes, arrived }: Beginning & { kind: 'exchange' },
  { recommendDays }: ChainDays,
  calendar: WorkCalendar,
): ChainTask[] => {
  const told = addWorkdays(opens, 2, calendar)
  const choose = addDays(told.day, recommendDays)
  const last = addDays(closes, -1)
  return [
    task('notify', opens, told, 'points-notice'),
    task('recommend', told.day, certain(choose < last ? choose : last), 'points-recommend'),
    ...(arrived === null ? [] : [task('arrival', arrived, certain(arrived), 'points-arrival')]),
  ]
}

/** Invited in good time, reminded the day before, asked afterwards if they came [S-05]. */
const event = (
  { on, invited, came }: Beginning & { kind: 'event' },
  { inviteDays, afterEventDays }: ChainDays,
  calendar: WorkCalendar,
): ChainTask[] => [
  ...(invited
    ? [task('remind', addDays(on, -1), certain(addDays(on, -1)), null)]
    : [task('invite', addDays(on, -2 * inviteDays), certain(addDays(on, -inviteDays)), 'event-invite')]),
  ...(came ? [task('afterEvent', addDays(on, 1), addWorkdays(on, afterEventDays, calendar), 'follow-up')] : []),
]
