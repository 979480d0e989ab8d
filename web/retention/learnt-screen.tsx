import type { Contract } from '#api/contract.ts'
import type { Reply } from '#api/endpoint.ts'
import { sentence } from '#domain/kernel/said.ts'
import { useRead } from '#web/client/query.ts'
import { useFormat } from '#web/ui/format.ts'
import { useLanguage } from '#web/ui/language.tsx'
import { Link } from '#web/ui/link.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Row, Rows, Section } from '#web/ui/section.tsx'
import { EmptyState, ErrorState, SkeletonRows } from '#web/ui/states.tsx'
import { Table } from '#web/ui/table.tsx'
import { retentionMessages } from './messages.ts'
import { keepWords, reasonTree, refusals } from './retention-types.ts'

type Way = Reply<Contract['GET /api/retention-learnt']>['ways'][number]

/** What closed cases taught: the tree of reasons, the ways beside each other, and one line each. */
export function LearntScreen() {
  const m = useMessages(retentionMessages)
  const language = useLanguage()
  const f = useFormat()
  const { reasonNames, sideNames, wayNames } = keepWords[language]
  const { data, error, refetch } = useRead('GET /api/retention-learnt', {})
  if (error && !data) return <ErrorState {...m.failed} onRetry={() => void refetch()} />
  if (!data) return <SkeletonRows rows={6} />
  const known = new Map(data.reasons.map((row) => [row.reason, row]))
  const branches = reasonTree
    .map(({ side, ids }) => ({ side, rows: ids.flatMap((id) => known.get(id) ?? []) }))
    .filter(({ rows }) => rows.length > 0)
  if (branches.length === 0) return <EmptyState title={m.learnt.none} hint={m.learnt.noneHint} icon="learn" />
  return (
    <div className="grid gap-4 px-4 py-3 lg:grid-cols-2 lg:gap-x-8 lg:px-6">
      <Section title={m.learnt.reasons} remark={m.learnt.reasonsRemark}>
        {branches.map(({ side, rows }) => (
          <Table
            key={side}
            label={sideNames[side]}
            rows={rows}
            rowKey={({ reason }) => reason}
            columns={[
              { key: 'reason', title: sideNames[side], render: ({ reason }) => reasonNames[reason] },
              { key: 'cases', title: m.learnt.cases, num: true, width: '5em', render: ({ cases }) => f.number(cases) },
              { key: 'left', title: m.learnt.left, num: true, width: '5em', render: ({ left }) => f.number(left) },
            ]}
          />
        ))}
        {data.gap.of > 0 && <p className="t13 pt-3 text-ink-2">{m.learnt.gap(data.gap.short, data.gap.of)}</p>}
      </Section>
      <Section title={m.learnt.lessons} remark={m.learnt.lessonsRemark}>
        <Rows>
          {data.lessons.map(({ caseId, text, reason, by, on, proposed }) => (
            <Row
              key={caseId}
              note={[reasonNames[reason], by, on.slice(5)].filter(Boolean).join(' · ')}
              end={proposed ? <span className="t12 text-jade">{m.learnt.proposed}</span> : undefined}
            >
              <Link href={`/retention/${caseId}`} quiet>
                {text}
              </Link>
            </Row>
          ))}
        </Rows>
      </Section>
      <Section title={m.learnt.ways} remark={m.learnt.waysRemark} className="lg:col-span-2">
        <Table
          label={m.learnt.ways}
          rows={data.ways}
          rowKey={({ way }) => way}
          columns={[
            { key: 'way', title: m.learnt.way, render: ({ way }) => wayNames[way] },
            {
              key: 'stayed',
              title: m.learnt.stayed,
              num: true,
              render: ({ rate, of }) =>
                rate
                  ? m.learnt.rate(f.percent(rate.value), f.percent(rate.low), f.percent(rate.high))
                  : m.learnt.few(of, data.least),
            },
            {
              key: 'caused',
              title: m.learnt.caused,
              width: '46%',
              render: ({ caused }) => <Caused caused={caused} />,
            },
          ]}
        />
      </Section>
    </div>
  )
}

/** What a campaign's holdout says of a way: the share it kept, with its interval, or why nothing can be said yet. */
function Caused({ caused }: { caused: Way['caused'] }) {
  const m = useMessages(retentionMessages)
  const f = useFormat()
  const language = useLanguage()
  if (!caused) return <span className="text-ink-3">{m.learnt.untried}</span>
  const { title, said, share } = caused
  const points = (part: number): string => f.number(part * 100, 1)
  return (
    <span className="block whitespace-normal">
      {share && <b className="mr-2">{m.learnt.points(points(share.value), points(share.low), points(share.high))}</b>}
      <span className="text-ink-2">{sentence(refusals[language], said)}</span>
      <span className="t12 block text-ink-3">{m.learnt.by(title)}</span>
    </span>
  )
}
