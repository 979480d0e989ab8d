import clsx from 'clsx'
import { memo } from 'react'
import type { DataColumn } from './data-column.ts'
import { useWords } from './words.ts'

type RowProps<T> = {
  index: number
  row: T
  columns: readonly DataColumn<T>[]
  focusable: boolean
  /** Undefined where rows cannot be ticked. */
  ticked: boolean | undefined
  opens: boolean
}

function RowView<T>({ index, row, columns, focusable, ticked, opens }: RowProps<T>) {
  const words = useWords()
  return (
    <div
      role="row"
      data-index={index}
      data-ring="in"
      aria-rowindex={index + 2}
      aria-selected={ticked}
      tabIndex={focusable ? 0 : -1}
      className={clsx(
        'grid h-row grid-cols-(--tracks) items-center border-b border-line hover:bg-paper-2 aria-selected:bg-chosen',
        opens && 'cursor-pointer',
      )}
    >
      {ticked !== undefined && (
        <span role="gridcell" data-tick="" className="flex h-full items-center">
          <input
            type="checkbox"
            tabIndex={-1}
            readOnly
            checked={ticked}
            aria-label={words.selectRow}
            className="size-4 accent-jade-fill"
          />
        </span>
      )}
      {columns.map(({ key, render, num, quiet }) => (
        <span
          role="gridcell"
          key={key}
          className={clsx('cut px-2 first:pl-0 last:pr-0', num && 'text-right', quiet && 'text-ink-2')}
        >
          {render(row)}
        </span>
      ))}
    </div>
  )
}

/** Redrawn only when its own row, tick or columns change. */
export const DataTableRow = memo(RowView) as typeof RowView
