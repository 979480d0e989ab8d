import type { Contract } from '#api/contract.ts'
import type { Reply } from '#api/endpoint.ts'
import { sentence } from '#domain/kernel/said.ts'
import { useRead } from '#web/client/query.ts'
import { useFormat } from '#web/ui/format.ts'
import { LeadFigures } from '#web/ui/four-facts.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Row, Rows, Section } from '#web/ui/section.tsx'
import { ErrorState, SkeletonBrief } from '#web/ui/states.tsx'
import { Why } from '#web/ui/why.tsx'
import { FigureRows } from './figure-rows.tsx'
import { economicsMessages } from './messages.ts'

export type Economics = Reply<Contract['GET /api/economics']>

/** What leaving would cost, keeping beside winning, and every figure behind them: own ones, and those only taught [R-31][R-03][M-06]. */
export function LossBoard() {
  const m = useMessages(economicsMessages)
  const read = useRead('GET /api/economics', {})
  if (read.error) return <ErrorState title={m.failed} remedy={m.remedy} onRetry={() => void read.refetch()} />
  if (!read.data) return <SkeletonBrief />
  const { data } = read
  return (
    <div className="px-4 pb-8 lg:px-6">
      {data.month === null || data.kinds.length === 0 ? (
        <p className="t13 py-4 text-ink-2">{m.loss.none}</p>
      ) : (
        <LossFigures data={data} />
      )}
      <div className="grid gap-x-11 gap-y-6 pt-4 lg:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-6">
          <Kinds data={data} />
          <Section title={m.loss.keep} remark={m.loss.keepBasis[data.keep.basis]}>
            <p className="t13 border-b border-line py-2">{sentence(m.said, data.keep.said)}</p>
          </Section>
          <FigureRows of="own" data={data} />
        </div>
        <FigureRows of="taught" data={data} />
      </div>
    </div>
  )
}

function LossFigures({ data: { loss, figures } }: { data: Economics }) {
  const { loss: m } = useMessages(economicsMessages)
  const f = useFormat()
  const months = figures.find(({ id }) => id === 'months')?.value ?? 0
  return (
    <LeadFigures
      facts={[
        {
          question: m.facts.loss,
          answer: <Why made={<p>{m.made.loss}</p>}>{f.moneyShort(loss.loss.value)}</Why>,
          note: m.span(f.moneyShort(loss.loss.low), f.moneyShort(loss.loss.high)),
        },
        {
          question: m.facts.leaving,
          answer: <Why made={<p>{m.made.leaving}</p>}>{f.number(loss.leaving, 1)}</Why>,
          beside: m.unit,
          note: m.ofPeople(f.number(loss.customers)),
        },
        {
          question: m.facts.worth,
          answer: <Why made={<p>{m.made.worth}</p>}>{f.moneyShort(loss.worth)}</Why>,
          note: m.aheadOf(f.number(months)),
        },
      ]}
    />
  )
}

function Kinds({ data }: { data: Economics }) {
  const { loss: m, kinds } = useMessages(economicsMessages)
  const f = useFormat()
  if (data.kinds.length === 0) return null
  return (
    <Section title={m.byKind}>
      <Rows label={m.byKind}>
        {data.kinds.map(({ kind, customers, unknown, lossFen, factors, staying }) => {
          const stays = staying
            ? `${m.kindLine(f.percent(factors.monthlyStay.value, 1))}${f.comma}${m.counted(f.number(staying.again), f.number(staying.paid))}`
            : `${m.kindLine(f.percent(factors.monthlyStay.value, 1))}${f.comma}${m.start}`
          const left = unknown > 0 && customers > 0 ? m.unknown(f.number(unknown)) : null
          return (
            <Row
              key={kind}
              note={
                <>
                  <span className="block">{stays}</span>
                  {customers === 0 ? m.noChance(f.number(unknown)) : left}
                </>
              }
              end={<span className="num">{customers > 0 ? f.moneyShort(lossFen) : '–'}</span>}
            >
              {kinds[kind]} <span className="text-ink-3">{customers > 0 && m.people(f.number(customers))}</span>
            </Row>
          )
        })}
      </Rows>
    </Section>
  )
}
