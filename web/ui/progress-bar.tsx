import { ProgressBar as AriaProgressBar } from 'react-aria-components'
import type { ReactNode } from 'react'

export type ProgressBarProps = {
  label: string
  /** 0 to 1; without it the end is not known. */
  share?: number
  /** What has been done: 41,200 / 1,224,325 行. */
  remark?: string
  /** At the end: a cancel button. */
  end?: ReactNode
}

/** How far a long job has come; it can usually be cancelled. */
export function ProgressBar({ label, share, remark, end }: ProgressBarProps) {
  return (
    <div className="flex items-center gap-3">
      <AriaProgressBar
        isIndeterminate={share === undefined}
        value={(share ?? 0) * 100}
        valueLabel={remark ?? null}
        aria-label={label}
        className="flex flex-1 flex-col gap-1.5"
      >
        {({ percentage, isIndeterminate }) => (
          <>
            <div className="flex items-baseline gap-2">
              <span>{label}</span>
              <span className="t12 text-ink-3">{remark}</span>
              <span className="t13 ml-auto text-ink-2">{isIndeterminate ? '' : `${Math.floor(percentage ?? 0)}%`}</span>
            </div>
            <div className="h-1 overflow-hidden rounded-full bg-line">
              <div
                className={
                  isIndeterminate
                    ? 'h-full w-1/3 bg-jade-mid motion-safe:animate-pulse'
                    : 'h-full bg-jade-fill transition-[width]'
                }
                style={isIndeterminate ? {} : { width: `${percentage ?? 0}%` }}
              />
            </div>
          </>
        )}
      </AriaProgressBar>
      {end}
    </div>
  )
}
