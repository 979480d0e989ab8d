import { useState } from 'react'
import { shownState } from '#domain/expectation/board.ts'
import { useReadPages } from '#web/client/query.ts'
import { useSession } from '#web/client/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { useWide } from '#web/ui/data-column.ts'
import { useFormat } from '#web/ui/format.ts'
import { useLanguage } from '#web/ui/language.tsx'
import { Link } from '#web/ui/link.tsx'
import { CanMark } from '#web/ui/marks.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { RankedList } from '#web/ui/ranked-list.tsx'
import { SearchField } from '#web/ui/search-field.tsx'
import { SplitView } from '#web/ui/split-view.tsx'
import { EmptyState, ErrorState, SkeletonList } from '#web/ui/states.tsx'
import { SegmentedTabs } from '#web/ui/tabs.tsx'
import { Board } from './board.tsx'
import { ExpectationDetail } from './expectation-detail.tsx'
import {
  boardWords,
  type ExpectationFilter,
  type ExpectationLine,
  type ExpectationShow,
  expectationShows,
  markOf,
} from './expectation-line.ts'
import { expectationMessages } from './messages.ts'

type Props = { filter: ExpectationFilter; onFilter: (filter: ExpectationFilter) => void }

/** What customers hope for, unanswered first; the chosen one with its rounds, and the customer's whole board under it. */
export function ExpectationScreen({ filter, onFilter }: Props) {
  const m = useMessages(expectationMessages)
  const read = useReadPages('GET /api/expectations', { query: filter })
  const [chosen, setChosen] = useState<string | null>(null)
  const [opened, setOpened] = useState(false)
  const rows = read.data?.pages.flatMap((page) => page.rows) ?? []
  const first = read.data?.pages[0]
  const current = rows.find(({ id }) => id === chosen) ?? rows[0] ?? null
  const choose = (id: string): void => {
    setChosen(id)
    setOpened(true)
  }
  if (read.error) return <ErrorState {...m.failed} onRetry={() => void read.refetch()} />
  return (
    <SplitView
      opened={opened}
      onBack={() => setOpened(false)}
      list={
        <>
          <Filters filter={filter} onFilter={onFilter} counts={first?.counts} />
          {first ? (
            <List rows={rows} selected={current?.id ?? null} onSelect={choose} filtered={Boolean(filter.q)} />
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
        current ? (
          <ExpectationDetail key={current.id} expectation={current}>
            <Board customerId={current.customer.id} chosen={current.id} />
          </ExpectationDetail>
        ) : (
          first && <EmptyState title={m.choose} icon="expect" />
        )
      }
    />
  )
}

type FilterProps = Props & { counts: Record<ExpectationShow, number> | undefined }

function Filters({ filter, onFilter, counts }: FilterProps) {
  const m = useMessages(expectationMessages)
  const whose = filter.whose ?? 'own'
  return (
    <div className="flex-none border-b border-line px-4">
      <SegmentedTabs
        label={m.showLabel}
        selected={filter.show ?? 'open'}
        onSelect={(show) => onFilter({ ...filter, show: show as ExpectationShow })}
        items={expectationShows.map((id) => ({ id, label: m.shows[id], count: counts?.[id] }))}
      />
      <div className="flex items-center gap-2 py-2">
        <SearchField
          label={m.find}
          value={filter.q ?? ''}
          onChange={(q) => onFilter({ ...filter, q: q || undefined })}
          className="flex-1"
        />
        <Button
          aria-pressed={whose === 'all'}
          onPress={() => onFilter({ ...filter, whose: whose === 'all' ? 'own' : 'all' })}
        >
          {m.whose[whose]}
        </Button>
      </div>
    </div>
  )
}

type ListProps = {
  rows: readonly ExpectationLine[]
  selected: string | null
  onSelect: (id: string) => void
  filtered: boolean
}

function List({ rows, selected, onSelect, filtered }: ListProps) {
  const m = useMessages(expectationMessages)
  const language = useLanguage()
  const { today } = useSession()
  const format = useFormat()
  const wide = useWide('md')
  const { expectationStateNames, natureNames } = boardWords[language]
  const stateOf = (row: ExpectationLine): string =>
    row.nature === 'heard' && row.state === 'open' ? natureNames.heard : expectationStateNames[shownState(row)]
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
        icon: 'expect' as const,
        name: row.customer.calledBy,
        second: row.customer.calledBy === row.customer.name ? undefined : row.customer.name,
        beside: row.can ? <CanMark can={markOf[row.can]} /> : undefined,
        why: wide ? row.what : <Stacked what={row.what} state={stateOf(row)} />,
        value: wide ? stateOf(row) : undefined,
        due: format.shortDay(row.saidOn, today),
        dueTone: row.state === 'open' && row.can === null ? ('amber' as const) : undefined,
      }))}
      empty={
        <EmptyState
          title={filtered ? m.noneFound : m.none}
          hint={filtered ? m.noneFoundHint : m.noneHint}
          icon="expect"
        >
          <Link href="/contact">{m.toContact}</Link>
        </EmptyState>
      }
    />
  )
}

/** On a phone how far it has come stands under the words: beside the name there is no room. */
const Stacked = ({ what, state }: { what: string; state: string }) => (
  <>
    {what}
    <span className="block text-ink-3">{state}</span>
  </>
)
