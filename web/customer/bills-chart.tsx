import { addMonths } from '#domain/kernel/day.ts'
import { BarSeries } from '#web/ui/charts/bar-series.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useMessages } from '#web/ui/messages.ts'
import type { BillMonth } from './customer-types.ts'
import { customerMessages } from './messages.ts'

/** The last twelve months' bills, each with the same month a year before. */
export function BillsChart({ months, height = 128 }: { months: readonly BillMonth[]; height?: number }) {
  const { bills: m } = useMessages(customerMessages)
  const format = useFormat()
  const known = new Map(months.map(({ month, totalFen }) => [month, totalFen]))
  const newest = months.at(-1)?.month
  if (newest === undefined) return <p className="t13 py-2 text-ink-3">{m.none}</p>
  const shown = Array.from({ length: 12 }, (_, i) => addMonths(newest, i - 11)).filter((month) => known.has(month))
  const bars = shown.map((month) => {
    const last = known.get(addMonths(month, -12))
    return {
      label: format.month(month),
      value: (known.get(month) ?? 0) / 100,
      ...(last === undefined ? {} : { last: last / 100 }),
      tone: month === newest ? ('now' as const) : ('past' as const),
      shown: month === newest,
    }
  })
  const money = (yuan: number): string => format.number(yuan)
  return (
    <BarSeries
      className="pt-3"
      height={height}
      axis
      labelHead={m.month}
      bars={bars}
      format={money}
      summary={m.summary(money(bars[0]?.value ?? 0), money(bars.at(-1)?.value ?? 0))}
    />
  )
}
