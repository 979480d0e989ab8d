import type { ReactNode } from 'react'
import { explainFigure, type Figure, type Formula, type RecordQuery } from '#domain/insight/figure.ts'
import type { RateName } from '#domain/insight/report.ts'
import { type Params, sentence } from '#domain/kernel/said.ts'
import { DefinitionRow, Definitions } from '#web/ui/definitions.tsx'
import { useFormat } from '#web/ui/format.ts'
import { Link } from '#web/ui/link.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Why } from '#web/ui/why.tsx'
import { recordsHref, type Side } from './addresses.ts'
import { insightMessages } from './messages.ts'

const rateOf: Partial<Record<Formula, RateName>> = {
  'figure.promisesKept': 'kept',
  'figure.promisesTold': 'told',
  'figure.promisesPerHundred': 'perHundred',
  'figure.contactedInCadence': 'cadence',
  'figure.overloaded': 'overloaded',
  'figure.welcomeBound': 'bound',
  'figure.welcomeSpoken': 'spoken',
}

export type FigureWhyProps = {
  figure: Figure
  side: Side
  children: ReactNode
  /** What the sentence needs besides both numbers. */
  extra?: Params
}

/** A figure that says how it was made and opens to the records on both its sides. [P-18] */
export function FigureWhy({ figure, side, children, extra = {} }: FigureWhyProps) {
  const m = useMessages(insightMessages)
  const of = rateOf[figure.source.formula] ?? 'kept'
  return (
    <Why
      made={
        <>
          <p className="pb-1.5">{sentence(m.said, explainFigure(figure, extra))}</p>
          <Definitions>
            <SideRow
              name={m.said['report.numerator']({ of })}
              n={figure.numerator}
              opens={figure.source.numerator}
              side={side}
            />
            <SideRow
              name={m.said['report.denominator']({ of })}
              n={figure.denominator}
              opens={figure.source.denominator}
              side={side}
            />
          </Definitions>
        </>
      }
    >
      {children}
    </Why>
  )
}

function SideRow({ name, n, opens, side }: { name: string; n: number; opens: RecordQuery; side: Side }) {
  const m = useMessages(insightMessages)
  const { number } = useFormat()
  return (
    <DefinitionRow term={number(n)} wide>
      <span className="flex items-baseline gap-2">
        <span className="min-w-0 flex-1">{name}</span>
        {n > 0 && (
          <Link href={recordsHref(side, opens)} aria-label={`${m.open} ${name}`}>
            {m.open}
          </Link>
        )}
      </span>
    </DefinitionRow>
  )
}
