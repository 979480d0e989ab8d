import { type ReactNode, useState } from 'react'
import type { Contract } from '#api/contract.ts'
import type { Reply } from '#api/endpoint.ts'
import { useRead } from '#web/client/query.ts'
import { Button } from '#web/ui/button.tsx'
import { DefinitionRow, Definitions } from '#web/ui/definitions.tsx'
import { Drawer } from '#web/ui/drawer.tsx'
import { useFormat } from '#web/ui/format.ts'
import { Link } from '#web/ui/link.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Row, Rows, Section } from '#web/ui/section.tsx'
import { EmptyState, SkeletonRows } from '#web/ui/states.tsx'
import { Table } from '#web/ui/table.tsx'
import { Why } from '#web/ui/why.tsx'
import { FreezeForm } from './freeze-form.tsx'
import { valueMessages } from './messages.ts'
import type { ValueFiles } from './watch-lists.tsx'

type Lists = Reply<Contract['GET /api/frozen-lists']>['lists']
type Keeping = NonNullable<Lists[number]['now']>
type Ratio = Keeping['customers']

type FrozenListsProps = { tiers: readonly string[]; month: string; file: ValueFiles['frozen'] }

/** Frozen lists (拍照名单): what is kept of customers and of revenue, against the base they were frozen with. [M-11] */
export function FrozenLists({ tiers, month, file }: FrozenListsProps) {
  const m = useMessages(valueMessages)
  const read = useRead('GET /api/frozen-lists', {})
  const [taking, setTaking] = useState(false)
  const [open, setOpen] = useState<string | null>(null)
  const lists = read.data?.lists ?? []
  const take = (
    <Button icon="camera" kind="go" onPress={() => setTaking(true)}>
      {m.frozen.take}
    </Button>
  )
  return (
    <div className="px-4 pb-8 lg:px-6">
      {!read.data && <SkeletonRows rows={4} />}
      {read.data && lists.length === 0 && (
        <EmptyState icon="camera" title={m.frozen.none} hint={m.frozen.noneHint}>
          {take}
        </EmptyState>
      )}
      {lists.length > 0 && (
        <>
          <div className="flex items-center gap-3 py-3">
            {take}
            <span className="t13 text-ink-3">{m.frozen.remark}</span>
          </div>
          <ListTable lists={lists} onOpen={setOpen} />
        </>
      )}
      {taking && <FreezeForm tiers={tiers} month={month} onClose={() => setTaking(false)} />}
      {open && <ListShown id={open} file={file(open)} onClose={() => setOpen(null)} />}
    </div>
  )
}

function ListTable({ lists, onOpen }: { lists: Lists; onOpen: (id: string) => void }) {
  const m = useMessages(valueMessages)
  const f = useFormat()
  return (
    <Table
      label={m.tabs.frozen}
      rows={lists}
      rowKey={(list) => list.id}
      columns={[
        {
          key: 'list',
          title: m.frozen.list,
          render: (list) => (
            <>
              <Link onPress={() => onOpen(list.id)}>{list.name}</Link>
              <span className="t12 block text-ink-3">
                {m.frozen.by(list.by, list.takenFor)} · {m.frozen.baseOf(list.baseFrom, list.baseTo)}
              </span>
            </>
          ),
        },
        { key: 'tiers', title: m.frozen.tiers, quiet: true, render: (list) => f.list(list.tiers) },
        { key: 'members', title: m.frozen.members, num: true, render: (list) => f.number(list.members) },
        {
          key: 'customers',
          title: m.frozen.customers,
          num: true,
          render: ({ now }) =>
            now && (
              <Rate ratio={now.customers} since={now.customersSince} over={[m.frozen.made.kept, m.frozen.made.all]} />
            ),
        },
        {
          key: 'revenue',
          title: m.frozen.revenue,
          num: true,
          render: ({ now }) =>
            now && (
              <Rate
                money
                ratio={now.revenue}
                since={now.revenueSince}
                over={[m.frozen.made.since, m.frozen.made.base]}
              />
            ),
        },
        {
          key: 'mom',
          title: m.frozen.mom,
          num: true,
          render: ({ now }) =>
            now && <Rate money change ratio={now.monthOnMonth} over={[m.frozen.made.now, m.frozen.made.before]} />,
        },
        {
          key: 'yoy',
          title: m.frozen.yoy,
          num: true,
          render: ({ now }) =>
            now && <Rate money change ratio={now.yearOnYear} over={[m.frozen.made.now, m.frozen.made.yearBefore]} />,
        },
      ]}
    />
  )
}

