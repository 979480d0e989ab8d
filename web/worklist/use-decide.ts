import type { Contract } from '#api/contract.ts'
import type { Request } from '#api/endpoint.ts'
import { freshId } from '#web/client/id.ts'
import { useWrite } from '#web/client/query.ts'
import type { Refused } from '#web/client/send.ts'
import { notify } from '#web/ui/toast.tsx'

export type Decision = Request<Contract['PUT /api/today/decisions/:id']>['body']

/** Decides about a row, says so, and offers to take it back. */
export const useDecide = (): {
  decide: (decision: Decision, done: string, then?: () => void) => void
  pending: boolean
  refused: Refused | null
} => {
  const write = useWrite('PUT /api/today/decisions/:id')
  const takeBack = useWrite('DELETE /api/today/decisions/:id')
  const decide = (decision: Decision, done: string, then?: () => void): void => {
    const params = { id: freshId() }
    write.mutate(
      { params, body: decision },
      {
        onSuccess: () => {
          then?.()
          notify({ text: done, undo: () => takeBack.mutate({ params }) })
        },
      },
    )
  }
  return { decide, pending: write.isPending, refused: write.error }
}
