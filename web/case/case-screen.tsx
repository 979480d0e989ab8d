import { useState } from 'react'
import { useRead } from '#web/client/query.ts'
import { Button } from '#web/ui/button.tsx'
import { useLanguage } from '#web/ui/language.tsx'
import { Link } from '#web/ui/link.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { RankedList } from '#web/ui/ranked-list.tsx'
import { SplitView } from '#web/ui/split-view.tsx'
import { EmptyState, ErrorState, SkeletonList } from '#web/ui/states.tsx'
import { SegmentedTabs } from '#web/ui/tabs.tsx'
import { CaseDetail } from './case-detail.tsx'
import { type CaseLine, caseWords, complaintWords, type OnTalk } from './case-types.ts'
import { caseMessages } from './messages.ts'
import { complaintMessages } from './complaint-messages.ts'
import { useWhen } from '#web/client/use-when.ts'

const shows = ['open', 'escalated', 'unasked', 'closed', 'all'] as const
export type CaseFilter = { show?: (typeof shows)[number] | undefined; whose?: 'own' | 'all' | undefined }

type Props = { filter: CaseFilter; onFilter: (filter: CaseFilter) => void; onTalk: OnTalk }

/** Requests and complaints, what is due first on top. */
export function CaseScreen({ filter, onFilter, onTalk }: Props) {
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
        current ? (
          <CaseDetail key={current.id} item={current} onTalk={onTalk} />
        ) : (
          data && <EmptyState title={m.choose} icon="case" />
        )
      }
    />
  )
}

function List({
  rows,
  selected,
  onSelect,
}: {
  rows: readonly CaseLine[]
  selected: string | null
  onSelect: (id: string) => void
}) {
  const m = useMessages(caseMessages)
  const { standsStill } = useMessages(complaintMessages)
  const language = useLanguage()
  const when = useWhen()
  const { caseKindNames, caseStandingNames } = caseWords[language]
  const { complaintLevelNames, nextAskNames } = complaintWords[language]
  const kindOf = ({ kind, complaint }: CaseLine): string =>
    complaint && complaint.level !== 'general'
      ? `${caseKindNames[kind]} · ${complaintLevelNames[complaint.level]}`
      : caseKindNames[kind]
  const standsAt = ({ standing, complaint, closedAt }: CaseLine): string => {
    if (complaint?.paused) return standsStill
    if (complaint?.next && closedAt === null && complaint.next.ask !== 'answer') return nextAskNames[complaint.next.ask]
    return standing === 'waiting' ? '' : caseStandingNames[standing]
  }
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
        second: kindOf(row),
        why: row.what,
        value: standsAt(row),
        due: row.complaint?.paused ? '' : when(row.complaint?.next?.due ?? row.dueAt),
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
