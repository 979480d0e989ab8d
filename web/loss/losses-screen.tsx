import { useState } from 'react'
import { addMonths, monthOf } from '#domain/kernel/day.ts'
import { sentence } from '#domain/kernel/said.ts'
import { useRead } from '#web/client/query.ts'
import { useSession } from '#web/client/session.tsx'
import { Button, IconButton } from '#web/ui/button.tsx'
import { useWide } from '#web/ui/data-column.ts'
import { useFormat } from '#web/ui/format.ts'
import { useLanguage } from '#web/ui/language.tsx'
import { Link } from '#web/ui/link.tsx'
import { Tier } from '#web/ui/marks.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Row, Rows, Section } from '#web/ui/section.tsx'
import { EmptyState, ErrorState, SkeletonRows } from '#web/ui/states.tsx'
import { SegmentedTabs } from '#web/ui/tabs.tsx'
import { LineForm } from './line-form.tsx'
import { type Loss, type LossFilter, lossWords } from './loss-words.ts'
import { lossMessages } from './messages.ts'

type Props = { filter: LossFilter; onFilter: (filter: LossFilter) => void }

const shows = ['open', 'all'] as const

/** The month-end look, case by case: each loss of weight with its line, or the place to write it; beside it why they left. */
export function LossesScreen({ filter, onFilter }: Props) {
  const m = useMessages(lossMessages)
  const format = useFormat()
  const { today } = useSession()
  const month = filter.month ?? monthOf(today)
  const show = filter.show ?? 'open'
  const { data, error, refetch } = useRead('GET /api/losses', { query: { month } }, { keep: true })
  if (error && !data) return <ErrorState {...m.failed} onRetry={() => void refetch()} />
  const to = (other: string): void => onFilter({ ...filter, month: other === monthOf(today) ? undefined : other })
  const rows = data?.rows.filter(({ line }) => show === 'all' || line === null) ?? []
  return (
    <div className="lg:grid lg:min-h-full lg:grid-cols-[minmax(0,1fr)_320px]">
      <div className="flex min-w-0 flex-col px-4 lg:px-6">
        <header className="flex flex-wrap items-center gap-x-3 gap-y-1 pt-2">
          <nav aria-label={m.month.label} className="flex items-center gap-1">
            <IconButton icon="left" kind="bare" label={m.month.previous} onPress={() => to(addMonths(month, -1))} />
            <h2 className="t14 font-strong">{m.month.of(month)}</h2>
            <IconButton
              icon="right"
              kind="bare"
              label={m.month.next}
              isDisabled={month >= monthOf(today)}
              onPress={() => to(addMonths(month, 1))}
            />
          </nav>
          {data && <span className="t12 text-ink-3">{m.month.border(format.moneyShort(data.fromFen))}</span>}
          {data?.earlier.map((one) => (
            <Link key={one.month} onPress={() => to(one.month)} className="t12 text-amber">
              {m.month.earlier(one.month, one.missing)}
            </Link>
          ))}
        </header>
        <div className="border-b border-line">
          <SegmentedTabs
            label={m.month.showLabel}
            selected={show}
            onSelect={(id) => onFilter({ ...filter, show: id === 'all' ? 'all' : undefined })}
            items={shows.map((id) => ({
              id,
              label: m.month.show[id],
              count: id === 'open' ? data?.missing : data?.rows.length,
            }))}
          />
        </div>
        {!data && <SkeletonRows rows={6} />}
        {data && rows.length === 0 && <EmptyState {...(data.rows.length > 0 ? m.allWritten : m.none)} icon="people" />}
        <ul aria-label={m.month.list}>
          {rows.map((loss) => (
            <LossRow key={loss.id} loss={loss} />
          ))}
        </ul>
        {data && data.small > 0 && <p className="t12 py-2 text-ink-3">{m.month.small(data.small)}</p>}
      </div>
      {data && data.rows.length > 0 && (
        <aside className="min-w-0 px-4 py-1 lg:border-l lg:border-line lg:px-6">
          <ByReason data={data} />
        </aside>
      )}
    </div>
  )
}

function LossRow({ loss }: { loss: Loss }) {
  const { line: lines, month: m } = useMessages(lossMessages)
  const language = useLanguage()
  const format = useFormat()
  const { today, staff } = useSession()
  const wide = useWide('md')
  const [writing, setWriting] = useState(false)
  const words = lossWords[language]
  const { line } = loss
  // The first of the sentences about coming back names the day they left.
  const isSaid = loss.backOn === null && loss.next.said.code === 'winBack.first'
  return (
    <li aria-label={loss.calledBy} className="t13 border-b border-line py-2">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <span className="min-w-0 flex-1 basis-56">
          <span className="flex items-center gap-1.5">
            <Link href={`/customers/${loss.customerId}`} quiet className="font-strong">
              {loss.calledBy}
            </Link>
            {loss.tier !== null && <Tier letter={loss.tier} />}
            <span className="text-ink-2">{words.ways[loss.way]}</span>
          </span>
          <span className="t12 block pt-0.5 text-ink-3">
            {[
              isSaid || format.shortDay(loss.leftOn, today),
              loss.manager === staff.name || loss.manager === null ? null : m.manager(loss.manager),
              loss.backOn === null ? format.shortDays(sentence(words.next, loss.next.said), today) : null,
            ]
              .filter((part) => typeof part === 'string')
              .join(' · ')}
          </span>
        </span>
        <span className="tabular-nums">{format.moneyShort(loss.paid12Fen)}</span>
        {loss.mayWrite && !writing && (
          <Button size={wide ? 's' : 'm'} icon={line ? 'edit' : undefined} onPress={() => setWriting(true)}>
            {line ? lines.change : lines.add}
          </Button>
        )}
      </div>
      {line && !writing && (
        <p className="pt-1">
          <span className="text-ink-3">{words.reasons[line.reason]}</span> {line.line}
          <span className="t12 text-ink-3"> · {line.by}</span>
        </p>
      )}
      {writing && (
        <div className="max-w-xl py-2">
          <LineForm loss={loss} onDone={() => setWriting(false)} />
        </div>
      )}
    </li>
  )
}

type Review = NonNullable<ReturnType<typeof useRead<'GET /api/losses'>>['data']>

function ByReason({ data }: { data: Review }) {
  const { month: m } = useMessages(lossMessages)
  const language = useLanguage()
  const format = useFormat()
  return (
    <Section title={m.byReason} remark={m.byReasonRemark}>
      <Rows>
        {data.byReason.map(({ reason, customers, paid12Fen }) => (
          <Row key={reason ?? ''} end={<span className="tabular-nums">{format.moneyShort(paid12Fen)}</span>}>
            <span className={reason === null ? 'text-amber' : ''}>
              {reason === null ? m.notWritten : lossWords[language].reasons[reason]}
            </span>{' '}
            <span className="text-ink-3">{m.households(customers)}</span>
          </Row>
        ))}
      </Rows>
    </Section>
  )
}
