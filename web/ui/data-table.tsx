import clsx from 'clsx'
import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { type DataColumn, tracksOf, useWide } from './data-column.ts'
import { DataTableHead, type Sort } from './data-table-head.tsx'
import { DataTableRow } from './data-table-row.tsx'
import { useHotkey } from './hotkeys.tsx'
import { type RowWindow, useRowWindow } from './row-window.ts'
import { useWords } from './words.ts'

export type DataTableProps<T> = {
  label: string
  columns: readonly DataColumn<T>[]
  rows: readonly T[]
  rowKey: (row: T) => string
  /** Enter or a press on a row. */
  onOpen?: ((key: string) => void) | undefined
  sort?: Sort | undefined
  onSort?: ((sort: Sort) => void) | undefined
  /** Given: rows have a box to tick. */
  selected?: ReadonlySet<string> | undefined
  onSelected?: ((keys: ReadonlySet<string>) => void) | undefined
  /** Keys of columns the reader has hidden; see `ColumnsMenu`. */
  hidden?: readonly string[] | undefined
  /** How many there are in all, when known. */
  total?: number | undefined
  /** Called when the end comes near; the server pages by key. */
  onMore?: (() => void) | undefined
  loadingMore?: boolean | undefined
  empty?: ReactNode
  /** Its height; `h-full` unless given. */
  className?: string | undefined
}

const NEAR_THE_END = 12
const none: readonly string[] = []

/**
 * A long list: only rows in sight exist, heads stay, arrows and J K move, Space ticks, Enter opens. It fills its parent
 * and scrolls by itself. Cells hold plain text and native inputs, so that a thousand rows stay quick; pass `columns` and
 * `rowKey` that do not change between renders.
 */
export function DataTable<T>(props: DataTableProps<T>) {
  const { label, columns, rows, rowKey, onOpen, sort, onSort, selected, onSelected, hidden = none, total } = props
  const { onMore, loadingMore = false, empty, className } = props
  const words = useWords()
  const scroller = useRef<HTMLDivElement>(null)
  const shown = useShown(columns, hidden)
  const view = useRowWindow(scroller, rows.length)
  const { active, setActive, focusRow } = useActiveRow(scroller, rows.length, view)
  const tick = useTick(props)

  useEffect(() => {
    if (onMore && !loadingMore && rows.length > 0 && view.last >= rows.length - NEAR_THE_END) onMore()
  }, [onMore, loadingMore, view.last, rows.length])

  const openAt = (index: number): void => {
    const row = rows[index]
    if (row !== undefined) onOpen?.(rowKey(row))
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!(event.target instanceof HTMLElement) || event.target.dataset.index === undefined) return
    const to = moved(event.key, active, rows.length, Math.floor((scroller.current?.clientHeight ?? 0) / view.row) - 2)
    if (to !== undefined) focusRow(to)
    else if (event.key === ' ') tick(active, event.shiftKey)
    else if (event.key === 'Enter' && onOpen) openAt(active)
    else return
    event.preventDefault()
  }
  const onClick = (event: MouseEvent): void => {
    if (!(event.target instanceof Element)) return
    const row = event.target.closest<HTMLElement>('[data-index]')
    if (!row) return
    const index = Number(row.dataset.index)
    setActive(index)
    if (event.target.closest('[data-tick]')) tick(index, event.shiftKey)
    else if (!event.target.closest('a, button, input, label')) openAt(index)
  }

  return (
    <div ref={scroller} className={clsx('relative min-h-0 overflow-auto', className ?? 'h-full')}>
      <div
        role="grid"
        aria-label={label}
        aria-rowcount={total === undefined ? (onMore ? -1 : rows.length + 1) : total + 1}
        aria-multiselectable={selected ? true : undefined}
        className="t13"
        tabIndex={-1}
        style={{ '--tracks': tracksOf(shown, selected !== undefined) } as Record<string, string>}
        onKeyDown={onKeyDown}
        onClick={onClick}
      >
        <DataTableHead
          columns={shown}
          sort={sort}
          onSort={onSort}
          all={selected ? { ticked: selected.size, of: rows.length } : undefined}
          onAll={(on) => onSelected?.(new Set(on ? rows.map(rowKey) : []))}
        />
        <div
          role="rowgroup"
          style={{
            paddingTop: view.first * view.row,
            paddingBottom: Math.max(0, rows.length - 1 - view.last) * view.row,
          }}
        >
          {rows.slice(view.first, view.last + 1).map((row, place) => {
            const key = rowKey(row)
            const index = view.first + place
            return (
              <DataTableRow
                key={key}
                index={index}
                row={row}
                columns={shown}
                focusable={index === active}
                ticked={selected?.has(key)}
                opens={onOpen !== undefined}
              />
            )
          })}
        </div>
      </div>
      {rows.length === 0 && empty}
      <p role="status" className="t12 py-1 text-center text-ink-3 empty:hidden">
        {loadingMore ? words.loadingMore : ''}
      </p>
    </div>
  )
}

