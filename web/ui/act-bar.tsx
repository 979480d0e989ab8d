import clsx from 'clsx'
import type { ReactNode } from 'react'

/** The acts of a pane, stuck to its foot: the one filled button first, quiet remarks at the end. */
export function ActBar({ children, end, className }: { children: ReactNode; end?: ReactNode; className?: string }) {
  return (
    <div
      className={clsx(
        'sticky bottom-0 z-10 mt-auto flex min-h-14 flex-none items-center gap-2 overflow-x-auto border-t border-line-2 bg-paper px-4 py-2 lg:px-6',
        className,
      )}
    >
      {children}
      {end !== undefined && (
        <div className="t12 ml-auto hidden items-center gap-3 whitespace-nowrap text-ink-3 lg:flex">{end}</div>
      )}
    </div>
  )
}
