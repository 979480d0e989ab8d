import type { Query, QueryClient } from '@tanstack/react-query'
import { Refused } from '#web/client/send.ts'

/** How much of the page that is open could not be read for want of a network: nothing is missing, something is, or all of it. */
export type Missing = 'nothing' | 'some' | 'all'

/** Asked by the frame around every page, or asking only what is new: no page misses it. */
const ofNoPage: readonly unknown[] = ['GET /api/session', 'GET /api/counts', 'GET /api/runs/:id/events']

const isMissing = ({ state }: Query): boolean => {
  const error: unknown = state.error ?? state.fetchFailureReason
  return state.data === undefined && error instanceof Refused && error.status === 0
}

export const missingOn = (client: QueryClient): Missing => {
  const asked = client
    .getQueryCache()
    .findAll({ type: 'active' })
    .filter(({ queryKey }) => !ofNoPage.includes(queryKey[0]))
  const missing = asked.filter(isMissing)
  if (missing.length === 0) return 'nothing'
  return missing.length === asked.length ? 'all' : 'some'
}
