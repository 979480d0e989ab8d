import { type ReactNode, useState } from 'react'
import type { Contract } from '#api/contract.ts'
import type { Reply } from '#api/endpoint.ts'
import { useRead } from '#web/client/query.ts'
import { useFormat } from '#web/ui/format.ts'
import { Link } from '#web/ui/link.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Row, Rows, Section } from '#web/ui/section.tsx'
import { Select } from '#web/ui/select.tsx'
import { SkeletonRows } from '#web/ui/states.tsx'
import { Table } from '#web/ui/table.tsx'
import { valueMessages } from './messages.ts'
import type { KindChoice } from './overview.tsx'
import { TierMark } from './tier-table.tsx'
import { TierWhy } from './tier-why.tsx'

type Lists = Reply<Contract['GET /api/value/watch']>
type Near = Lists['promotion']['rows'][number]

const useWatch = (kind: KindChoice, within: number, limit: number) =>
  useRead('GET /api/value/watch', { query: { within, limit, ...(kind === 'all' ? {} : { kind }) } }, { keep: true })

/** The nearest few of both lists, beside the other figures. */
export function WatchShort({ kind, onAll }: { kind: KindChoice; onAll: () => void }) {
  const m = useMessages(valueMessages)
  const f = useFormat()
  const lists = useWatch(kind, 0.1, 4)
  const all = (lists.data?.promotion.count ?? 0) + (lists.data?.demotion.count ?? 0)
  const row = (near: Near, up: boolean) => (
    <Row
      key={`${near.id} ${up}`}
      lead={<TierMark tier={near.tier} />}
      note={`${up ? m.watch.missing : m.watch.above} ${f.money(near.distanceFen)}${m.per[near.per]}`}
      end={m.watch.moves(near.tier ?? '', near.toward)}
    >
      <Link href={`/customers/${near.id}`}>{near.addressForm ?? near.name}</Link>
    </Row>
  )
  return (
    <Section title={m.tabs.watch} end={all > 0 && <Link onPress={onAll}>{m.watch.seeAll(f.number(all))}</Link>}>
      {!lists.data && <SkeletonRows rows={4} />}
      <div className="grid gap-x-8 md:grid-cols-2">
        <div>
          <h3 className="t12 pt-2 text-ink-3">{m.watch.up}</h3>
          {lists.data?.promotion.rows.length === 0 && <p className="t13 py-2 text-ink-2">{m.watch.noneUp}</p>}
          <Rows label={m.watch.up}>{lists.data?.promotion.rows.map((near) => row(near, true))}</Rows>
        </div>
        <div>
          <h3 className="t12 pt-2 text-ink-3">{m.watch.down}</h3>
          {lists.data?.demotion.rows.length === 0 && <p className="t13 py-2 text-ink-2">{m.watch.noneDown}</p>}
          <Rows label={m.watch.down}>{lists.data?.demotion.rows.map((near) => row(near, false))}</Rows>
        </div>
      </div>
    </Section>
  )
}

/** How a list leaves as a file: the page around knows how. */
export type ValueFiles = {
  watch: (search: { within: number; kind?: string }) => ReactNode
  frozen: (id: string) => ReactNode
}

const WITHIN = ['0.05', '0.1', '0.2', '0.3']

/** Both lists whole, nearest first; each tier can be asked why. [K-03] */
export function WatchLists({ kind, file }: { kind: KindChoice; file: ValueFiles['watch'] }) {
  const m = useMessages(valueMessages)
  const f = useFormat()
  const [within, setWithin] = useState('0.1')
  const [why, setWhy] = useState<Near | null>(null)
  const lists = useWatch(kind, Number(within), 200)
  return (
    <div className="px-4 pb-8 lg:px-6">
      <div className="flex flex-wrap items-end gap-4 py-3">
        <Select
          className="w-56"
          label={m.watch.within}
          labelHidden
          options={WITHIN.map((id) => ({ id, label: m.watch.withinShare(f.percent(Number(id))) }))}
          value={within}
          onChange={setWithin}
        />
        {file({ within: Number(within), ...(kind === 'all' ? {} : { kind }) })}
      </div>
      {!lists.data && <SkeletonRows rows={8} />}
      {lists.data && (
        <div className="grid gap-x-11 gap-y-6 lg:grid-cols-2">
          <NearTable list={lists.data.promotion} up onWhy={setWhy} />
          <NearTable list={lists.data.demotion} up={false} onWhy={setWhy} />
        </div>
      )}
      {why && <TierWhy id={why.id} name={why.addressForm ?? why.name} onClose={() => setWhy(null)} linked />}
    </div>
  )
}

function NearTable({ list, up, onWhy }: { list: Lists['promotion']; up: boolean; onWhy: (near: Near) => void }) {
  const m = useMessages(valueMessages)
  const f = useFormat()
  const since = (nearer: number | null): string => {
    if (nearer === null) return ''
    if (nearer === 0) return m.watch.same
    return nearer > 0 ? m.watch.nearer(f.money(nearer)) : m.watch.further(f.money(-nearer))
  }
  return (
    <Section
      title={up ? m.watch.up : m.watch.down}
      remark={up ? m.watch.upRemark : m.watch.downRemark}
      end={m.watch.shown(list.rows.length, list.count)}
    >
      {list.rows.length === 0 && <p className="t13 py-3 text-ink-2">{up ? m.watch.noneUp : m.watch.noneDown}</p>}
      {list.rows.length > 0 && (
        <Table
          label={up ? m.watch.up : m.watch.down}
          rows={list.rows}
          rowKey={(near) => near.id}
          columns={[
            {
              key: 'customer',
              title: m.watch.customer,
              render: (near) => (
                <>
                  <Link href={`/customers/${near.id}`}>{near.addressForm ?? near.name}</Link>
                  <span className="t12 block text-ink-3">{near.manager}</span>
                </>
              ),
            },
            {
              key: 'toward',
              title: m.watch.toward,
              render: (near) => (
                <Link quiet aria-label={m.explain.open(near.name)} onPress={() => onWhy(near)}>
                  <span className="whitespace-nowrap underline decoration-edge decoration-dotted underline-offset-4">
                    {m.watch.moves(near.tier ?? '', near.toward)}
                  </span>
                </Link>
              ),
            },
            {
              key: 'distance',
              title: up ? m.watch.missing : m.watch.above,
              num: true,
              render: (near) => (
                <>
                  {f.money(near.distanceFen)}
                  <span className="text-ink-3">{m.per[near.per]}</span>
                </>
              ),
            },
            { key: 'line', title: m.watch.line, num: true, quiet: true, render: (near) => f.money(near.borderFen) },
            { key: 'since', title: m.watch.since, num: true, quiet: true, render: (near) => since(near.nearerFen) },
          ]}
        />
      )}
    </Section>
  )
}
