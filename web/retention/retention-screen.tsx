import { stages } from '#domain/retention/case-state.ts'
import { useRead } from '#web/client/query.ts'
import { useCan } from '#web/client/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useLanguage } from '#web/ui/language.tsx'
import { Link } from '#web/ui/link.tsx'
import { Tier } from '#web/ui/marks.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Row, Rows } from '#web/ui/section.tsx'
import { EmptyState, ErrorState, SkeletonRows } from '#web/ui/states.tsx'
import { SegmentedTabs } from '#web/ui/tabs.tsx'
import { clockTone, useClockLine } from './clock-line.ts'
import { LearntScreen } from './learnt-screen.tsx'
import { retentionMessages } from './messages.ts'
import { type RetentionFilter, retentionShows } from './retention-address.ts'
import { keepWords, type RetentionCard } from './retention-types.ts'

type Props = { filter: RetentionFilter; onFilter: (filter: RetentionFilter) => void }

/** Retention cases: a board by what has to happen next, or a list by what is due first. */
export function RetentionScreen({ filter, onFilter }: Props) {
  const m = useMessages(retentionMessages)
  const view = filter.view ?? 'board'
  if (view === 'learnt') return <LearntScreen />
  return (
    <div className="flex min-w-0 flex-col px-4 lg:px-6">
      <Cases filter={filter} onFilter={onFilter} board={view === 'board'} label={m.views[view]} />
    </div>
  )
}

function Cases({ filter, onFilter, board, label }: Props & { board: boolean; label: string }) {
  const m = useMessages(retentionMessages)
  const show = filter.show ?? 'open'
  const whose = filter.whose ?? 'own'
  const { data, error, refetch } = useRead('GET /api/retention', { query: { show, whose } }, { keep: true })
  if (error && !data) return <ErrorState {...m.failed} onRetry={() => void refetch()} />
  return (
    <>
      <div className="flex items-center gap-2 border-b border-line">
        <SegmentedTabs
          className="min-w-0 flex-1"
          label={m.showLabel}
          selected={show}
          onSelect={(id) => onFilter({ ...filter, show: retentionShows.find((one) => one === id) })}
          items={retentionShows.map((id) => ({ id, label: m.shows[id], count: data?.counts[id] }))}
        />
        <Button
          size="s"
          aria-pressed={whose === 'all'}
          onPress={() => onFilter({ ...filter, whose: whose === 'all' ? 'own' : 'all' })}
        >
          {m.whose[whose]}
        </Button>
      </div>
      {!data && <SkeletonRows rows={6} />}
      {data && data.rows.length === 0 && <Nothing show={show} />}
      {data &&
        data.rows.length > 0 &&
        (board && show !== 'closed' ? <Board rows={data.rows} /> : <List rows={data.rows} label={label} />)}
      {data?.more && <p className="t12 py-2 text-ink-3">{m.more}</p>}
    </>
  )
}

function Nothing({ show }: { show: string }) {
  const m = useMessages(retentionMessages)
  const warned = useCan('warning.read')
  if (show !== 'open') return <EmptyState title={m.noneShown} hint={m.noneShownHint} icon="case" />
  return (
    <EmptyState title={m.none} hint={m.noneHint} icon="keep">
      <Link href={warned ? '/warning' : '/customers'}>{warned ? m.toWarning : m.toCustomers}</Link>
    </EmptyState>
  )
}

/**
 * A column for each thing that can be next, all of them in sight: those with nothing in them give their room to the others.
 * On a phone one under the other, empty ones left out.
 */
function Board({ rows }: { rows: readonly RetentionCard[] }) {
  const language = useLanguage()
  const m = useMessages(retentionMessages)
  const { stageNames } = keepWords[language]
  const columns = stages
    .filter((stage) => stage !== 'closed')
    .map((stage) => ({ stage, own: rows.filter((row) => row.stage === stage) }))
  return (
    <div
      className="py-3 max-md:flex max-md:flex-col max-md:gap-4 md:grid md:grid-rows-[auto_1fr] md:gap-x-4 md:overflow-x-auto"
      style={{
        gridTemplateColumns: columns
          .map(({ own }) => (own.length === 0 ? 'minmax(88px, 1fr)' : 'minmax(168px, 2fr)'))
          .join(' '),
      }}
    >
      {columns.map(({ stage, own }) => (
        <section
          key={stage}
          aria-label={stageNames[stage]}
          className={`min-w-0 md:row-span-2 md:grid md:grid-rows-subgrid ${own.length === 0 ? 'max-md:hidden' : ''}`}
        >
          <h2
            className={`t13 flex items-end justify-between gap-2 border-b border-line-2 pb-1 ${own.length === 0 ? 'font-normal text-ink-3' : ''}`}
          >
            {stageNames[stage]}
            <small className="t12 text-ink-3">{own.length}</small>
          </h2>
          {own.length === 0 && <p className="t12 py-2 text-ink-3">{m.emptyColumn}</p>}
          <ul>
            {own.map((row) => (
              <Card key={row.id} row={row} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

function Card({ row }: { row: RetentionCard }) {
  const m = useMessages(retentionMessages)
  const f = useFormat()
  const line = useClockLine()
  return (
    <li className="border-b border-line py-2.5">
      <Link href={`/retention/${row.id}`} quiet className="t14 font-strong">
        {row.customer.calledBy}
      </Link>{' '}
      {row.customer.tier?.length === 1 && <Tier letter={row.customer.tier} />}
      {row.next && <p className={`t13 ${clockTone(row.next)}`}>{line(row.next)}</p>}
      <p className="t12 text-ink-3">
        {[row.owner?.name ?? m.nobody, row.atRiskFen === null ? null : f.money(Math.round(row.atRiskFen / 100) * 100)]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </li>
  )
}

function List({ rows, label }: { rows: readonly RetentionCard[]; label: string }) {
  const m = useMessages(retentionMessages)
  const language = useLanguage()
  const f = useFormat()
  const line = useClockLine()
  const { stageNames, outcomeNames } = keepWords[language]
  return (
    <Rows label={label}>
      {rows.map((row) => (
        <Row
          key={row.id}
          note={[
            m.signals[row.signal],
            row.owner?.name ?? m.nobody,
            row.atRiskFen === null ? null : m.atStake(f.money(Math.round(row.atRiskFen / 100) * 100)),
          ]
            .filter(Boolean)
            .join(' · ')}
          end={
            <>
              <span className="block">
                {row.stage === 'closed' && row.outcome ? outcomeNames[row.outcome] : stageNames[row.stage]}
              </span>
              {row.next && <span className={`t12 block max-md:hidden ${clockTone(row.next)}`}>{line(row.next)}</span>}
            </>
          }
        >
          <Link href={`/retention/${row.id}`} quiet className="font-strong">
            {row.customer.calledBy}
          </Link>{' '}
          {row.customer.tier?.length === 1 && <Tier letter={row.customer.tier} />}
          {row.next && <span className={`t12 block md:hidden ${clockTone(row.next)}`}>{line(row.next)}</span>}
        </Row>
      ))}
    </Rows>
  )
}
