import { useState } from 'react'
import { promiseStandingNames as standingsEn } from '#domain/touch/words.en.ts'
import { promiseStandingNames as standingsZh } from '#domain/touch/words.zh.ts'
import { useReadPages } from '#web/client/query.ts'
import { useSession } from '#web/client/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { useLanguage } from '#web/ui/language.tsx'
import { Link } from '#web/ui/link.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { RankedList } from '#web/ui/ranked-list.tsx'
import { SearchField } from '#web/ui/search-field.tsx'
import { SplitView } from '#web/ui/split-view.tsx'
import { EmptyState, ErrorState, SkeletonList } from '#web/ui/states.tsx'
import { SegmentedTabs } from '#web/ui/tabs.tsx'
import { promiseMessages } from './messages.ts'
import { PromiseDetail } from './promise-detail.tsx'
import { PromiseFigures } from './promise-figures.tsx'
import { type PromiseFilter, type PromiseLine, type PromiseShow, promiseShows, useDueText } from './promise-line.ts'

const standings = { zh: standingsZh, en: standingsEn }

type Props = { filter: PromiseFilter; onFilter: (filter: PromiseFilter) => void }

/** The ledger: what falls due first on top; the chosen one with its story and its acts beside it. */
export function PromiseScreen({ filter, onFilter }: Props) {
  const m = useMessages(promiseMessages)
  const read = useReadPages('GET /api/promises', { query: filter })
  const [chosen, setChosen] = useState<string | null>(null)
  const [opened, setOpened] = useState(false)
  const rows = read.data?.pages.flatMap((page) => page.rows) ?? []
  const first = read.data?.pages[0]
  const current = rows.find(({ id }) => id === chosen) ?? rows[0] ?? null
  if (read.error) return <ErrorState {...m.failed} onRetry={() => void read.refetch()} />
  return (
    <SplitView
      opened={opened}
      onBack={() => setOpened(false)}
      list={
        <>
          <Filters filter={filter} onFilter={onFilter} counts={first?.counts} />
          {first ? (
            <List
              rows={rows}
              selected={current?.id ?? null}
              onSelect={(id) => {
                setChosen(id)
                setOpened(true)
              }}
              why={filter.q || filter.show === 'all' ? 'noneFound' : filter.show === 'overdue' ? 'noneOverdue' : 'none'}
            />
          ) : (
            <SkeletonList />
          )}
          {read.hasNextPage && (
            <Button kind="bare" className="m-2" isDisabled={read.isFetching} onPress={() => void read.fetchNextPage()}>
              …
            </Button>
          )}
        </>
      }
      detail={
        <>
          {first && <PromiseFigures figures={first.figures} />}
          {current ? (
            <PromiseDetail key={current.id} promise={current} />
          ) : (
            first && <EmptyState title={m.choose} icon="promise" />
          )}
        </>
      }
    />
  )
}

type FilterProps = Props & { counts: Record<PromiseShow, number> | undefined }

function Filters({ filter, onFilter, counts }: FilterProps) {
  const m = useMessages(promiseMessages)
  const { can } = useSession()
  const whose = filter.whose ?? 'own'
  return (
    <div className="flex-none border-b border-line px-4">
      <SegmentedTabs
        label={m.showLabel}
        selected={filter.show ?? 'open'}
        onSelect={(show) => onFilter({ ...filter, show: show as PromiseShow })}
        items={promiseShows.map((id) => ({ id, label: m.shows[id], count: counts?.[id] }))}
      />
      <div className="flex items-center gap-2 py-2">
        <SearchField
          label={m.find}
          value={filter.q ?? ''}
          onChange={(q) => onFilter({ ...filter, q: q || undefined })}
          className="flex-1"
        />
        {can.includes('contact.run') && (
          <Button
            size="m"
            aria-pressed={whose === 'all'}
            onPress={() => onFilter({ ...filter, whose: whose === 'all' ? 'own' : 'all' })}
          >
            {m.whose[whose]}
          </Button>
        )}
      </div>
    </div>
  )
}

type ListProps = {
  rows: readonly PromiseLine[]
  selected: string | null
  onSelect: (id: string) => void
  /** What an empty list says. */
  why: 'none' | 'noneFound' | 'noneOverdue'
}

function List({ rows, selected, onSelect, why }: ListProps) {
  const m = useMessages(promiseMessages)
  const language = useLanguage()
  const due = useDueText()
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
        icon: 'promise' as const,
        name: row.customer.calledBy,
        second: row.customer.calledBy === row.customer.name ? undefined : row.customer.name,
        why: row.what,
        value: row.standing === 'open' || row.standing === 'today' ? '' : standings[language][row.standing],
        due: due(row.dueAt),
        dueTone:
          row.standing === 'overdue' ? ('red' as const) : row.standing === 'today' ? ('amber' as const) : undefined,
      }))}
      empty={
        <EmptyState title={m[why]} hint={m[`${why}Hint`]} icon="promise">
          <Link href="/contact">{m.toContact}</Link>
        </EmptyState>
      }
    />
  )
}
