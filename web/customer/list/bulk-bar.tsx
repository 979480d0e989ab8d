import { type FormEvent, type ReactNode, useState } from 'react'
import type { Contract } from '#api/contract.ts'
import type { Request } from '#api/endpoint.ts'
import { freshId } from '#web/client/id.ts'
import { useRead, useWrite } from '#web/client/query.ts'
import { useCan } from '#web/client/session.tsx'
import { ActBar } from '#web/ui/act-bar.tsx'
import { Button } from '#web/ui/button.tsx'
import { Checkbox } from '#web/ui/checkbox.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Popover } from '#web/ui/popover.tsx'
import { Select } from '#web/ui/select.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { notify } from '#web/ui/toast.tsx'
import { customerMessages } from '../messages.ts'
import { useRefusalText } from '../refusal-text.ts'
import { filterOf, type ListSearch } from './list-search.ts'

type BulkBody = Request<Contract['POST /api/customers/bulk']>['body']

type BulkProps = {
  ids: ReadonlySet<string>
  search: ListSearch
  /** How many the filter finds, in words. */
  found: string
  /** Whether the filter finds more than is ticked. */
  isAllTicked: boolean
  onClear: () => void
  onExport: () => void
}

/** What can be done to the ticked ones, or to all that the filter finds; every change can be taken back. */
export function BulkBar({ ids, search, found, isAllTicked, onClear, onExport }: BulkProps) {
  const { list: m } = useMessages(customerMessages)
  const mayAssign = useCan('customer.assign')
  const mayExport = useCan('customer.export')
  const [all, setAll] = useState(false)
  const change = useWrite('POST /api/customers/bulk')
  const undo = useWrite('DELETE /api/customers/bulk/:bulkId')
  const refusalText = useRefusalText()
  const apply = (act: Partial<BulkBody>, close: () => void) => {
    const bulkId = freshId()
    const picked = all ? { filter: filterOf(search) } : { ids: [...ids] }
    change.mutate(
      { body: { bulkId, ...picked, ...act } },
      {
        onSuccess: ({ changed }) => {
          close()
          onClear()
          const back = () =>
            undo.mutate(
              { params: { bulkId } },
              { onSuccess: (done) => notify({ text: m.takenBack(done.changed, done.left) }) },
            )
          notify({ text: m.changed(changed), ...(changed > 0 ? { undo: back } : {}) })
        },
      },
    )
  }
  const error = change.error && (
    <p role="alert" className="t12 text-red">
      {refusalText(change.error)}
    </p>
  )
  return (
    <ActBar className="lg:px-5">
      <span role="status" className="t13 font-strong whitespace-nowrap">
        {m.selectionAct(ids.size)}
      </span>
      {isAllTicked && (
        <Checkbox isSelected={all} onChange={setAll} className="t13 whitespace-nowrap">
          {m.allMatching(found)}
        </Checkbox>
      )}
      {mayAssign && <AssignAct isPending={change.isPending} error={error} onApply={apply} />}
      <TagAct
        word={m.tag}
        isPending={change.isPending}
        error={error}
        onApply={(tag, close) => apply({ addTags: [tag] }, close)}
      />
      <TagAct
        word={m.untag}
        isPending={change.isPending}
        error={error}
        onApply={(tag, close) => apply({ removeTags: [tag] }, close)}
      />
      {mayExport && (
        <Button icon="download" onPress={onExport}>
          {m.export}
        </Button>
      )}
      <Button kind="bare" onPress={onClear} hotkey="Escape">
        {m.unselect}
      </Button>
    </ActBar>
  )
}

const KEEP = '='
const NONE = '-'

type AssignProps = {
  isPending: boolean
  error: ReactNode
  onApply: (act: Partial<BulkBody>, close: () => void) => void
}

function AssignAct({ isPending, error, onApply }: AssignProps) {
  const { list: m } = useMessages(customerMessages)
  const people = useRead('GET /api/staff', {})
  const [managerId, setManagerId] = useState<string | null>(null)
  const [backupId, setBackupId] = useState<string>(KEEP)
  const keepers = (people.data?.staff ?? [])
    .filter(({ roles }) => roles.some((role) => role === 'manager' || role === 'vip_desk' || role === 'lead'))
    .map(({ id, name }) => ({ id, label: name }))
  return (
    <Popover label={m.assign} placement="top start" trigger={<Button icon="transfer">{m.assign}</Button>}>
      {(close) => (
        <form
          className="grid w-60 gap-3"
          onSubmit={(event) => {
            event.preventDefault()
            onApply(
              {
                ...(managerId ? { managerId } : {}),
                ...(backupId === KEEP ? {} : { backupId: backupId === NONE ? null : backupId }),
              },
              close,
            )
          }}
        >
          <Select label={m.managerNew} options={keepers} value={managerId} onChange={setManagerId} />
          <Select
            label={m.backupNew}
            options={[{ id: KEEP, label: m.backupKeep }, { id: NONE, label: m.backupNone }, ...keepers]}
            value={backupId}
            onChange={setBackupId}
          />
          {error}
          <Button type="submit" isPending={isPending} isDisabled={managerId === null && backupId === KEEP}>
            {m.apply}
          </Button>
        </form>
      )}
    </Popover>
  )
}

type TagProps = {
  word: string
  isPending: boolean
  error: ReactNode
  onApply: (tag: string, close: () => void) => void
}

function TagAct({ word, isPending, error, onApply }: TagProps) {
  const { list: m } = useMessages(customerMessages)
  const [tag, setTag] = useState('')
  const submit = (event: FormEvent, close: () => void) => {
    event.preventDefault()
    onApply(tag.trim(), close)
  }
  return (
    <Popover label={word} placement="top start" trigger={<Button icon="flag">{word}</Button>}>
      {(close) => (
        <form className="grid w-56 gap-3" onSubmit={(event) => submit(event, close)}>
          <TextField label={m.tagName} value={tag} onChange={setTag} maxLength={40} isRequired autoFocus />
          {error}
          <Button type="submit" isPending={isPending}>
            {m.apply}
          </Button>
        </form>
      )}
    </Popover>
  )
}
