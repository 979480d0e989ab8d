import clsx from 'clsx'
import type { ReactNode } from 'react'

export type Fact = {
  question: string
  answer: ReactNode
  /** Beside the answer: unit, or what it was before. */
  beside?: ReactNode
  note?: ReactNode
  tone?: 'amber' | 'red' | undefined
}

const tones = { amber: 'text-amber', red: 'text-red' }

/** A customer's header: who, how valuable, how at risk, what is open. Two by two when narrow. */
export function FourFacts({ facts, className }: { facts: readonly Fact[]; className?: string }) {
  return (
    <div className={clsx('@container', className)}>
      <dl className="grid grid-cols-2 gap-y-3 @xl:grid-cols-4">
        {facts.map(({ question, answer, beside, note, tone }) => (
          <div
            key={question}
            className="min-w-0 border-l border-line px-4 odd:border-l-0 odd:pl-0 @xl:not-first:border-l @xl:not-first:pl-4"
          >
            <dt className="t12 text-ink-3">{question}</dt>
            <dd>
              <span className={clsx('t16 mr-1 font-strong', tone && tones[tone])}>{answer}</span>
              {beside !== undefined && <span className="t13 inline-block text-ink-2">{beside}</span>}
              {note !== undefined && <small className="t12 mt-0.5 block text-ink-2">{note}</small>}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

/** Large figures across a page: 28 px, each with what it is made of. */
export function LeadFigures({ facts, className }: { facts: readonly Fact[]; className?: string }) {
  return (
    <div className={clsx('@container border-b border-line-2 py-4', className)}>
      <dl className="grid grid-cols-2 gap-y-4 @2xl:auto-cols-fr @2xl:grid-flow-col @2xl:grid-cols-none">
        {facts.map(({ question, answer, beside, note, tone }) => (
          <div
            key={question}
            className="min-w-0 border-l border-line px-5 odd:border-l-0 odd:pl-0 @2xl:not-first:border-l @2xl:not-first:pl-5"
          >
            <dt className="t12 text-ink-3">{question}</dt>
            <dd>
              <span className="t28 mr-1.5 font-strong">{answer}</span>
              {beside !== undefined && <span className="t13 inline-block text-ink-2">{beside}</span>}
              {note !== undefined && (
                <small className={clsx('t12 block', tone ? tones[tone] : 'text-ink-2')}>{note}</small>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
