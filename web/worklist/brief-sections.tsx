import type { Contract } from '#api/contract.ts'
import type { Reply } from '#api/endpoint.ts'
import { addMonths, dayIn } from '#domain/kernel/day.ts'
import type { Params } from '#domain/kernel/said.ts'
import { sentence } from '#domain/kernel/said.ts'
import { keptOfDue, tellingDay } from '#domain/touch/promise-ledger.ts'
import { useSession } from '#web/client/session.tsx'
import { BarSeries } from '#web/ui/charts/bar-series.tsx'
import { useFormat } from '#web/ui/format.ts'
import { Icon } from '#web/ui/icons.tsx'
import { type Can, CanMark } from '#web/ui/marks.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Quote } from '#web/ui/quote.tsx'
import { Row, Rows, Section } from '#web/ui/section.tsx'
import { useWhen } from './decided-list.tsx'
import { workMessages } from './messages.ts'

type Standing = Reply<Contract['GET /api/customers/:id/standing']>
type Expectation = Reply<Contract['GET /api/customers/:id/expectations']>['rows'][number]
type Promised = Reply<Contract['GET /api/customers/:id/promises']>['rows'][number]
type BillMonth = Reply<Contract['GET /api/customers/:id/bills']>['months'][number]

/** Where the risk shows: what can be changed first. */
export function BriefReasons({ reasons }: { reasons: Standing['reasons'] }) {
  const { brief: m, signals } = useMessages(workMessages)
  return (
    <Rows label={m.reasons}>
      {reasons
        .toSorted((a, b) => Number(b.changeable) - Number(a.changeable))
        .map(({ code, params, changeable }) => (
          <Row
            key={code + JSON.stringify(params)}
            end={<CanMark can={changeable ? 'yes' : 'no'}>{changeable ? m.can : m.cannot}</CanMark>}
          >
            {sentence(signals, { code, params: params as Params })}
          </Row>
        ))}
    </Rows>
  )
}

const marks: Record<'can' | 'partly' | 'cannot', Can> = { can: 'yes', partly: 'partly', cannot: 'no' }

/** What the customer wants and has not got yet, in their own order; a feeling stands in their words. */
export function BriefExpectations({ rows }: { rows: readonly Expectation[] }) {
  const { brief: m } = useMessages(workMessages)
  const open = rows.filter(({ state }) => state !== 'met' && state !== 'closed').slice(0, 4)
  return (
    <Section title={m.expectations} remark={m.expectationsRemark}>
      {open.length === 0 ? (
        <p className="t13 py-2 text-ink-3">{m.noExpectations}</p>
      ) : (
        <Rows ordered>
          {open.map(({ id, what, nature, can, agreedWording }, index) => (
            <Row
              key={id}
              lead={index + 1}
              note={agreedWording ?? undefined}
              end={can ? <CanMark can={marks[can]} /> : <span className="text-ink-3">{m.unanswered}</span>}
            >
              {nature === 'emotional' ? <Quote>{what}</Quote> : what}
            </Row>
          ))}
        </Rows>
      )}
    </Section>
  )
}

/** What we owe, then what we last kept or did not; of all that came due how many in time. */
export function BriefPromises({ rows }: { rows: readonly Promised[] }) {
  const { brief: m } = useMessages(workMessages)
  const { branch, today } = useSession()
  const when = useWhen()
  const open = rows.filter(({ state }) => state === 'open').toSorted((a, b) => (a.dueAt < b.dueAt ? -1 : 1))
  const settled = rows
    .filter(({ state }) => state !== 'open')
    .toSorted((a, b) => ((a.settledAt ?? '') < (b.settledAt ?? '') ? 1 : -1))
  const shown = [...open.slice(0, 3), ...settled.slice(0, Math.max(0, 3 - open.length))]
  const { kept, of } = keptOfDue(rows)
  return (
    <Section title={m.promises} remark={of > 0 ? m.promisesKept(kept, of) : undefined}>
      {shown.length === 0 ? (
        <p className="t13 py-2 text-ink-3">{m.noPromises}</p>
      ) : (
        <Rows>
          {shown.map(({ id, what, state, standing, dueAt, settledAt }) => {
            const urgent = standing === 'today' || standing === 'overdue'
            const isToday = dayIn(new Date(dueAt), branch.timeZone) === today
            return (
              <Row
                key={id}
                lead={
                  <Icon
                    name={state === 'kept' ? 'check' : state === 'broken' ? 'x' : 'clock'}
                    small
                    className={
                      state === 'kept' ? 'text-jade' : urgent ? 'text-amber' : state === 'broken' ? 'text-red' : ''
                    }
                  />
                }
                end={
                  state === 'open' ? (
                    <b className={urgent ? 'text-amber' : 'font-normal text-ink-3'}>
                      {isToday ? `${m.today} ` : ''}
                      {when(dueAt)}
                    </b>
                  ) : (
                    <span className="text-ink-3">
                      {dayIn(new Date(tellingDay({ state, dueAt, settledAt })), branch.timeZone).slice(5)}{' '}
                      {m.states[state]}
                    </span>
                  )
                }
              >
                {what}
              </Row>
            )
          })}
        </Rows>
      )}
    </Section>
  )
}

/** Twelve months of bills; what is not the plan itself stands out where it jumped. */
export function BriefBills({ months, using }: { months: readonly BillMonth[]; using: readonly string[] }) {
  const { brief: m } = useMessages(workMessages)
  const format = useFormat()
  const newest = months.at(-1)?.month
  if (newest === undefined) return null
  const known = new Map(months.map((month) => [month.month, month]))
  const shown = Array.from({ length: 12 }, (_, i) => known.get(addMonths(newest, i - 11))).filter(
    (each) => each !== undefined,
  )
  const highest = Math.max(...shown.map(({ totalFen }) => totalFen))
  const money = (value: number): string => format.number(value)
  const bars = shown.map(({ month, totalFen, kinds }) => ({
    label: format.month(month),
    value: Math.round(totalFen / 100),
    part: extraOf(kinds) > 0.08 * totalFen ? Math.round(extraOf(kinds) / 100) : undefined,
    tone: month === newest ? ('now' as const) : ('past' as const),
    shown: month === newest || totalFen === highest,
  }))
  return (
    <Section
      title={m.bills}
      remark={m.billsRemark}
      end={
        using.length > 0 ? (
          <span className="max-lg:hidden">{m.using(using.slice(0, 4).join(m.separator))}</span>
        ) : undefined
      }
    >
      <BarSeries
        summary={m.billsSummary(money(bars[0]?.value ?? 0), money(bars.at(-1)?.value ?? 0))}
        labelHead={m.month}
        format={money}
        height={104}
        bars={bars}
      />
    </Section>
  )
}

const extraOf = (kinds: Readonly<Record<string, number>>): number =>
  Object.entries(kinds).reduce(
    (sum, [kind, fen]) => (kind === 'total' || kind === 'product' ? sum : sum + Math.max(0, fen)),
    0,
  )
