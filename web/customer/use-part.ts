import { useState } from 'react'
import { freshId } from '#web/client/id.ts'
import { useRefresh, useWrite } from '#web/client/query.ts'
import { useMessages } from '#web/ui/messages.ts'
import { notify } from '#web/ui/toast.tsx'
import { type Conflict, seenVersion } from './conflict-choice.tsx'
import { fileMessages } from './file-messages.ts'

type PartKey =
  | 'PUT /api/customers/:id/people/:partId'
  | 'PUT /api/customers/:id/members/:partId'
  | 'PUT /api/customers/:id/holdings/:partId'
  | 'PUT /api/customers/:id/sightings/:partId'
  | 'PUT /api/customers/:id/wishes/:partId'
  | 'PUT /api/customers/:id/points/:partId'
  | 'PUT /api/customers/:id/evaluations/:partId'
  | 'PUT /api/customers/:id/market-notes/:partId'

type Kept = { id: string; version: number }

/** Which part is being written, and how it is saved, put away and brought back. */
export const usePart = <T extends Kept>(key: PartKey, customerId: string, what: string) => {
  const m = useMessages(fileMessages)
  // All of them take the same shape; the server checks the fields of each.
  const write = useWrite(key as 'PUT /api/customers/:id/wishes/:partId')
  const refresh = useRefresh()
  const [open, setOpen] = useState<{ id: string; row: T | null } | null>(null)
  const close = () => {
    write.reset()
    setOpen(null)
  }
  const put = (id: string, baseVersion: number | null, fields: Record<string, unknown>, removed?: boolean) => ({
    params: { id: customerId, partId: id },
    body: { baseVersion, fields, ...(removed === undefined ? {} : { removed }) },
  })
  const save = (fields: Record<string, unknown>, seen: readonly Conflict[]): void => {
    if (!open) return
    const begun = open.row?.version ?? null
    const base = seen.length > 0 ? seenVersion(seen, begun ?? 0) : begun
    write.mutate(put(open.id, base, fields), {
      onSuccess: () => {
        notify({ text: m.saved })
        close()
      },
      onError: (error) => (error.reply.code === 'record.conflict' ? void refresh() : undefined),
    })
  }
  const remove = (row: T): void =>
    write.mutate(put(row.id, row.version, {}, true), {
      onSuccess: ({ version }) => {
        close()
        notify({ text: m.removed(what), undo: () => write.mutate(put(row.id, version, {}, false)) })
      },
    })
  const row = open?.row ?? null
  return {
    open,
    add: () => setOpen({ id: freshId(), row: null }),
    edit: (row: T) => setOpen({ id: row.id, row }),
    save,
    change: (row: T, fields: Record<string, unknown>) => write.mutate(put(row.id, row.version, fields)),
    /** What a `PartForm` of the open part is given. */
    form: {
      isNew: row === null,
      isPending: write.isPending,
      error: write.error,
      onSave: save,
      onRemove: row === null ? undefined : () => remove(row),
      onClose: close,
    },
  }
}
