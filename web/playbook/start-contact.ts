import { useNavigate } from '@tanstack/react-router'
import type { Contract } from '#api/contract.ts'
import type { Request } from '#api/endpoint.ts'
import { freshId } from '#web/client/id.ts'
import { useWrite } from '#web/client/query.ts'
import type { Refused } from '#web/client/send.ts'

type Wanted = Request<Contract['PUT /api/runs/:id']>['body']

/** Starts a contact and goes to it. A refusal of the gate comes back with its reasons, for the screen to show. */
export const useStartContact = (): {
  start: (wanted: Wanted) => void
  pending: boolean
  refused: Refused | null
  reset: () => void
} => {
  const navigate = useNavigate()
  const write = useWrite('PUT /api/runs/:id')
  const start = (wanted: Wanted): void =>
    write.mutate(
      { params: { id: freshId() }, body: wanted },
      { onSuccess: ({ id }) => void navigate({ to: '/contact/$runId', params: { runId: id } }) },
    )
  return { start, pending: write.isPending, refused: write.error, reset: write.reset }
}
