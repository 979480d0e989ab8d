import clsx from 'clsx'
import { type ReactNode, useRef } from 'react'
import { ListBox, ListBoxItem } from 'react-aria-components'
import { useHotkey } from './hotkeys.tsx'
import { Icon, type IconName } from './icons.tsx'

export type RankedItem = {
  id: string
  rank: number
  /** What kind of subject it is: person, group, outlet. */
  icon: IconName
  name: string
  /** After the name, grey: the formal name; the first to give way when room is short. */
  second?: string | undefined
  /** After both: how it is read, the `Tier` mark. */
  beside?: ReactNode
  /** Why now, one sentence; it wraps and is never cut. */
  why: ReactNode
  value?: string | undefined
  due?: string | undefined
  dueTone?: 'amber' | 'red' | undefined
}

export type RankedListProps = {
  label: string
  items: readonly RankedItem[]
  selected: string | null
  onSelect: (id: string) => void
  /** Enter, or a double press. */
  onOpen?: ((id: string) => void) | undefined
  /** Column heads: what stands left, the value, the day. */
  heads: readonly [string, string, string]
  /** Names of J and K in the list of keys. */
  next: string
  previous: string
  empty?: ReactNode
}

const columns =
  'grid grid-cols-[20px_20px_minmax(0,1fr)_auto_auto] gap-x-2 pr-4 pl-3 md:grid-cols-[20px_20px_minmax(0,1fr)_minmax(84px,auto)_minmax(76px,auto)] lg:pr-5 lg:pl-3.5'

/** Today's list: rank, kind, name over why, value, due. Arrows, J and K move; the chosen one is marked at its left edge. */
export function RankedList({
  label,
  items,
  selected,
  onSelect,
  onOpen,
  heads,
  next,
  previous,
  empty,
}: RankedListProps) {
  const box = useRef<HTMLDivElement>(null)
  const move = (step: 1 | -1) => (): void => {
    const at = items.findIndex(({ id }) => id === selected)
    const item = items[Math.max(0, Math.min(items.length - 1, at + step))]
    if (!item) return
    onSelect(item.id)
    box.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(item.id)}"]`)?.focus()
  }
  useHotkey({ keys: 'j', label: next, run: move(1) })
  useHotkey({ keys: 'k', label: previous, run: move(-1) })
  return (
    <>
      <div
        aria-hidden="true"
        className={clsx(columns, 't12 h-7 flex-none items-center border-b border-line-2 text-ink-3')}
      >
        <span className="col-start-3">{heads[0]}</span>
        <span className="num">{heads[1]}</span>
        <span className="num">{heads[2]}</span>
      </div>
      <ListBox
        ref={box}
        aria-label={label}
        items={items}
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection
        selectedKeys={selected === null ? [] : [selected]}
        onSelectionChange={(keys) => {
          const [first] = keys
          if (first !== undefined) onSelect(String(first))
        }}
        {...(onOpen ? { onAction: (key) => onOpen(String(key)) } : {})}
        onClickCapture={({ target }) => {
          // A press on the one already chosen is no change of selection, but on a phone it opens the brief.
          const key = target instanceof Element ? target.closest('[data-key]')?.getAttribute('data-key') : null
          if (key && key === selected) onSelect(key)
        }}
        renderEmptyState={() => empty}
        className="min-h-0 flex-1 overflow-y-auto outline-none"
      >
        {(item) => <RankedRow item={item} />}
      </ListBox>
    </>
  )
}

function RankedRow({ item }: { item: RankedItem }) {
  const { id, rank, icon, name, second, beside, why, value, due, dueTone } = item
  return (
    <ListBoxItem
      id={id}
      textValue={name}
      data-ring="in"
      className={clsx(
        columns,
        'relative cursor-pointer items-baseline border-b border-line pt-[9px] pb-2 data-hovered:bg-paper-2 data-selected:bg-chosen',
        'before:absolute before:inset-y-0 before:left-0 before:w-[3px] data-selected:before:bg-jade-fill',
      )}
    >
      <span className="t12 text-right text-ink-3">{rank}</span>
      <span className="h-5 self-start text-ink-3">
        <Icon name={icon} />
      </span>
      <span className="flex min-w-0 items-center gap-x-2">
        <b className="whitespace-nowrap">{name}</b>
        {second !== undefined && <span className="cut min-w-0 text-ink-2">{second}</span>}
        {beside}
      </span>
      <span className="num">{value}</span>
      <span
        className={clsx(
          'num',
          dueTone === 'amber' && 'font-strong text-amber',
          dueTone === 'red' && 'font-strong text-red',
        )}
      >
        {due}
      </span>
      <span className="t13 col-span-3 col-start-3 pt-0.5 text-ink-2">{why}</span>
    </ListBoxItem>
  )
}
