import clsx from 'clsx'
import { IconButton } from './button.tsx'
import type { DataColumn } from './data-column.ts'
import { Icon } from './icons.tsx'
import { Menu } from './menu.tsx'
import { useWords } from './words.ts'

export type Sort = { key: string; down: boolean }

type HeadProps = {
  columns: readonly DataColumn<never>[]
  sort: Sort | undefined
  onSort: ((sort: Sort) => void) | undefined
  all: { ticked: number; of: number } | undefined
  onAll: (on: boolean) => void
}

/** Column heads that stay while rows scroll; a press sorts, a second one turns the order. */
export function DataTableHead({ columns, sort, onSort, all, onAll }: HeadProps) {
  const words = useWords()
  return (
    <div role="rowgroup" className="sticky top-0 z-10 bg-paper">
      <div
        role="row"
        aria-rowindex={1}
        className="t12 grid h-8 grid-cols-(--tracks) items-center border-b border-line-2 text-ink-3"
      >
        {all && (
          <span role="columnheader" className="touch">
            <input
              type="checkbox"
              aria-label={words.selectAll}
              checked={all.of > 0 && all.ticked >= all.of}
              ref={(box) => {
                if (box) box.indeterminate = all.ticked > 0 && all.ticked < all.of
              }}
              onChange={(event) => onAll(event.target.checked)}
              className="size-4 align-[-3px] accent-jade-fill"
            />
          </span>
        )}
        {columns.map((column) => (
          <Head key={column.key} column={column} sorted={sort?.key === column.key ? sort : undefined} onSort={onSort} />
        ))}
      </div>
    </div>
  )
}

type OneHead = { column: DataColumn<never>; sorted: Sort | undefined; onSort: HeadProps['onSort'] }

function Head({ column: { key, title, num, sortable }, sorted, onSort }: OneHead) {
  return (
    <span
      role="columnheader"
      {...(sortable
        ? { 'aria-sort': sorted ? (sorted.down ? ('descending' as const) : ('ascending' as const)) : ('none' as const) }
        : {})}
      className={clsx('cut px-2 first:pl-0 last:pr-0', num && 'text-right')}
    >
      {sortable && onSort ? (
        <button
          type="button"
          data-ring="in"
          onClick={() => onSort({ key, down: sorted ? !sorted.down : num === true })}
          className={clsx(
            'inline-flex h-8 cursor-pointer items-center gap-0.5 rounded-s hover:text-ink',
            sorted && 'font-strong text-ink',
          )}
        >
          {title}
          {sorted && <Icon name={sorted.down ? 'down' : 'up'} small />}
        </button>
      ) : (
        title
      )}
    </span>
  )
}

export type ColumnsMenuProps = {
  columns: readonly DataColumn<never>[]
  hidden: readonly string[]
  onChange: (hidden: string[]) => void
}

/** Lets the reader choose which columns a `DataTable` shows. */
export function ColumnsMenu({ columns, hidden, onChange }: ColumnsMenuProps) {
  const words = useWords()
  const free = columns.filter(({ fixed }) => fixed !== true)
  return (
    <Menu
      label={words.columns}
      trigger={<IconButton label={words.columns} icon="columns" kind="bare" />}
      choices={free.map(({ key, title }) => ({ id: key, label: title }))}
      selected={free.map(({ key }) => key).filter((key) => !hidden.includes(key))}
      onChoose={(key) => onChange(hidden.includes(key) ? hidden.filter((other) => other !== key) : [...hidden, key])}
    />
  )
}
