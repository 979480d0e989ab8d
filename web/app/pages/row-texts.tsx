import { addDays, type Day } from '#domain/kernel/day.ts'
import { festivalsBetween } from '#domain/kernel/festivals.ts'
import { type Moment, momentOfFestival, momentsOfOccasion } from '#domain/script/moment.ts'
import { useSession } from '#web/client/session.tsx'
import { MomentTexts } from '#web/script/moment-texts.tsx'
import type { WorkRow } from '#web/worklist/types.ts'

/** A festival comes up on Today this many days before it at the most. */
const AHEAD_DAYS = 14

/** Messages at hand for what brings somebody up today. */
export function RowTexts({ row }: { row: Pick<WorkRow, 'customerId' | 'reasons'> }) {
  const { today } = useSession()
  const moments = row.reasons.flatMap(({ kind }) =>
    kind === 'festival' ? festivalsAhead(today) : momentsOfOccasion(kind),
  )
  return <MomentTexts customerId={row.customerId} moments={[...new Set(moments)]} />
}

const festivalsAhead = (today: Day): Moment[] =>
  festivalsBetween(today, addDays(today, AHEAD_DAYS)).flatMap(({ code }) => momentOfFestival(code) ?? [])
