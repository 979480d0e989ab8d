import clsx from 'clsx'
import type { ReactNode } from 'react'

export type TableColumn<T> = {
  key: string
  title: string
  render: (row: T, index: number) => ReactNode
  /** Figures and days: right-aligned, unbroken. */
  num?: boolean
  /** Second text, such as who said it. */
  quiet?: boolean
  /** Any CSS length or percentage. */
  width?: string
}

export type TableProps<T> = {
  label: string
  columns: readonly TableColumn<T>[]
  rows: readonly T[]
  rowKey: (row: T) => string
  className?: string
}

/** A short table that is only read: a ledger inside a section. For lists that sort, select or scroll use `DataTable`. */
export function Table<T>({ label, columns, rows, rowKey, className }: TableProps<T>) {
  return (
    <div className={clsx('relative overflow-x-auto', className)}>
      <table aria-label={label} className="t13 w-full border-collapse">
        <thead>
          <tr>
            {columns.map(({ key, title, num, width }) => (
              <th
                key={key}
                scope="col"
                style={{ width }}
                className={clsx(
                  't12 h-7 border-b border-line px-2 text-ink-3 first:pl-0 last:pr-0',
                  num ? 'num' : 'text-left whitespace-nowrap',
                )}
              >
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={rowKey(row)} className="hover:bg-paper-2">
              {columns.map(({ key, render, num, quiet }) => (
                <td
                  key={key}
                  className={clsx(
                    'h-row border-b border-line px-2 py-1 first:pl-0 last:pr-0',
                    num && 'num',
                    quiet && 'text-ink-2',
                  )}
                >
                  {render(row, index)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
