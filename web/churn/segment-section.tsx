import type { Contract } from '#api/contract.ts'
import type { Reply } from '#api/endpoint.ts'
import { useRead } from '#web/client/query.ts'
import { useFormat } from '#web/ui/format.ts'
import { useMessages } from '#web/ui/messages.ts'
import { Section } from '#web/ui/section.tsx'
import { SkeletonRows } from '#web/ui/states.tsx'
import { Table } from '#web/ui/table.tsx'
import { modelMessages } from './model-messages.ts'
import type { WarningPage } from './model-board.tsx'

type Segment = Reply<Contract['GET /api/warning/segments']>['segments'][number]

/** What is known without a model: how many customers alike stayed, with intervals; and, where there is none, what it would take. */
export function SegmentSection({ page }: { page: WarningPage }) {
  const m = useMessages(modelMessages)
  const f = useFormat()
  const { data } = useRead('GET /api/warning/segments', {})
  if (!data) return <SkeletonRows rows={3} />
  const { labels, least, model } = page
  const ages = [...new Set(data.segments.flatMap(({ at }) => at.map(({ age }) => age)))].toSorted((a, b) => a - b)
  const leave = ({ at }: Segment, wanted: number) => {
    const found = at.find(({ age }) => age === wanted)
    if (!found) return <span className="t12 text-ink-3">{m.segments.unknown}</span>
    const { value, low, high } = found.leave
    return (
      <>
        {m.segments.leave(f.percent(value, 1), f.percent(low, 1), f.percent(high, 1))}
        {found.basis === 'all' && <span className="t12 block text-ink-3">{m.segments.ofAll}</span>}
      </>
    )
  }
  return (
    <Section className="lg:col-span-2" title={m.segments.title} remark={m.segments.remark(data.within)}>
      {!model && (
        <p className="t13 py-2 text-ink-2">
          {m.segments.few(
            f.number(labels.rows),
            f.number(labels.leavers),
            m.segments.least(least.rows, least.leavers, least.stayers),
          )}
        </p>
      )}
      {data.segments.length === 0 ? (
        <p className="t13 py-2 text-ink-2">{m.segments.none}</p>
      ) : (
        <Table
          label={m.segments.title}
          rows={data.segments}
          rowKey={({ segment }) => segment}
          columns={[
            { key: 'kind', title: m.segments.kind, render: ({ segment }) => m.segments.kinds[segment] },
            {
              key: 'watched',
              title: m.segments.watched,
              quiet: true,
              render: ({ customers, leavers }) => m.segments.watchedOf(f.number(customers), f.number(leavers)),
            },
            ...ages.map((age) => ({
              key: `after ${age}`,
              title: m.segments.after(age),
              num: true,
              render: (row: Segment) => leave(row, age),
            })),
          ]}
        />
      )}
    </Section>
  )
}