/** Columns the window has room for and the reader has not hidden. */
function useShown<T>(columns: readonly DataColumn<T>[], hidden: readonly string[]): readonly DataColumn<T>[] {
  const [md, lg] = [useWide('md'), useWide('lg')]
  return useMemo(
    () =>
      columns.filter(
        ({ key, fixed, from }) =>
          (fixed === true || !hidden.includes(key)) && (from === 'md' ? md : from !== 'lg' || lg),
      ),
    [columns, hidden, md, lg],
  )
}

/** One row can be reached by Tab; moving brings the next one into sight, then under the focus. */
function useActiveRow(scroller: RefObject<HTMLDivElement | null>, count: number, view: RowWindow) {
  const [active, setActive] = useState(0)
  const wanted = useRef<number | null>(null)
  const { first, last, row: height } = view
  const focusRow = (index: number): void => {
    const next = Math.max(0, Math.min(count - 1, index))
    const box = scroller.current
    if (!box) return
    setActive(next)
    const head = box.querySelector<HTMLElement>('[role=rowgroup]')?.offsetHeight ?? 0
    const top = next * height
    if (top < box.scrollTop) box.scrollTo({ top })
    else if (top + height + head > box.scrollTop + box.clientHeight)
      box.scrollTo({ top: top + height + head - box.clientHeight })
    wanted.current = next
    focusWanted(box, wanted)
  }
  // The row comes to exist only once the scroll has been seen: that takes as long as it takes.
  useEffect(() => {
    const next = wanted.current
    if (next !== null && next >= first && next <= last) focusWanted(scroller.current, wanted)
  }, [scroller, first, last])
  useHotkey({ keys: 'j', run: () => focusRow(active + 1), enabled: count > 0 })
  useHotkey({ keys: 'k', run: () => focusRow(active - 1), enabled: count > 0 })
  return { active: Math.min(active, Math.max(0, count - 1)), setActive, focusRow }
}

function focusWanted(box: HTMLElement | null, wanted: RefObject<number | null>): void {
  const row = box?.querySelector<HTMLElement>(`[data-index="${wanted.current}"]`)
  if (!row) return
  row.focus({ preventScroll: true })
  wanted.current = null
}

/** Ticks a row; with Shift all from the last one ticked. */
function useTick<T>({
  rows,
  rowKey,
  selected,
  onSelected,
}: DataTableProps<T>): (index: number, through: boolean) => void {
  const [anchor, setAnchor] = useState(0)
  return (index, through) => {
    const row = rows[index]
    if (row === undefined || !selected || !onSelected) return
    const [from, to] = through ? [Math.min(anchor, index), Math.max(anchor, index)] : [index, index]
    const touched = rows.slice(from, to + 1).map(rowKey)
    setAnchor(index)
    onSelected(
      selected.has(rowKey(row))
        ? new Set([...selected].filter((key) => !touched.includes(key)))
        : new Set([...selected, ...touched]),
    )
  }
}

function moved(key: string, active: number, count: number, page: number): number | undefined {
  const places: Record<string, number> = {
    ArrowDown: active + 1,
    ArrowUp: active - 1,
    PageDown: active + page,
    PageUp: active - page,
    Home: 0,
    End: count - 1,
  }
  return places[key]
}
