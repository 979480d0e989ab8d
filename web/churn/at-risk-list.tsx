import { type ReactNode, useState } from 'react'
import type { Contract } from '#api/contract.ts'
import type { Reply } from '#api/endpoint.ts'
import { useReadPages } from '#web/client/query.ts'
import { useDayOf, useSession } from '#web/client/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { LeadFigures } from '#web/ui/four-facts.tsx'
import { useFormat } from '#web/ui/format.ts'
import { Link } from '#web/ui/link.tsx'
import { CanMark, Tier } from '#web/ui/marks.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Section } from '#web/ui/section.tsx'
import { Select } from '#web/ui/select.tsx'
import { EmptyState, SkeletonRows } from '#web/ui/states.tsx'
import { Table } from '#web/ui/table.tsx'
import { useWide } from '#web/ui/data-column.ts'
import { warningMessages } from './messages.ts'
import { ReasonList } from './reason-list.tsx'
import { RiskWhy } from './risk-why.tsx'

type Page = Reply<Contract['GET /api/warning']>
export type AtRisk = Reply<Contract['GET /api/warning/customers']>['rows'][number]
type BandChoice = 'all' | 'high' | 'raised' | 'low'

/** Who may leave, most money first, with what shows it. */
export function AtRiskList({ page, caseOf }: { page: Page; caseOf: (customerId: string) => ReactNode }) {
  const m = useMessages(warningMessages)
  const [band, setBand] = useState<BandChoice>('all')
  const [why, setWhy] = useState<AtRisk | null>(null)
  const wide = useWide('md')
  const read = useReadPages('GET /api/warning/customers', { query: { limit: 40, ...(band === 'all' ? {} : { band }) } })
  const rows = read.data?.pages.flatMap((each) => each.rows) ?? []
  return (
    <div className="px-4 pb-8 lg:px-6">
      <Counts page={page} />
      <Section
        className="pt-3"
        title={m.tabs.list}
        remark={page.month && page.asOf && m.asKnown(page.month, page.asOf.slice(5))}
        end={
          <Select<BandChoice>
            className="w-44"
            label={m.band}
            labelHidden
            options={[
              { id: 'all', label: m.allBands },
              { id: 'high', label: m.bands.high },
              { id: 'raised', label: m.bands.raised },
              { id: 'low', label: m.bands.low },
            ]}
            value={band}
            onChange={setBand}
          />
        }
      >
        {!read.data && <SkeletonRows rows={8} />}
        {read.data && rows.length === 0 && <EmptyState icon="shield" title={m.list.none} hint={m.list.noneHint} />}
        {rows.length > 0 &&
          (wide ? <RiskTable rows={rows} onWhy={setWhy} /> : <RiskCards rows={rows} onWhy={setWhy} />)}
        {read.hasNextPage && (
          <Button className="mt-3" isPending={read.isFetchingNextPage} onPress={() => void read.fetchNextPage()}>
            {m.list.more}
          </Button>
        )}
        {rows.length > 0 && (
          <p className="t12 flex flex-wrap gap-4 pt-3 text-ink-3">
            <CanMark can="yes">{m.list.can}</CanMark>
            <CanMark can="no">{m.list.cannot}</CanMark>
            {m.why.caution}
          </p>
        )}
      </Section>
      {why && <RiskWhy id={why.id} name={why.addressForm ?? why.name} caseOf={caseOf} onClose={() => setWhy(null)} />}
    </div>
  )
}

function Counts({ page: { counts } }: { page: Page }) {
  const m = useMessages(warningMessages)
  const f = useFormat()
  const all = counts.high + counts.raised + counts.low + counts.unknown
  const bySignals = all - counts.byModel - counts.unknown
  return (
    <LeadFigures
      facts={[
        {
          question: m.facts.high,
          answer: f.number(counts.high),
          beside: m.facts.households,
          note: m.facts.of(f.number(all)),
        },
        { question: m.facts.raised, answer: f.number(counts.raised), beside: m.facts.households },
        {
          question: m.facts.money,
          answer: counts.atRiskFen === null ? '–' : f.moneyShort(counts.atRiskFen),
          note: counts.atRiskFen === null ? m.facts.noMoney : m.facts.moneyNote,
        },
        {
          question: m.facts.how,
          answer: <span className="t16">{m.facts.byModel(f.number(counts.byModel))}</span>,
          note: [
            ...(bySignals > 0 ? [m.facts.bySignals(f.number(bySignals))] : []),
            ...(counts.unknown > 0 ? [m.facts.unknown(f.number(counts.unknown))] : []),
          ].join(' · '),
        },
      ]}
    />
  )
}

