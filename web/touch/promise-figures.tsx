import type { Contract } from '#api/contract.ts'
import type { Reply } from '#api/endpoint.ts'
import { useFormat } from '#web/ui/format.ts'
import { useMessages } from '#web/ui/messages.ts'
import { promiseMessages } from './messages.ts'

type Figures = Reply<Contract['GET /api/promises']>['figures']

/** The kept rate never stands alone: beside it how many promises are made, or it would reward promising nothing. */
export function PromiseFigures({ figures }: { figures: Figures }) {
  const m = useMessages(promiseMessages)
  const format = useFormat()
  const { kept, told, perHundred } = figures
  return (
    <dl aria-label={m.lastDays} className="grid flex-none grid-cols-3 border-b border-line px-4 py-3 lg:px-6">
      {(
        [
          [m.kept, kept.value === null ? null : format.percent(kept.value), kept],
          [m.told, told.value === null ? null : format.percent(told.value), told],
          [m.perHundred, perHundred.value === null ? null : format.number(perHundred.value, 0), perHundred],
        ] as const
      ).map(([name, value, figure]) => (
        <div
          key={name}
          className="min-w-0 pr-3"
          title={`${m.lastDays} · ${m.ofTotal(figure.numerator, figure.denominator)}`}
        >
          <dt className="t12 text-ink-3">{name}</dt>
          <dd className="t20 tabular-nums">{value ?? '—'}</dd>
          <dd className="t12 text-ink-3">
            {value === null ? m.noEvidence : `${m.lastDays} · ${m.ofTotal(figure.numerator, figure.denominator)}`}
          </dd>
        </div>
      ))}
    </dl>
  )
}
