import clsx from 'clsx'
import type { ReactNode } from 'react'

type PaneHeadProps = { title: string; remark?: ReactNode; end?: ReactNode; act?: ReactNode; className?: string }

/** The 40 px head of a pane: its name, a grey remark, a grey fact at the end. */
export function PaneHead({ title, remark, end, act, className = 'lg:px-5' }: PaneHeadProps) {
  return (
    <header
      className={clsx(
        't12 sticky top-0 z-10 flex h-10 flex-none items-center gap-2 border-b border-line bg-paper px-4 text-ink-3',
        className,
      )}
    >
      <b className="t13 text-ink">{title}</b>
      {remark !== undefined && <span className="cut min-w-0">{remark}</span>}
      {act !== undefined && <span className="ml-auto flex-none">{act}</span>}
      {end !== undefined && <span className="ml-auto whitespace-nowrap max-md:hidden">{end}</span>}
    </header>
  )
}