function useRiskWords() {
  const m = useMessages(warningMessages)
  const f = useFormat()
  const { today } = useSession()
  const dayOf = useDayOf()
  return {
    risk: ({ risk, points }: AtRisk): string => (risk === null ? m.list.points(points ?? 0) : f.percent(risk)),
    before: ({ risk, before }: AtRisk): string =>
      risk === null || before === null || f.percent(before) === f.percent(risk) ? '' : m.list.before(f.percent(before)),
    touched: ({ lastTouchAt }: AtRisk): string =>
      lastTouchAt === null ? m.list.never : f.shortDay(dayOf(lastTouchAt), today),
    money: ({ atRiskFen }: AtRisk): string => (atRiskFen === null ? '' : f.money(Math.round(atRiskFen / 100) * 100)),
  }
}

type RowsProps = { rows: readonly AtRisk[]; onWhy: (row: AtRisk) => void }

function Name({ row }: { row: AtRisk }) {
  return (
    <span className="whitespace-nowrap">
      <Link href={`/customers/${row.id}`}>{row.addressForm ?? row.name}</Link>{' '}
      {row.tier !== null && (row.tier.length === 1 ? <Tier letter={row.tier} /> : <b className="t12">{row.tier}</b>)}
    </span>
  )
}

function Chance({ row, onWhy }: { row: AtRisk; onWhy: (row: AtRisk) => void }) {
  const m = useMessages(warningMessages)
  const words = useRiskWords()
  return (
    <Link quiet aria-label={`${m.list.why(row.name)}, ${words.risk(row)}`} onPress={() => onWhy(row)}>
      <span
        className={`underline decoration-edge decoration-dotted underline-offset-4 ${row.band === 'high' ? 'font-strong text-amber' : ''}`}
      >
        {words.risk(row)}
      </span>
    </Link>
  )
}

function RiskTable({ rows, onWhy }: RowsProps) {
  const m = useMessages(warningMessages)
  const words = useRiskWords()
  return (
    <Table
      label={m.tabs.list}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'customer',
          title: m.list.customer,
          render: (row) => (
            <>
              <Name row={row} />
              <span className="t12 block text-ink-3">{row.manager}</span>
            </>
          ),
        },
        {
          key: 'risk',
          title: m.list.risk,
          num: true,
          render: (row) => (
            <>
              <Chance row={row} onWhy={onWhy} />
              <span className="t12 block text-ink-3">{words.before(row)}</span>
            </>
          ),
        },
        { key: 'money', title: m.list.money, num: true, render: words.money },
        { key: 'reasons', title: m.list.reasons, render: (row) => <ReasonList reasons={row.reasons} /> },
        { key: 'touch', title: m.list.touch, num: true, quiet: true, render: words.touched },
      ]}
    />
  )
}

/** On a phone each customer is a card: a table would need two thumbs. */
function RiskCards({ rows, onWhy }: RowsProps) {
  const m = useMessages(warningMessages)
  const words = useRiskWords()
  return (
    <ul aria-label={m.tabs.list}>
      {rows.map((row) => (
        <li key={row.id} className="border-b border-line py-3">
          <div className="flex items-baseline gap-2">
            <Name row={row} />
            <span className="t13 ml-auto">
              <Chance row={row} onWhy={onWhy} />
            </span>
            <span className="t13 text-ink-2">{words.money(row)}</span>
          </div>
          <div className="t13 pt-1 text-ink-2">
            <ReasonList reasons={row.reasons} />
          </div>
        </li>
      ))}
    </ul>
  )
}
