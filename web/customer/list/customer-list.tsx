import { useMemo, useState } from 'react'
import { download, Refused } from '#web/client/send.ts'
import { useRead, useReadPages } from '#web/client/query.ts'
import { useCan } from '#web/client/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { useWide } from '#web/ui/data-column.ts'
import { DataTable } from '#web/ui/data-table.tsx'
import { ColumnsMenu } from '#web/ui/data-table-head.tsx'
import { useLanguage } from '#web/ui/language.tsx'
import { Menu } from '#web/ui/menu.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { EmptyState, ErrorState, SkeletonRows } from '#web/ui/states.tsx'
import { notify } from '#web/ui/toast.tsx'
import { useErrorText } from '#web/client/errors.ts'
import type { CustomerLine } from '../customer-types.ts'
import { craftMessages } from '../craft-messages.ts'
import { customerMessages } from '../messages.ts'
import { BulkBar } from './bulk-bar.tsx'
import { useListColumns } from './list-columns.tsx'
import { FilterDrawer, ListFilters } from './list-filters.tsx'
import { filterOf, isFiltered, type ListSearch, queryOf } from './list-search.ts'

type ListProps = {
  search: ListSearch
  onSearch: (search: ListSearch) => void
  onOpen: (id: string) => void
  onAdd: () => void
}

const rowKey = (row: CustomerLine): string => row.id
/** The icon already says the kind; the others are rarely looked for in a list. */
const firstHidden = ['kind', 'backup', 'level', 'since']
const NONE_HIDDEN = '.'
const nobody: ReadonlySet<string> = new Set()
/** As many as one bulk act takes by its ticks. */
const MOST_TICKED = 500

/** The customers a reader may see: filters in the address, keyboard, ticked rows with acts, counts that are exact when asked. */
export function CustomerList({ search, onSearch, onOpen, onAdd }: ListProps) {
  const { list: m } = useMessages(customerMessages)
  const errorText = useErrorText()
  const mayWrite = useCan('customer.write')
  const wide = useWide('md')
  const query = useMemo(() => queryOf(search), [search])
  const list = useReadPages('GET /api/customers', { query })
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.rows) ?? [], [list.data])
  const [ticked, setTicked] = useState<ReadonlySet<string>>(nobody)
  const columns = useListColumns()
  const hidden = search.hide === undefined ? firstHidden : search.hide.split('.')
  const count = list.data?.pages[0]?.count
  const onExport = useExport(search, ticked)
  const change = (part: Partial<Record<keyof ListSearch, unknown>>) => {
    setTicked(nobody)
    onSearch(clean({ ...search, ...part }))
  }
  return (
    <div className="flex h-full min-h-0 flex-col">
      <ListFilters search={search} onChange={change} />
      <div className="flex min-h-10 items-center gap-2 px-4 lg:px-5">
        {count && <Count key={JSON.stringify(query)} search={search} count={count} />}
        <span className="flex-1" />
        {!wide && <FilterDrawer search={search} onChange={change} />}
        {wide && <ExportMenu onExport={onExport} />}
        {wide && (
          <ColumnsMenu
            columns={columns}
            hidden={hidden}
            onChange={(keys) => onSearch(clean({ ...search, hide: keys.join('.') || NONE_HIDDEN }))}
          />
        )}
      </div>
      <div className="min-h-0 flex-1 px-4 max-md:[--row:58px] lg:px-5">
        {list.isPending && <SkeletonRows rows={12} />}
        {list.error && rows.length === 0 && (
          <ErrorState title={m.failed} remedy={errorText(list.error)} onRetry={() => void list.refetch()} />
        )}
        {list.data && (
          <DataTable
            label={m.columns.name}
            columns={columns}
            rows={rows}
            rowKey={rowKey}
            onOpen={onOpen}
            sort={{ key: query.sort ?? 'name', down: query.dir === 'desc' }}
            onSort={({ key, down }) => change({ sort: key, dir: down ? 'desc' : 'asc' })}
            {...(mayWrite && wide ? { selected: ticked, onSelected: setTicked } : {})}
            hidden={hidden}
            total={count && !count.capped ? count.value : undefined}
            onMore={list.hasNextPage ? () => void list.fetchNextPage() : undefined}
            loadingMore={list.isFetchingNextPage}
            empty={
              isFiltered(search) ? (
                <EmptyState icon="search" title={m.noneFits} hint={m.noneFitsHint}>
                  <Button onPress={() => onSearch({})}>{m.clear}</Button>
                </EmptyState>
              ) : (
                <EmptyState icon="people" title={m.none} hint={m.noneHint}>
                  {mayWrite && <Button onPress={onAdd}>{m.add}</Button>}
                </EmptyState>
              )
            }
          />
        )}
      </div>
      {ticked.size > 0 && (
        <BulkBar
          ids={ticked.size > MOST_TICKED ? new Set([...ticked].slice(0, MOST_TICKED)) : ticked}
          search={search}
          found={count ? m.found(count.value, count.capped) : ''}
          isAllTicked={ticked.size === rows.length && (list.hasNextPage || rows.length > 1)}
          onClear={() => setTicked(nobody)}
          onExport={() => onExport('xlsx')}
        />
      )}
    </div>
  )
}

/** Nothing unknown stays in an address. */
const clean = (search: Partial<Record<keyof ListSearch, unknown>>): ListSearch =>
  Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined))

type CountKnown = { value: number; capped: boolean; tiered: number }

/** Counted up to a border at first; the exact figure is one press away. */
function Count({ search, count }: { search: ListSearch; count: CountKnown }) {
  const { list: words } = useMessages(craftMessages)
  const { list: m } = useMessages(customerMessages)
  const [asked, setAsked] = useState(false)
  const exact = useRead('GET /api/customers/count', { query: filterOf(search) }, { enabled: asked })
  if (!count.capped)
    return (
      <span role="status" className="t13 text-ink-3">
        {m.found(count.value, false)}
        {count.tiered < count.value && words.tiered(count.tiered)}
      </span>
    )
  if (exact.data)
    return (
      <span role="status" className="t13 text-ink-3">
        {m.exact(exact.data.value)}
      </span>
    )
  return (
    <Button kind="bare" size="s" onPress={() => setAsked(true)} isPending={exact.isFetching} aria-label={m.countAll}>
      {m.found(count.value, true)}
    </Button>
  )
}

function ExportMenu({ onExport }: { onExport: (format: 'xlsx' | 'csv') => void }) {
  const { list: m } = useMessages(customerMessages)
  if (!useCan('customer.export')) return null
  return (
    <Menu
      label={m.export}
      trigger={
        <Button kind="bare" icon="download">
          {m.export}
        </Button>
      }
      choices={[
        { id: 'xlsx', label: m.exportXlsx },
        { id: 'csv', label: m.exportCsv },
      ]}
      onChoose={(id) => onExport(id === 'csv' ? 'csv' : 'xlsx')}
    />
  )
}

function useExport(search: ListSearch, ticked: ReadonlySet<string>) {
  const { list: m } = useMessages(customerMessages)
  const language = useLanguage()
  const errorText = useErrorText()
  return (format: 'xlsx' | 'csv') => {
    notify({ text: m.exporting })
    const ids = ticked.size > 0 ? { ids: [...ticked].join(',') } : {}
    download('GET /api/customers/export', { query: { ...queryOf(search), format, language, ...ids } }).catch(
      (error: unknown) => error instanceof Refused && notify({ text: errorText(error), tone: 'problem' }),
    )
  }
}
