import { useState } from 'react'
import type { Contract } from '#api/contract.ts'
import type { Reply } from '#api/endpoint.ts'
import type { BridgePart } from '#domain/economics/revenue-bridge.ts'
import { useRead } from '#web/client/query.ts'
import { Drawer } from '#web/ui/drawer.tsx'
import { useFormat } from '#web/ui/format.ts'
import { LeadFigures } from '#web/ui/four-facts.tsx'
import { Link } from '#web/ui/link.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Row, Rows, Section } from '#web/ui/section.tsx'
import { Select } from '#web/ui/select.tsx'
import { EmptyState, ErrorState, SkeletonBrief, SkeletonRows } from '#web/ui/states.tsx'
import { Why } from '#web/ui/why.tsx'
import { BridgeRows } from './bridge-rows.tsx'
import { economicsMessages } from './messages.ts'

export type BridgeAsk = {
  from: string | undefined
  to: string | undefined
  kind: 'person' | 'group' | 'outlet' | undefined
}
export type Bridge = NonNullable<Reply<Contract['GET /api/economics/bridge']>['bridge']>

type Props = { ask: BridgeAsk; onAsk: (change: Partial<BridgeAsk>) => void }

const bare = ({ from, to, kind }: BridgeAsk) => ({
  ...(from ? { from } : {}),
  ...(to ? { to } : {}),
  ...(kind ? { kind } : {}),
})

/** How revenue went from one month to another, part by part, each open to its customers. */
export function BridgeBoard({ ask, onAsk }: Props) {
  const m = useMessages(economicsMessages)
  const f = useFormat()
  const [open, setOpen] = useState<BridgePart | null>(null)
  const read = useRead('GET /api/economics/bridge', { query: bare(ask) }, { keep: true })
  if (read.error) return <ErrorState title={m.failed} remedy={m.remedy} onRetry={() => void read.refetch()} />
  if (!read.data) return <SkeletonBrief />
  const { months, shown, bridge } = read.data
  if (!shown || !bridge)
    return (
      <EmptyState icon="chance" title={m.bridge.none} hint={m.bridge.noneHint}>
        <Link href="/imports">{m.bridge.noneAct}</Link>
      </EmptyState>
    )
  const options = months.map((month) => ({ id: month, label: f.monthOfYear(month) }))
  return (
    <div className="px-4 pb-8 lg:px-6">
      <div className="flex flex-wrap items-center gap-3 py-3">
        <Select
          className="w-36"
          label={m.kind}
          labelHidden
          options={(['all', 'person', 'group', 'outlet'] as const).map((id) => ({ id, label: m.kinds[id] }))}
          value={ask.kind ?? 'all'}
          onChange={(kind) => onAsk({ kind: kind === 'all' ? undefined : kind })}
        />
        <div className="flex items-center gap-3 max-md:w-full max-md:gap-1.5">
          <Select
            className="w-40 min-w-0 max-md:w-auto max-md:flex-1"
            label={m.bridge.from}
            labelHidden
            options={options.filter(({ id }) => id < shown.to)}
            value={shown.from}
            onChange={(from) => onAsk({ from })}
          />
          <span aria-hidden="true">→</span>
          <Select
            className="w-40 min-w-0 max-md:w-auto max-md:flex-1"
            label={m.bridge.to}
            labelHidden
            options={options.slice(0, -1)}
            value={shown.to}
            onChange={(to) => onAsk(to > shown.from ? { to } : { to, from: undefined })}
          />
        </div>
      </div>
      <Facts bridge={bridge} />
      <Section title={m.bridge.title} remark={m.bridge.sum} className="pt-4">
        <BridgeRows bridge={bridge} months={shown} onOpen={setOpen} />
      </Section>
      {open && (
        <Opened part={open} ask={{ ...shown, ...(ask.kind ? { kind: ask.kind } : {}) }} onClose={() => setOpen(null)} />
      )}
    </div>
  )
}

function Facts({ bridge }: { bridge: Bridge }) {
  const { bridge: m } = useMessages(economicsMessages)
  const f = useFormat()
  const { before, after, stock, increment } = bridge
  const change = after - before
  const signed = `${change > 0 ? '+' : ''}${f.moneyShort(change)}`
  return (
    <LeadFigures
      facts={[
        { question: m.facts.before, answer: <Why made={<p>{m.made.before}</p>}>{f.moneyShort(before)}</Why> },
        {
          question: m.facts.after,
          answer: <Why made={<p>{m.made.after}</p>}>{f.moneyShort(after)}</Why>,
          note: m.change(signed),
        },
        {
          question: m.facts.stock,
          answer: stock.kept === null ? '–' : <Why made={<p>{m.made.stock}</p>}>{f.percent(stock.kept, 1)}</Why>,
          note: m.stockOf(f.number(stock.customers), f.moneyShort(stock.before), f.moneyShort(stock.after)),
        },
        { question: m.facts.increment, answer: <Why made={<p>{m.made.increment}</p>}>{f.moneyShort(increment)}</Why> },
      ]}
    />
  )
}

type OpenedProps = {
  part: BridgePart
  ask: { from: string; to: string; kind?: 'person' | 'group' | 'outlet' }
  onClose: () => void
}

function Opened({ part, ask, onClose }: OpenedProps) {
  const m = useMessages(economicsMessages)
  const f = useFormat()
  const read = useRead('GET /api/economics/bridge/customers', { query: { ...ask, part } })
  return (
    <Drawer
      isOpen
      title={`${m.bridgeNames[part]} ${f.month(ask.from)} → ${f.month(ask.to)}`}
      remark={read.data && m.bridge.shown(read.data.rows.length, read.data.count)}
      onClose={onClose}
    >
      {!read.data && <SkeletonRows rows={6} />}
      {read.data?.rows.length === 0 && <p className="t13 py-3 text-ink-2">{m.bridge.nobody}</p>}
      <Rows label={m.bridgeNames[part]}>
        {read.data?.rows.map((who) => (
          <Row
            key={who.id}
            note={[who.manager, `${f.money(who.beforeFen)} → ${f.money(who.afterFen)}`].filter(Boolean).join(' · ')}
            end={
              <span className="num">{`${who.afterFen > who.beforeFen ? '+' : ''}${f.money(who.afterFen - who.beforeFen)}`}</span>
            }
          >
            <Link href={`/customers/${who.id}`}>{who.addressForm ?? who.name}</Link>
          </Row>
        ))}
      </Rows>
    </Drawer>
  )
}
