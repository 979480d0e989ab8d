import clsx from 'clsx'
import type { ReactNode } from 'react'

/** Grey word left, fact right, hairlines between. */
export function Definitions({ children, className }: { children: ReactNode; className?: string }) {
  return <dl className={clsx('t13', className)}>{children}</dl>
}

/** One fact with its name; `wide` gives the name 84 px instead of 64 (phones, English). */
export function DefinitionRow({ term, children, wide }: { term: string; children: ReactNode; wide?: boolean }) {
  return (
    <div
      className={clsx(
        'grid gap-2 border-b border-line py-[7px]',
        wide ? 'grid-cols-[96px_minmax(0,1fr)]' : 'grid-cols-[64px_minmax(0,1fr)]',
      )}
    >
      <dt className="text-ink-3">{term}</dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  )
}
