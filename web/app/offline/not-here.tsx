import { notifyManager, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useCallback, useSyncExternalStore } from 'react'
import { useMessages } from '#web/ui/messages.ts'
import { Link } from '#web/ui/link.tsx'
import { Banner, EmptyState } from '#web/ui/states.tsx'
import { takenIn } from '../field/taken.ts'
import { appMessages } from '../messages.ts'
import { Page } from '../shell.tsx'
import { missingOn } from './missing.ts'

/**
 * A page that was not taken along says so, and leads to what is here; where only part of it is missing the rest goes on standing. The page
 * stays underneath, and shows itself as soon as it can be read.
 */
export function WithoutNetwork({ reached, children }: { reached: boolean; children: ReactNode }) {
  const { offline } = useMessages(appMessages)
  const client = useQueryClient()
  const subscribe = useCallback(
    (listener: () => void) => client.getQueryCache().subscribe(notifyManager.batchCalls(listener)),
    [client],
  )
  const found = useSyncExternalStore(subscribe, () => missingOn(client))
  const missing = reached ? 'nothing' : found
  return (
    <div className="flex h-full flex-col">
      {missing === 'some' && <Banner>{offline.partly}</Banner>}
      {missing === 'all' && <NotHere isTaken={takenIn(client) !== null} />}
      <div className="min-h-0 flex-1" hidden={missing === 'all'}>
        {children}
      </div>
    </div>
  )
}

function NotHere({ isTaken }: { isTaken: boolean }) {
  const { offline } = useMessages(appMessages)
  return (
    <Page title={offline.notHere.title}>
      <EmptyState
        title={offline.notHere.headline}
        hint={isTaken ? offline.notHere.taken : offline.notHere.hint}
        icon="offline"
      >
        {isTaken && <Link href="/field">{offline.notHere.field}</Link>}
        <Link href="/">{offline.notHere.today}</Link>
      </EmptyState>
    </Page>
  )
}
