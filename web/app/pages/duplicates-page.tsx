import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useErrorText } from '#web/client/errors.ts'
import { useRead } from '#web/client/query.ts'
import { DuplicateList } from '#web/customer/duplicate-list.tsx'
import { fileMessages } from '#web/customer/file-messages.ts'
import { MergeForm, MergeSide } from '#web/customer/merge-form.tsx'
import { customerMessages } from '#web/customer/messages.ts'
import { Button } from '#web/ui/button.tsx'
import { ComboBox } from '#web/ui/combo-box.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Section } from '#web/ui/section.tsx'
import { SplitView } from '#web/ui/split-view.tsx'
import { EmptyState, ErrorState, SkeletonList } from '#web/ui/states.tsx'
import { Page } from '../shell.tsx'

/** Customers that may be one and the same: look, then merge or tell them apart. */
export function DuplicatesPage() {
  const { merge: m } = useMessages(fileMessages)
  const { list } = useMessages(customerMessages)
  const errorText = useErrorText()
  const search = useSearch({ from: '/signed-in/customers/duplicates' })
  const [keep, gone] = [search['keep'], search['gone']].map((id) => (typeof id === 'string' ? id : undefined))
  const navigate = useNavigate()
  const only = keep && !gone ? { customerId: keep } : {}
  const pairs = useRead('GET /api/customers/duplicates', { query: only }, { keep: true })
  const choose = (keepId: string, goneId: string) =>
    void navigate({ to: '/customers/duplicates', search: { keep: keepId, gone: goneId } })
  const leave = () => void navigate({ to: '/customers/duplicates', search: {} })
  return (
    <Page title={m.title}>
      <SplitView
        listWidth={480}
        opened={keep !== undefined && gone !== undefined}
        onBack={leave}
        list={
          <div className="min-h-0 overflow-y-auto">
            {keep && !gone && <ChooseOther keep={keep} onChoose={(id) => choose(keep, id)} onLeave={leave} />}
            <Section
              title={keep && !gone ? m.pairsOfOne : m.pairs}
              remark={m.pairsRemark}
              className="[&>header]:mx-4 lg:[&>header]:mx-5"
            >
              {pairs.isPending && <SkeletonList />}
              {pairs.error && <ErrorState title={list.failed} remedy={errorText(pairs.error)} />}
              {pairs.data && (
                <DuplicateList
                  pairs={pairs.data.pairs}
                  chosen={{ keep, gone }}
                  onChoose={({ a, b }) => choose(keep === b.id ? b.id : a.id, keep === b.id ? a.id : b.id)}
                />
              )}
            </Section>
          </div>
        }
        detail={
          keep && gone ? (
            <MergeForm
              keepId={keep}
              goneId={gone}
              onSwap={() => choose(gone, keep)}
              onMerged={(id) => void navigate({ to: '/customers/$id', params: { id }, search: {} })}
              onApart={leave}
            />
          ) : (
            <EmptyState
              icon="compare"
              title={keep ? m.chooseOther : m.choose}
              hint={keep ? m.chooseOtherHint : m.chooseHint}
            />
          )
        }
      />
    </Page>
  )
}

type ChooseProps = { keep: string; onChoose: (id: string) => void; onLeave: () => void }

/** The customer one came from, and any other one, found as in the list. */
function ChooseOther({ keep, onChoose, onLeave }: ChooseProps) {
  const { merge: m } = useMessages(fileMessages)
  const [query, setQuery] = useState('')
  const kept = useRead('GET /api/customers/:id', { params: { id: keep } })
  const found = useRead(
    'GET /api/customers',
    { query: { q: query, limit: 10 } },
    { enabled: query.length > 1, keep: true },
  )
  return (
    <div className="grid gap-3 px-4 py-3 lg:px-5">
      {kept.data && (
        <div className="flex items-end gap-3">
          <MergeSide word={m.one} customer={kept.data} />
          <Button kind="bare" size="s" className="ml-auto" onPress={onLeave}>
            {m.all}
          </Button>
        </div>
      )}
      <ComboBox
        label={m.chooseOther}
        options={(found.data?.rows ?? [])
          .filter(({ id }) => id !== keep)
          .map(({ id, name, code }) => ({ id, label: name, note: code }))}
        value={null}
        onChange={(id) => id && onChoose(id)}
        query={query}
        onQuery={setQuery}
      />
    </div>
  )
}
