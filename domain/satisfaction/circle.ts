import type { Said } from '#domain/kernel/said.ts'
import type { Felt } from './grade.ts'
import { usualBorders } from './zone.ts'

/** Whom a customer’s file shows around them: people on it and its lines, and the firm of ours they work at. */
export type Circle = { people: number; firm: string | null }

export type CircleFacts = {
  'circle.known': Circle
  'circle.unknown': Record<string, never>
}

/** The newest that is known of how they feel; null where they have not said. */
export type Feeling = { satisfied: number | null; felt: Felt | null }

/** Whether they said that it fell short: the newest comparison did, or the newest answer lies in the swing zone. */
export const isDispleased = ({ satisfied, felt }: Feeling): boolean =>
  felt === 'below' || (satisfied !== null && satisfied < usualBorders.indifferentFrom)

/** Who hears of it from a displeased customer: only those we know of. The taught 250 is nobody’s measure and is not read here. */
export const circleOf = (circle: Circle): Said<CircleFacts> =>
  circle.people > 0 || circle.firm !== null
    ? { code: 'circle.known', params: circle }
    : { code: 'circle.unknown', params: {} }
