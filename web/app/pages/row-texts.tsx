import { momentsOfOccasion } from '#domain/script/moment.ts'
import { useSession } from '#web/client/session.tsx'
import { MomentTexts } from '#web/script/moment-texts.tsx'
import type { WorkRow } from '#web/worklist/types.ts'

/** Messages at hand for what brings somebody up today. */
export function RowTexts({ row }: { row: Pick<WorkRow, 'customerId' | 'reasons'> }) {
  const { today } = useSession()
  const moments = row.reasons.flatMap(({ kind }) => momentsOfOccasion(kind, today))
  return <MomentTexts customerId={row.customerId} moments={[...new Set(moments)]} reasons={row.reasons} />
}
