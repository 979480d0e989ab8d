import { addDays, type Day } from '#domain/kernel/day.ts'
import { instantAt } from '#domain/kernel/zone.ts'
import { type AppointmentState, type AppointmentWay, overlaps, type Span, takesTime } from './appointment.ts'
import { type Place, travelMinutes } from './travel.ts'

/** Something in somebody's calendar, as far as free time asks. `place` is the customer's, where it has been noted. */
export type Taken = Span & { id: string; way: AppointmentWay; state: AppointmentState; place: Place | null }

/** Where a new meeting would be: nobody travels to a telephone call. */
export type Wherever = { way: AppointmentWay; place: Place | null }

/** What is taken, with the way from one meeting to the next on either side [S-26]. */
export const takenWithWay = (taken: readonly Taken[], wanted: Wherever): Span[] =>
  taken.filter(takesTime).map((each) => {
    const minutes = each.way === 'visit' && wanted.way === 'visit' ? travelMinutes(each.place, wanted.place) : 0
    return {
      from: new Date(each.from.getTime() - minutes * 60_000),
      until: new Date(each.until.getTime() + minutes * 60_000),
    }
  })

/** Whole days somebody is away, both included. */
export const awaySpan = (from: Day, to: Day, timeZone: string): Span => ({
  from: instantAt(from, 0, timeZone),
  until: instantAt(addDays(to, 1), 0, timeZone),
})

/** What a meeting at that time would meet: two at once are shown, never forbidden. */
export const clashesWith = <T extends Span & { id: string; state: AppointmentState }>(
  entries: readonly T[],
  wanted: Span,
  own: string | null,
): T[] => entries.filter((each) => each.id !== own && takesTime(each) && overlaps(each, wanted))
