import { addDays, dayIn } from '#domain/kernel/day.ts'
import { addWorkingMinutes, closingMinute, type WorkingTime } from '#domain/kernel/working-hours.ts'
import { addWorkdays, chinaWorkdays } from '#domain/kernel/workdays.ts'
import { instantAt } from '#domain/kernel/zone.ts'
import { linesOwed } from './case.ts'
import { type CaseState, isClosed } from './case-state.ts'

/** How soon somebody has to speak with the customer: who asked to leave first of all. */
export type Urgency = 'asked' | 'high' | 'raised'

/** How long each part of a case may take. Minutes are working minutes, workdays end at closing time. A branch may set its own. */
export type CaseTimes = {
  reach: Readonly<Record<Urgency, number>>
  showWayOut: number
  approve: number
  /** Workdays. */
  settle: number
  line: number
  end: number
  followUp: { agreed: number; letGo: number }
  learn: number
}

/** A starting point: two hours of work for who asked to leave, half a day for a high risk, two days else; a settled word in five workdays. */
export const usualCaseTimes: CaseTimes = {
  reach: { asked: 120, high: 240, raised: 840 },
  showWayOut: 60,
  approve: 120,
  settle: 5,
  line: 1,
  end: 10,
  followUp: { agreed: 20, letGo: 5 },
  learn: 5,
}

export type ClockKind =
  | 'dispatch'
  | 'reach'
  | 'showWayOut'
  | 'approve'
  | 'line'
  | 'settle'
  | 'end'
  | 'followUp'
  | 'learn'

/** Something the case waits for. `who` has to act; provisional where the working calendar of that day is not published yet. */
export type CaseClock = { kind: ClockKind; who: 'owner' | 'lead'; dueAt: Date; provisional: boolean }

/** By when the customer must have been reached, for the event that dispatches a case. */
export const reachDue = (
  urgency: Urgency,
  from: Date,
  time: WorkingTime,
  times: CaseTimes = usualCaseTimes,
): { at: Date; provisional: boolean } => addWorkingMinutes(from, times.reach[urgency], time)

/**
 * Everything a case waits for, the earliest first; nothing once it is closed. The deadline for the first talk is the one the dispatch
 * set and stays through a hand-over; the others run from what happened.
 */
export const clocksOf = (state: CaseState, time: WorkingTime, times: CaseTimes = usualCaseTimes): CaseClock[] => {
  if (state.openedAt === null || isClosed(state)) return []
  const soon = (kind: ClockKind, who: CaseClock['who'], from: Date, minutes: number): CaseClock => {
    const { at, provisional } = addWorkingMinutes(from, minutes, time)
    return { kind, who, dueAt: at, provisional }
  }
  const later = (kind: ClockKind, from: Date, workdays: number): CaseClock => ({
    kind,
    who: 'owner',
    ...endOfWorkday(from, workdays, time),
  })
  const { leave, ownerId, dueAt } = state
  const unshown = leave.askedAt !== null && (leave.shownAt === null || leave.shownAt < leave.askedAt)
  return [
    ...(ownerId === null ? [soon('dispatch', 'lead', state.openedAt, times.approve)] : []),
    ...(dueAt && !state.reachedAt && !state.settled
      ? [{ kind: 'reach', who: 'owner', dueAt, provisional: state.provisional } as const]
      : []),
    ...(unshown && leave.askedAt ? [soon('showWayOut', 'owner', leave.askedAt, times.showWayOut)] : []),
    ...state.offerings.flatMap(({ standing, approvalAskedAt }) =>
      standing === 'asked' && approvalAskedAt && !state.settled
        ? [soon('approve', 'lead', approvalAskedAt, times.approve)]
        : [],
    ),
    ...linesOwed(state).flatMap(({ madeAt }) => (madeAt ? [later('line', madeAt, times.line)] : [])),
    ...nextStep(state, later, times),
  ].sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime())
}

const nextStep = (
  { reachedAt, settled, ended, followUp }: CaseState,
  later: (kind: ClockKind, from: Date, workdays: number) => CaseClock,
  times: CaseTimes,
): CaseClock[] => {
  if (followUp) return [later('learn', followUp.at, times.learn)]
  if (settled && ended) return [later('followUp', settled.at, times.followUp[settled.how])]
  if (settled) return [later('end', settled.at, times.end)]
  return reachedAt ? [later('settle', reachedAt, times.settle)] : []
}

const endOfWorkday = (from: Date, workdays: number, time: WorkingTime): { dueAt: Date; provisional: boolean } => {
  const { hours, timeZone, calendar = chinaWorkdays } = time
  const { day, provisional } = addWorkdays(dayIn(from, timeZone), workdays, calendar)
  return { dueAt: instantAt(day, closingMinute(hours), timeZone), provisional }
}

/** How a clock stands at an instant: `soon` in the last day before it is due. */
export const standingOfClock = ({ dueAt }: CaseClock, now: Date, timeZone: string): 'overdue' | 'soon' | 'running' => {
  if (dueAt < now) return 'overdue'
  return dayIn(dueAt, timeZone) <= addDays(dayIn(now, timeZone), 1) ? 'soon' : 'running'
}