/** A rate that opens to what it divides; a change carries its sign. */
function Rate({
  ratio,
  over,
  since,
  money = false,
  change = false,
}: {
  ratio: Ratio
  /** What the two sides of the division are. */
  over: readonly [string, string]
  since?: number | null
  money?: boolean
  change?: boolean
}) {
  const m = useMessages(valueMessages)
  const f = useFormat()
  if (ratio.value === null) return <span className="text-ink-3">{m.frozen.unknown}</span>
  const side = (n: number): string => (money ? f.money(Math.round(n)) : f.number(n))
  const sign = change && ratio.value > 0 ? '+' : ''
  return (
    <>
      <Why
        made={
          <Definitions>
            <DefinitionRow wide term={over[0]}>
              {side(ratio.numerator)}
            </DefinitionRow>
            <DefinitionRow wide term={over[1]}>
              {side(ratio.denominator)}
            </DefinitionRow>
          </Definitions>
        }
      >
        {sign}
        {f.percent(ratio.value, 1)}
      </Why>
      {since !== undefined && since !== null && (
        <span className="t12 block text-ink-3" title={m.frozen.pointsHint}>
          {m.frozen.points(`${since >= 0 ? '+' : ''}${(since * 100).toFixed(1)}`)}
        </span>
      )}
    </>
  )
}

function ListShown({ id, file, onClose }: { id: string; file: ReactNode; onClose: () => void }) {
  const m = useMessages(valueMessages)
  const f = useFormat()
  const read = useRead('GET /api/frozen-lists/:id', { params: { id } })
  const { list, months = [], lost } = read.data ?? {}
  return (
    <Drawer
      isOpen
      title={list?.name ?? m.tabs.frozen}
      remark={list && m.households(f.number(list.members))}
      onClose={onClose}
    >
      {!read.data && <SkeletonRows rows={6} />}
      {read.data && <div className="flex justify-end">{file}</div>}
      {months.length > 0 && (
        <Table
          className="pt-2"
          label={m.tabs.frozen}
          rows={months.toReversed()}
          rowKey={(row) => row.month}
          columns={[
            { key: 'month', title: m.frozen.month, render: (row) => f.monthOfYear(row.month) },
            {
              key: 'customers',
              title: m.frozen.customers,
              num: true,
              render: (row) => <Rate ratio={row.customers} over={[m.frozen.made.kept, m.frozen.made.all]} />,
            },
            {
              key: 'revenue',
              title: m.frozen.revenue,
              num: true,
              render: (row) => <Rate money ratio={row.revenue} over={[m.frozen.made.since, m.frozen.made.base]} />,
            },
            {
              key: 'monthRevenue',
              title: m.frozen.monthRevenue,
              num: true,
              render: (row) => <Rate money ratio={row.monthRevenue} over={[m.frozen.made.now, m.frozen.made.base]} />,
            },
          ]}
        />
      )}
      {lost && (
        <Section title={m.frozen.lost} remark={m.frozen.lostRemark} end={f.number(lost.count)} className="pt-4">
          {lost.count === 0 && <p className="t13 py-3 text-ink-2">{m.frozen.lostNone}</p>}
          <Rows label={m.frozen.lost}>
            {lost.rows.map((who) => (
              <Row key={who.id} note={who.manager} end={f.money(who.baseFen)}>
                <Link href={`/customers/${who.id}`}>{who.addressForm ?? who.name}</Link>
              </Row>
            ))}
          </Rows>
        </Section>
      )}
    </Drawer>
  )
}
