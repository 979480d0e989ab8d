import type { CaseLine, ComplaintShow } from './case-types.ts'

export type Act =
  | 'talk'
  | 'answered'
  | 'told'
  | 'handed'
  | 'asked'
  | 'closed'
  | 'felt'
  | 'paused'
  | 'resumed'
  | 'escalated'
  | 'reopened'

/** What may be done now: the first is what comes next, the rest by how often they are wanted. */
export const complaintActs = (item: CaseLine, shown: ComplaintShow): { first: Act[]; more: Act[] } => {
  if (item.closedAt !== null)
    return { first: [...(item.askedAt === null ? (['felt'] as const) : []), 'reopened'], more: [] }
  const clock: Act = item.complaint?.paused ? 'resumed' : 'paused'
  const more: Act[] = [clock, 'escalated']
  if (item.answeredAt === null) return { first: ['talk', 'answered', 'handed'], more }
  if (shown.tries.heardYes) return { first: ['closed', 'told'], more: ['asked', 'handed', ...more] }
  const mayClose = shown.tries.tried >= 3 && shown.tries.days >= 3 && !shown.tries.heardNo
  const asks: Act[] = item.complaint?.next?.ask === 'confirm' ? ['asked', 'told'] : ['told', 'asked']
  return { first: [...asks, 'handed', ...(mayClose ? (['closed'] as const) : [])], more: ['talk', 'answered', ...more] }
}
