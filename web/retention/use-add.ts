import { useReasonText } from '#web/client/errors.ts'
import { freshId } from '#web/client/id.ts'
import { useWrite } from '#web/client/query.ts'
import { useMessages } from '#web/ui/messages.ts'
import { notify } from '#web/ui/toast.tsx'
import { retentionMessages } from './messages.ts'
import { refusals, type RetentionWish } from './retention-types.ts'

export type Add = { add: (wish: RetentionWish, after?: () => void) => void; pending: boolean }

/** Adds what happened to a case; a refusal is told in the rule's own words. An outcome, which may put a customer among the lost, can be taken back. */
export const useAdd = (caseId: string): Add => {
  const m = useMessages(retentionMessages)
  const text = useReasonText(refusals)
  const write = useWrite('POST /api/retention/:id/events')
  const add: Add['add'] = (wish, after) =>
    write.mutate(
      { params: { id: caseId }, body: { id: freshId(), wish } },
      {
        onSuccess: () => {
          notify({ text: m.done, ...(wish.type === 'ended' ? { undo: () => add({ type: 'endTakenBack' }) } : {}) })
          after?.()
        },
        onError: (error) => notify({ text: text(error), tone: 'problem' }),
      },
    )
  return { add, pending: write.isPending }
}
