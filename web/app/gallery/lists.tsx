import { useMemo, useState } from 'react'
import type { DataColumn } from '#web/ui/data-column.ts'
import { ColumnsMenu, type Sort } from '#web/ui/data-table-head.tsx'
import { DataTable } from '#web/ui/data-table.tsx'
import { useFormat } from '#web/ui/format.ts'
import { Tier } from '#web/ui/marks.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { RankedList, type RankedItem } from '#web/ui/ranked-list.tsx'
import { SegmentedTabs } from '#web/ui/tabs.tsx'
import { galleryMessages } from './messages.ts'

/** The sample list of today. */
export function useSampleItems(): RankedItem[] {
  const { list } = useMessages(galleryMessages)
  return list.items.map(([name, formal, tier, reading, value, due, why], index) => ({
    id: String(index + 1),
    rank: index + 1,
    icon: list.groups.includes(index + 1) ? 'group' : 'person',
    name,
    second: formal,
    beside: (
      <>
        {reading !== '' && <span className="t12 whitespace-nowrap text-ink-3">{list.reads(reading)}</span>}
        <Tier letter={tier} />
      </>
    ),
    value,
    due,
    dueTone: index < 2 ? 'amber' : undefined,
    why,
  }))
}

export function ListSample() {
  const { list } = useMessages(galleryMessages)
  const items = useSampleItems()
  const [selected, setSelected] = useState('1')
  const [tab, setTab] = useState('todo')
  return (
    <div className="flex h-80 flex-col border border-line">
      <div className="border-b border-line pl-[70px]">
        <SegmentedTabs
          label={list.label}
          selected={tab}
          onSelect={setTab}
          items={[
            { id: 'todo', label: list.tabs.todo, count: 14 },
            { id: 'done', label: list.tabs.done, count: 5 },
            { id: 'later', label: list.tabs.later, count: 2 },
          ]}
        />
      </div>
      <RankedList
        label={list.label}
        items={items}
        selected={selected}
        onSelect={setSelected}
        heads={list.heads}
        next={list.next}
        previous={list.previous}
      />
    </div>
  )
}

type Sample = { id: string; n: number; tier: string; fen: number; days: number }

const PAGE = 60

const page = (from: number): Sample[] =>
  Array.from({ length: PAGE }, (_, place) => {
    const n = from + place + 1
    return { id: String(n), n, tier: 'ABCD'[n % 4] ?? 'D', fen: ((n * 7919) % 40_000) * 100, days: (n * 13) % 90 }
  })

const keyOf = ({ id }: Sample): string => id

export function LongTableSample() {
  const { long } = useMessages(galleryMessages)
  const { money } = useFormat()
  const [rows, setRows] = useState(() => page(0))
  const [sort, setSort] = useState<Sort>({ key: 'value', down: true })
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set(['2']))
  const [hidden, setHidden] = useState<string[]>([])
  const columns = useMemo<DataColumn<Sample>[]>(
    () => [
      { key: 'name', title: long.heads.name, render: ({ n }) => long.name(n), fixed: true },
      { key: 'tier', title: long.heads.tier, render: ({ tier }) => <Tier letter={tier} />, width: 64, sortable: true },
      { key: 'why', title: long.heads.why, render: () => long.why, quiet: true, from: 'md' },
      { key: 'value', title: long.heads.value, render: ({ fen }) => money(fen), num: true, width: 104, sortable: true },
      {
        key: 'last',
        title: long.heads.last,
        render: ({ days }) => long.ago(days),
        num: true,
        width: 112,
        sortable: true,
        from: 'md',
      },
    ],
    [long, money],
  )
  const sorted = useMemo(() => rows.toSorted(by(sort)), [rows, sort])
  return (
    <div>
      <div className="flex items-center justify-between">
        <span className="t12 text-ink-3">{long.ticked(ticked.size)}</span>
        <ColumnsMenu columns={columns} hidden={hidden} onChange={setHidden} />
      </div>
      <DataTable
        className="h-80"
        label={long.label}
        columns={columns}
        rows={sorted}
        rowKey={keyOf}
        sort={sort}
        onSort={setSort}
        selected={ticked}
        onSelected={setTicked}
        hidden={hidden}
        total={1200}
        onMore={rows.length < 1200 ? () => setRows((old) => [...old, ...page(old.length)]) : undefined}
      />
    </div>
  )
}

const by =
  ({ key, down }: Sort) =>
  (a: Sample, b: Sample): number => {
    const order = key === 'tier' ? a.tier.localeCompare(b.tier) : key === 'value' ? a.fen - b.fen : a.days - b.days
    return down ? -order : order
  }
