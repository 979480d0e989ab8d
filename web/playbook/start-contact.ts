import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { now } from '#web/client/clock.ts'
import { freshId } from '#web/client/id.ts'
import { post } from '#web/client/parcels.ts'
import { useWrite } from '#web/client/query.ts'
import { remember } from '#web/client/remember.ts'
import { restingUntil } from '#web/client/rest.ts'
import { Refused } from '#web/client/send.ts'
import { useSeat, useSession } from '#web/client/session.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useMessages } from '#web/ui/messages.ts'
import { notify } from '#web/ui/toast.tsx'
import { type Ahead, aheadFor, reasonsAgainst, runHere, type Wanted, wishLater } from './ahead.ts'
import { contactMessages } from './messages.ts'

/**
 * Starts a contact and goes to it; without a network by what was taken along. A refusal of the gate comes back with its reasons, for the
 * screen to show; who rests calls nobody yet.
 */
export const useStartContact = (): {
  start: (wanted: Wanted) => void
  pending: boolean
  refused: Refused | null
  reset: () => void
} => {
  const m = useMessages(contactMessages)
  const { staff, branch } = useSession()
  const format = useFormat(branch.timeZone)
  const go = useGo()
  const here = useStartHere()
  const write = useWrite('PUT /api/runs/:id')
  const [refusedHere, setRefusedHere] = useState<Refused | null>(null)
  const begin = (id: string, wanted: Wanted, ahead: Ahead): void => {
    const reasons = reasonsAgainst(wanted, ahead)
    if (reasons.length > 0)
      return setRefusedHere(new Refused(422, { code: 'rule.refused', params: {}, reasons, requestId: '' }))
    here(id, wanted, ahead)
  }
  const start = (wanted: Wanted): void => {
    setRefusedHere(null)
    const resting = wanted.direction === 'outbound' ? restingUntil(staff.id) : null
    if (resting) return notify({ text: m.rest.held(format.time(resting)) })
    const id = freshId()
    write.mutate(
      { params: { id }, body: wanted },
      { onSuccess: () => go(id), onError: ({ status }) => status === 0 && withoutNetwork(id, wanted) },
    )
  }
  const client = useQueryClient()
  const withoutNetwork = (id: string, wanted: Wanted): void => {
    const ahead = aheadFor(client, wanted)
    if (ahead) {
      write.reset()
      begin(id, wanted, ahead)
    } else notify({ text: m.start.notTaken, tone: 'problem' })
  }
  const reset = (): void => {
    write.reset()
    setRefusedHere(null)
  }
  return { start, pending: write.isPending, refused: refusedHere ?? write.error, reset }
}

const useGo = (): ((runId: string) => void) => {
  const navigate = useNavigate()
  return (runId) => void navigate({ to: '/contact/$runId', params: { runId } })
}

/** Begins a contact on this device; the server hears of it first of all once it can be reached. */
const useStartHere = (): ((id: string, wanted: Wanted, ahead: Ahead) => void) => {
  const client = useQueryClient()
  const seat = useSeat()
  const { staff } = useSession()
  const m = useMessages(contactMessages)
  const go = useGo()
  return (id, wanted, ahead) => {
    const at = now()
    remember(client, ['GET /api/runs/:id', { params: { id } }], runHere(id, wanted, ahead, { staff, at }))
    const about = { customerId: ahead.customer.id, name: ahead.customer.calledBy }
    const request = { params: { id }, body: wishLater(wanted, ahead, at) }
    const keep = async (): Promise<void> => {
      const { is } = await post(seat, { id, key: 'PUT /api/runs/:id', request, about })
      if (is === 'noRoom') notify({ text: m.start.noRoom, tone: 'problem' })
    }
    void keep()
    go(id)
  }
}
