import { useState } from 'react'
import { isUnknown } from '#domain/customer/completeness.ts'
import { same } from '#domain/customer/edit.ts'
import { freshId } from '#web/client/id.ts'
import { useRead, useWrite } from '#web/client/query.ts'
import { Button } from '#web/ui/button.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { RadioGroup } from '#web/ui/radio-group.tsx'
import { SkeletonBrief } from '#web/ui/states.tsx'
import { Table } from '#web/ui/table.tsx'
import { notify } from '#web/ui/toast.tsx'
import type { Customer } from './customer-types.ts'
import { fileMessages } from './file-messages.ts'
import { customerMessages } from './messages.ts'
import { useRefusalText } from './refusal-text.ts'
import { useValueText } from './value-text.ts'

type MergeProps = {
  keepId: string
  goneId: string
  onSwap: () => void
  onMerged: (keptId: string) => void
  onApart: () => void
}

/** Two records side by side: what they say differently is chosen, everything else moves; and can be moved back. */
export function MergeForm({ keepId, goneId, onSwap, onMerged, onApart }: MergeProps) {
  const { merge: m } = useMessages(fileMessages)
  const kept = useRead('GET /api/customers/:id', { params: { id: keepId } })
  const gone = useRead('GET /api/customers/:id', { params: { id: goneId } })
  if (kept.error || gone.error) return <p className="t13 p-5 text-ink-3">{m.choose}</p>
  if (!kept.data || !gone.data) return <SkeletonBrief />
  return (
    <Compare key={keepId} kept={kept.data} gone={gone.data} onSwap={onSwap} onMerged={onMerged} onApart={onApart} />
  )
}

type CompareProps = Omit<MergeProps, 'keepId' | 'goneId'> & { kept: Customer; gone: Customer }

function Compare({ kept, gone, onSwap, onMerged, onApart }: CompareProps) {
  const { merge: m } = useMessages(fileMessages)
  const merge = useWrite('PUT /api/customers/:id/merges/:mergeId')
  const undo = useWrite('DELETE /api/customers/:id/merges/:mergeId')
  const apart = useWrite('PUT /api/customers/:id/apart/:otherId')
  const refusalText = useRefusalText()
  const [mergeId] = useState(freshId)
  const [take, setTake] = useState<readonly string[]>([])
  const params = { id: kept.id, mergeId }
  const takeBack = () =>
    undo.mutate(
      { params },
      { onSuccess: ({ left }) => notify({ text: left.length > 0 ? m.undoneBut(left.join(' · ')) : m.undone }) },
    )
  const onMerge = () =>
    merge.mutate(
      { params, body: { goneId: gone.id, take: [...take] } },
      {
        onSuccess: ({ moved }) => {
          notify({ text: m.merged(moved), undo: takeBack })
          onMerged(kept.id)
        },
      },
    )
  const mayMerge = kept.can.includes('customer.merge') && gone.can.includes('customer.merge')
  return (
    <div className="grid gap-4 px-4 py-4 lg:px-6">
      <div className="grid grid-cols-[1fr_auto_1fr] items-end gap-3">
        <MergeSide word={m.keep} customer={kept} />
        <Button size="s" icon="transfer" onPress={onSwap}>
          {m.swap}
        </Button>
        <MergeSide word={m.goes} customer={gone} />
      </div>
      <Differences kept={kept} gone={gone} take={take} onTake={setTake} />
      <p className="t13 text-ink-2">{m.everythingMoves}</p>
      {merge.error && (
        <p role="alert" className="t13 text-red">
          {refusalText(merge.error)}
        </p>
      )}
      <div className="flex gap-2">
        {mayMerge && (
          <Button kind="go" onPress={onMerge} isPending={merge.isPending}>
            {m.merge}
          </Button>
        )}
        <Button
          onPress={() =>
            apart.mutate(
              { params: { id: kept.id, otherId: gone.id } },
              {
                onSuccess: () => {
                  notify({ text: m.toldApart })
                  onApart()
                },
              },
            )
          }
        >
          {m.apart}
        </Button>
      </div>
    </div>
  )
}

/** Who stands on one side of a merge: name, code, number, manager. */
export function MergeSide({ word, customer }: { word: string; customer: Customer }) {
  return (
    <div className="min-w-0">
      <p className="t12 text-ink-3">{word}</p>
      <p className="t16 cut font-strong">{customer.name}</p>
      <p className="t12 cut text-ink-3">
        {[customer.code, customer.phone, customer.manager?.name].filter(Boolean).join(' · ')}
      </p>
    </div>
  )
}

type DifferencesProps = {
  kept: Customer
  gone: Customer
  take: readonly string[]
  onTake: (take: string[]) => void
}

const flat = ({ dossier, name, addressForm, since }: Customer): Record<string, unknown> => ({
  name,
  addressForm,
  since,
  ...dossier,
})

function Differences({ kept, gone, take, onTake }: DifferencesProps) {
  const { labels } = useMessages(customerMessages)
  const { merge: m, history } = useMessages(fileMessages)
  const textOf = useValueText()
  const [ours, theirs] = [flat(kept), flat(gone)]
  const fields = Object.keys(theirs).filter(
    (field) => !isUnknown(ours[field]) && !isUnknown(theirs[field]) && !same(ours[field], theirs[field]),
  )
  if (fields.length === 0) return <p className="t13 text-ink-3">{m.sameFields}</p>
  const label = (field: string) => labels.fields[field] ?? (history.own as Record<string, string>)[field] ?? field
  return (
    <Table
      label={m.field}
      rows={fields}
      rowKey={(field) => field}
      columns={[
        { key: 'field', title: m.field, quiet: true, width: '96px', render: label },
        {
          key: 'choice',
          title: '',
          render: (field) => (
            <RadioGroup<'kept' | 'gone'>
              label={label(field)}
              labelHidden
              options={[
                { id: 'kept', label: textOf(field, ours[field]) ?? '' },
                { id: 'gone', label: textOf(field, theirs[field]) ?? '' },
              ]}
              value={take.includes(field) ? 'gone' : 'kept'}
              onChange={(which) =>
                onTake(which === 'gone' ? [...take, field] : take.filter((other) => other !== field))
              }
            />
          ),
        },
      ]}
    />
  )
}
