import { useNavigate } from '@tanstack/react-router'
import type { Contract } from '#api/contract.ts'
import type { Request } from '#api/endpoint.ts'
import { freshId } from '#web/client/id.ts'
import { useWrite } from '#web/client/query.ts'
import { restingUntil } from '#web/client/rest.ts'
import type { Refused } from '#web/client/send.ts'
import { useSession } from '#web/client/session.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useMessages } from '#web/ui/messages.ts'
import { notify } from '#web/ui/toast.tsx'
import { contactMessages } from './messages.ts'

type Wanted = Request<Contract['PUT /api/runs/:id']>['body']

/** Starts a contact and goes to it. A refusal of the gate comes back with its reasons, for the screen to show; who rests calls nobody yet. */
export const useStartContact = (): {
  start: (wanted: Wanted) => void
  pending: boolean
  refused: Refused | null
  reset: () => void
} => {
  const m = useMessages(contactMessages)
  const { staff, branch } = useSession()
  const format = useFormat(branch.timeZone)
  const navigate = useNavigate()
  const write = useWrite('PUT /api/runs/:id')
  const start = (wanted: Wanted): void => {
    const resting = wanted.direction === 'outbound' ? restingUntil(staff.id) : null
    if (resting) return notify({ text: m.rest.held(format.time(resting)) })
    write.mutate(
      { params: { id: freshId() }, body: wanted },
      { onSuccess: ({ id }) => void navigate({ to: '/contact/$runId', params: { runId: id } }) },
    )
  }
  return { start, pending: write.isPending, refused: write.error, reset: write.reset }
}
