import { lengthOf, type Stretch, totalOf } from './sound.ts'

/** Who speaks when: by channel, or by marked roles. */
export type Talk = { staff: readonly Stretch[]; customer: readonly Stretch[] }

/** Shares of the time anybody speaks, and who broke in on whom, in seconds from the start [H-19]. */
export type TalkMeasures = {
  staffShare: number
  customerShare: number
  bothShare: number
  interruptions: { by: 'staff' | 'customer'; at: number }[]
}

/** Shorter words during the other's speech are "mm" and "yes": listening, not interrupting. */
const MORE_THAN_A_NOD = 1
/** Who starts in the last moments of the other's turn only takes the turn. */
const STILL_GOING = 0.3

/** Measures a conversation [H-19][H-20]; shares are of the time at least one of them speaks, all 0 when nobody does. */
export const talkOf = ({ staff, customer }: Talk): TalkMeasures => {
  const both = totalOf(staff.flatMap((own) => customer.flatMap((other) => overlapOf(own, other))))
  const [ours, theirs] = [totalOf(staff), totalOf(customer)]
  const whole = ours + theirs - both
  const share = (part: number): number => (whole <= 0 ? 0 : part / whole)
  return {
    staffShare: share(ours),
    customerShare: share(theirs),
    bothShare: share(both),
    interruptions: [
      ...breakIns(staff, customer).map((at) => ({ by: 'staff' as const, at })),
      ...breakIns(customer, staff).map((at) => ({ by: 'customer' as const, at })),
    ].sort((a, b) => a.at - b.at),
  }
}

const overlapOf = (a: Stretch, b: Stretch): Stretch[] => {
  const stretch = { from: Math.max(a.from, b.from), to: Math.min(a.to, b.to) }
  return lengthOf(stretch) > 0 ? [stretch] : []
}

const breakIns = (own: readonly Stretch[], others: readonly Stretch[]): number[] =>
  own
    .filter((each) => lengthOf(each) >= MORE_THAN_A_NOD)
    .filter(({ from }) => others.some((other) => other.from < from && other.to - from > STILL_GOING))
    .map(({ from }) => from)
