import { useRead, useWrite } from '#web/client/query.ts'
import { useSession } from '#web/client/session.tsx'
import { Button, IconButton } from '#web/ui/button.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useMessages } from '#web/ui/messages.ts'
import { Banner } from '#web/ui/states.tsx'
import { notify } from '#web/ui/toast.tsx'
import type { Customer } from './customer-types.ts'
import { fileMessages } from './file-messages.ts'

type NoteProps = {
  customer: Customer
  /** The id of the address one came by. */
  was: string
  /** The two are two again: to the one that had gone. */
  onUndone: (goneId: string) => void
  onClose: () => void
}

/** Says quietly that an old address led here, and takes the merge back where that may be done. */
export function MergedNote({ customer, was, onUndone, onClose }: NoteProps) {
  const { merge: m } = useMessages(fileMessages)
  const { today, branch } = useSession()
  const format = useFormat(branch.timeZone)
  const read = useRead('GET /api/customers/:id/merges', { params: { id: customer.id } })
  const undo = useWrite('DELETE /api/customers/:id/merges/:mergeId')
  if (!read.data) return null
  const { merges } = read.data
  const merge = merges.find(({ goneId }) => goneId === was)
  // Only the newest merge can be undone; an older one waits until those after it are.
  const mayUndo = merge !== undefined && merges[0] === merge && customer.can.includes('customer.merge')
  const onUndo = () =>
    merge &&
    undo.mutate(
      { params: { id: customer.id, mergeId: merge.id } },
      {
        onSuccess: ({ goneId, left }) => {
          notify({ text: left.length > 0 ? m.undoneBut(left.join(' · ')) : m.undone })
          onUndone(goneId)
        },
      },
    )
  return (
    <Banner
      icon="compare"
      end={
        <span className="-my-1 flex items-center gap-1">
          {mayUndo && (
            <Button kind="bare" size="s" icon="undo" isPending={undo.isPending} onPress={onUndo}>
              {m.takeBack}
            </Button>
          )}
          <IconButton kind="bare" size="s" icon="x" label={m.gotIt} onPress={onClose} />
        </span>
      }
    >
      {merge
        ? m.cameFrom(merge.goneName, merge.goneCode, merge.by, format.shortDay(format.dayOf(merge.at), today))
        : m.cameFromOld}
    </Banner>
  )
}
