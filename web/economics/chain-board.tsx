import type { Contract } from '#api/contract.ts'
import type { Reply } from '#api/endpoint.ts'
import type { ChainLink } from '#domain/economics/profit-chain.ts'
import { sentence } from '#domain/kernel/said.ts'
import { useRead } from '#web/client/query.ts'
import { useFormat } from '#web/ui/format.ts'
import { useMessages } from '#web/ui/messages.ts'
import { Section } from '#web/ui/section.tsx'
import { Select } from '#web/ui/select.tsx'
import { ErrorState, SkeletonBrief } from '#web/ui/states.tsx'
import { Why } from '#web/ui/why.tsx'
import { economicsMessages } from './messages.ts'
import { MonthLine } from './month-line.tsx'

type Chain = Reply<Contract['GET /api/team/chain']>
type Series = Chain['series'][number]
type Props = { unit: string | undefined; onUnit: (unit: string) => void }

/** The links of the service-profit chain under each other on one time line; nothing here says which moved which. */
export function ChainBoard({ unit, onUnit }: Props) {
  const m = useMessages(economicsMessages)
  const read = useRead('GET /api/team/chain', { query: unit ? { unit } : {} }, { keep: true })
  if (read.error) return <ErrorState title={m.failed} remedy={m.remedy} onRetry={() => void read.refetch()} />
  if (!read.data) return <SkeletonBrief />
  const { units, series } = read.data
  return (
    <div className="max-w-4xl px-4 pb-8 lg:px-6">
      {units.length > 1 && (
        <Select
          className="w-44 py-3"
          label={m.chain.unit}
          labelHidden
          options={units.map(({ id, name }) => ({ id, label: name }))}
          value={read.data.unit?.id ?? null}
          onChange={onUnit}
        />
      )}
      <Section title={m.chain.title} remark={m.chain.remark}>
        <p className="t12 border-b border-line py-2 text-ink-2">{m.chain.caution}</p>
        <ul aria-label={m.chain.title}>
          {series.map((each) => (
            <Link key={each.link} series={each} chain={read.data} />
          ))}
        </ul>
      </Section>
    </div>
  )
}

function Link({ series, chain }: { series: Series; chain: Chain }) {
  const m = useMessages(economicsMessages)
  const f = useFormat()
  const { link, points, change } = series
  const text = useLinkText()
  const last = points.findLast(({ value }) => value !== null)
  const known = points.filter(({ value }) => value !== null).length
  return (
    <li
      aria-label={m.chainNames[link]}
      className="grid grid-cols-2 items-center gap-x-4 border-b border-line py-2 md:grid-cols-[200px_minmax(0,1fr)]"
    >
      <span className="t13 max-md:col-span-2 max-md:flex max-md:items-baseline max-md:gap-3">
        <span className="text-ink-2">
          {m.chainNames[link]}
          {link === 'pulse' && <span className="t12 text-ink-3"> {m.chain.pulseOf[chain.pulseOf]}</span>}
        </span>
        <span className="block">
          {last?.value == null ? (
            <span className="text-ink-3">{m.chain.none}</span>
          ) : (
            <>
              <span className="t16 font-strong">
                <Why made={<p>{m.chain.made[link]}</p>}>{text.value(link, last.value)}</Why>
              </span>{' '}
              <span className="t12 text-ink-3">{f.month(last.month)}</span>
            </>
          )}
        </span>
        {change !== null && <span className="t12 block text-ink-2">{m.chain.change(text.change(link, change))}</span>}
      </span>
      <span className="min-w-0 max-md:col-span-2">
        {known > 0 ? (
          <MonthLine
            summary={m.chain.summary(m.chainNames[link], known)}
            labelHead={m.chain.month}
            points={points.map(({ month, value }) => ({ label: f.month(month), value }))}
            format={(value) => text.value(link, value)}
          />
        ) : (
          <span className="t12 text-ink-3">{link === 'satisfaction' ? m.chain.noSatisfaction : null}</span>
        )}
        {link === 'pulse' && chain.pulseSaid && (
          <span className="t12 block text-ink-3">{sentence(m.said, chain.pulseSaid)}</span>
        )}
      </span>
    </li>
  )
}

const useLinkText = () => {
  const { chain: m } = useMessages(economicsMessages)
  const f = useFormat()
  const value = (link: ChainLink, value: number): string =>
    link === 'revenue'
      ? f.moneyShort(value)
      : link === 'promisesKept' || link === 'stayed'
        ? f.percent(value, 1)
        : f.number(value, 1)
  const change = (link: ChainLink, by: number): string => {
    const sign = by > 0 ? '+' : ''
    if (link === 'revenue') return `${sign}${f.moneyShort(by)}`
    return link === 'promisesKept' || link === 'stayed'
      ? m.points(`${sign}${f.number(by * 100, 1)}`)
      : `${sign}${f.number(by, 1)}`
  }
  return { value, change }
}
