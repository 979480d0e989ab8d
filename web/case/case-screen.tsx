import { useState } from 'react'
import type { Contract } from '#api/contract.ts'
import type { Reply } from '#api/endpoint.ts'
import * as caseEn from '#domain/case/words.en.ts'
import * as caseZh from '#domain/case/words.zh.ts'
import { dayIn } from '#domain/kernel/day.ts'
import { useRead } from '#web/client/query.ts'
import { useSession } from '#web/client/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useLanguage } from '#web/ui/language.tsx'
import { Link } from '#web/ui/link.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { RankedList } from '#web/ui/ranked-list.tsx'
import { SplitView } from '#web/ui/split-view.tsx'
import { EmptyState, ErrorState, SkeletonList } from '#web/ui/states.tsx'
import { SegmentedTabs } from '#web/ui/tabs.tsx'
import { CaseDetail } from './case-detail.tsx'
import { caseMessages } from './messages.ts'

const shows = ['open', 'unasked', 'closed', 'all'] as const
export type CaseFilter = { show?: (typeof shows)[number] | undefined; whose?: 'own' | 'all' | undefined }

const words = { zh: caseZh, en: caseEn }

type Props = { filter: CaseFilter; onFilter: (filter: CaseFilter) => void }

/** Requests and complaints, what is due first on top. */
export function CaseScreen({ filter, onFilter }: Props) {
  const m = useMessages(caseMessages)
  const { data, error, refetch } = useRead('GET /api/cases', { query: filter }, { keep: true })
  const [chosen, setChosen] = useState<string | null>(null)
  const [opened, setOpened] = useState(false)
  const current = data?.rows.find(({ id }) => id === chosen) ?? data?.rows[0] ?? null
  const whose = filter.whose ?? 'own'
  if (error) return <ErrorState {...m.failed} onRetry={() => void refetch()} />
  return (
    <SplitView
      opened={opened}
      onBack={() => setOpened(false)}
      list={
        <>
          <div className="flex flex-none items-center gap-2 border-b border-line px-4">
            <SegmentedTabs
              className="min-w-0 flex-1"
              label={m.showLabel}
              selected={filter.show ?? 'open'}
              onSelect={(show) => onFilter({ ...filter, show: show as (typeof shows)[number] })}
              items={shows.map((id) => ({ id, label: m.shows[id], count: data?.counts[id] }))}
            />
            <Button
              size="s"
              aria-pressed={whose === 'all'}
              onPress={() => onFilter({ ...filter, whose: whose === 'all' ? 'own' : 'all' })}
            >
              {m.whose[whose]}
            </Button>
          </div>
          {data ? (
            <List
              rows={data.rows}
              selected={current?.id ?? null}
              onSelect={(id) => {
                setChosen(id)
                setOpened(true)
              }}
            />
          ) : (
            <SkeletonList />
          )}
        </>
      }
      detail={
        current ? <CaseDetail key={current.id} item={current} /> : data && <EmptyState title={m.choose} icon="case" />
      }
    />
  )
}

type Line = Reply<Contract['GET /api/cases']>['rows'][number]

function List({
  rows,
  selected,
  onSelect,
}: {
  rows: readonly Line[]
  selected: string | null
  onSelect: (id: string) => void
}) {
  const m = useMessages(caseMessages)
  const language = useLanguage()
  const { branch, today } = useSession()
  const format = useFormat(branch.timeZone)
  const { caseKindNames, caseStandingNames } = words[language]
  return (
    <RankedList
      label={m.title}
      heads={m.heads}
      next={m.next}
      previous={m.previous}
      selected={selected}
      onSelect={onSelect}
      items={rows.map((row, place) => ({
        id: row.id,
        rank: place + 1,
        icon: 'case' as const,
        name: row.customer?.calledBy ?? row.code,
        second: caseKindNames[row.kind],
        why: row.what,
        value: row.standing === 'waiting' ? '' : caseStandingNames[row.standing],
        due: `${format.shortDay(dayIn(new Date(row.dueAt), branch.timeZone), today)} ${format.time(row.dueAt)}`,
        dueTone:
          row.standing === 'overdue' ? ('red' as const) : row.standing === 'waiting' ? ('amber' as const) : undefined,
      }))}
      empty={
        <EmptyState title={m.none} hint={m.noneHint} icon="case">
          <Link href="/contact">{m.toContact}</Link>
        </EmptyState>
      }
    />
  )
}
