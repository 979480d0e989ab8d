import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'
import { branchTime } from '#web/client/clock.ts'
import { useSession } from '#web/client/session.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useMessages } from '#web/ui/messages.ts'
import { Banner } from '#web/ui/states.tsx'
import { appMessages } from '../messages.ts'
import { takenIn } from '../field/taken.ts'
import { useMoment } from '../field/use-moment.ts'
import { standingOf, wipedAt } from './expiry.ts'
import { isReached, onReach } from './reach.ts'

const ASKED_AGAIN_MS = 5000
const BEACON = { queryKey: ['GET /api/counts'] }

/** Stands over every page while the server cannot be reached, and says how old what is shown may be, and when it is wiped if that is soon. */
export function OfflineBar() {
  const { offline } = useMessages(appMessages)
  const { branch, today } = useSession()
  const format = useFormat(branch.timeZone)
  const client = useQueryClient()
  const reached = useSyncExternalStore(onReach, isReached)
  useEffect(() => {
    const ask = (): void => void client.refetchQueries(BEACON)
    const signs = ['online', 'offline'] as const
    for (const sign of signs) window.addEventListener(sign, ask)
    const again = reached ? undefined : setInterval(ask, ASKED_AGAIN_MS)
    return () => {
      for (const sign of signs) window.removeEventListener(sign, ask)
      clearInterval(again)
      // Back again: what was shown meanwhile may be old.
      if (!reached) void client.invalidateQueries()
    }
  }, [client, reached])
  const moment = useMoment()
  const taken = takenIn(client)
  const isEnding = taken !== null && standingOf(taken, { now: moment, today }) === 'ending'
  const heard = Math.max(
    ...client
      .getQueryCache()
      .getAll()
      .map(({ state }) => state.dataUpdatedAt),
  )
  return (
    <div role="status">
      {!reached && (
        <Banner tone="soon" icon="offline" title={offline.title}>
          {offline.since(format.time(branchTime(heard)))}
          {offline.kept}
          {isEnding && offline.ending(format.time(branchTime(wipedAt(taken.takenAt))))}
        </Banner>
      )}
    </div>
  )
}
