import clsx from 'clsx'
import type { ReactNode } from 'react'
import type { Contract } from '#api/contract.ts'
import type { Reply } from '#api/endpoint.ts'
import { sentence } from '#domain/kernel/said.ts'
import { useRead } from '#web/client/query.ts'
import { useDayOf } from '#web/client/session.tsx'
import { DefinitionRow, Definitions } from '#web/ui/definitions.tsx'
import { Drawer } from '#web/ui/drawer.tsx'
import { useFormat } from '#web/ui/format.ts'
import { Link } from '#web/ui/link.tsx'
import { CanMark } from '#web/ui/marks.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Section } from '#web/ui/section.tsx'
import { SkeletonRows } from '#web/ui/states.tsx'
import { warningMessages } from './messages.ts'

type Risk = Reply<Contract['GET /api/customers/:id/risk']>

type Props = {
  id: string
  name: string
  /** What is done about it: the customer's retention case, or the way to open one. */
  caseOf: (customerId: string) => ReactNode
  onClose: () => void
}

/** What one customer's risk is made of: the parts that add up to it, the four views of the bills, what may be lost. */
export function RiskWhy({ id, name, caseOf, onClose }: Props) {
  const m = useMessages(warningMessages)
  const f = useFormat()
  const dayOf = useDayOf()
  const read = useRead('GET /api/customers/:id/risk', { params: { id } })
  const risk = read.data
  return (
    <Drawer isOpen title={m.list.why(name)} onClose={onClose}>
      {!risk && <SkeletonRows rows={8} />}
      {risk && (
        <div className="grid gap-5 pt-3">
          <p className="flex flex-wrap items-baseline gap-2">
            <b className="t20">
              {risk.risk === null ? (risk.points === null ? '–' : m.list.points(risk.points)) : f.percent(risk.risk)}
            </b>
            {risk.band && <span className="t13 text-ink-2">{m.bands[risk.band]}</span>}
            <span className="t12 text-ink-3">
              {risk.asOf && m.why.asOf(risk.asOf)}
              {risk.model && ` · ${m.why.model_(dayOf(risk.model.trainedAt), risk.model.auc.value.toFixed(2))}`}
            </span>
          </p>
          {risk.unseen && <p className="t12 text-ink-3">{m.why.unseen}</p>}
          {risk.corrected && <p className="t12 text-amber">{m.why.corrected}</p>}
          {risk.by === null ? <Unknown missing={risk.missing} /> : <Parts risk={risk} />}
          {risk.segment && <p className="t13 text-ink-2">{sentence(m.said, risk.segment)}</p>}
          <Health health={risk.health} />
          {risk.atRiskFen !== null && risk.paid12Fen !== null && risk.risk !== null && (
            <Section title={m.why.loss}>
              <p className="t13 py-2">
                {m.why.lossMade(f.money(risk.paid12Fen), f.percent(risk.risk), f.money(risk.atRiskFen))}
              </p>
            </Section>
          )}
          <p className="t12 text-ink-3">{m.why.caution}</p>
          {caseOf(id)}
          <Link href={`/customers/${id}`}>{m.why.page}</Link>
        </div>
      )}
    </Drawer>
  )
}

/** Too little is known: what there would have to be. */
function Unknown({ missing }: { missing: Risk['missing'] }) {
  const m = useMessages(warningMessages)
  const f = useFormat()
  const { bills, use, columns } = missing
  const lacks = [
    ...(bills ? [m.why.bills] : []),
    ...(use ? [m.why.use] : []),
    ...(columns ? [m.why.columns(columns.known, columns.of)] : []),
  ]
  return (
    <p className="t13 text-ink-2">
      {m.why.nothing}
      {lacks.length > 0 && ` ${m.why.missing(f.list(lacks))}`}
    </p>
  )
}

/** Each part to the right when it raises the risk, to the left when it lowers it. */
function Parts({ risk }: { risk: Risk }) {
  const m = useMessages(warningMessages)
  const { parts, by } = risk
  const widest = Math.max(...parts.map(({ weight }) => Math.abs(weight)), 1e-9)
  const signed = (weight: number): string =>
    by === 'signals' ? `+${weight}` : `${weight > 0 ? '+' : ''}${weight.toFixed(2)}`
  return (
    <Section title={m.why.sum} remark={by === 'signals' ? m.why.signals : m.why.model}>
      <ol>
        {parts.map((part, i) => (
          <li key={i} className="t13 border-b border-line py-1.5">
            <div className="flex items-baseline gap-2">
              <CanMark can={part.changeable ? 'yes' : 'no'}>
                <span className="sr-only">{part.changeable ? m.list.can : m.list.cannot}</span>
              </CanMark>
              <span className="min-w-0 flex-1">{sentence(m.said, part)}</span>
              <span className={clsx('num', part.weight > 0 ? 'text-ink' : 'text-ink-3')}>{signed(part.weight)}</span>
            </div>
            <div aria-hidden="true" className="mt-1 grid grid-cols-2">
              <span className="flex justify-end border-r border-line-2">
                {part.weight < 0 && (
                  <span className="h-1 bg-jade-mid" style={{ width: `${(-part.weight / widest) * 100}%` }} />
                )}
              </span>
              <span>
                {part.weight > 0 && (
                  <span className="block h-1 bg-amber-mark" style={{ width: `${(part.weight / widest) * 100}%` }} />
                )}
              </span>
            </div>
          </li>
        ))}
        {risk.intercept !== null && risk.logit !== null && (
          <li className="t13 flex justify-between py-1.5 text-ink-2">
            <span>{m.why.start}</span>
            <span className="num">{risk.intercept.toFixed(2)}</span>
          </li>
        )}
      </ol>
    </Section>
  )
}

function Health({ health }: { health: Risk['health'] }) {
  const m = useMessages(warningMessages)
  const f = useFormat()
  const change = (share: number | null): string =>
    share === null ? m.why.unknown : `${share > 0 ? '+' : ''}${f.percent(share)}`
  return (
    <Section title={m.why.health}>
      <Definitions>
        <DefinitionRow wide term={m.why.longTrend}>
          {change(health.longTrend)}
        </DefinitionRow>
        <DefinitionRow wide term={m.why.shortTrend}>
          {change(health.shortTrend)}
        </DefinitionRow>
        <DefinitionRow wide term={m.why.level}>
          {health.level === null ? m.why.unknown : m.why.levelOf(f.percent(health.level))}
        </DefinitionRow>
        <DefinitionRow wide term={m.why.elasticity}>
          {health.elasticity === null ? m.why.unknown : m.why.back(f.percent(health.elasticity))}
        </DefinitionRow>
      </Definitions>
    </Section>
  )
}
