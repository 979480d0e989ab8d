import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { RunRead } from '#web/playbook/use-run.ts'

type Event = RunRead['events'][number]

/** What the server has confirmed since a contact was read belongs to what was read: a reload without network shows it too. */
export const useKeepConfirmed = (runId: string, confirmed: readonly Event[] | undefined): void => {
  const client = useQueryClient()
  useEffect(() => {
    const key = ['GET /api/runs/:id', { params: { id: runId } }]
    const run = client.getQueryData<RunRead>(key)
    const fresh = (confirmed ?? []).filter(({ id }) => !run?.events.some((event) => event.id === id))
    if (!run || fresh.length === 0) return
    const updatedAt = client.getQueryState(key)?.dataUpdatedAt ?? Date.now()
    client.setQueryData(key, { ...run, events: [...run.events, ...fresh] }, { updatedAt })
  }, [client, confirmed, runId])
}
