import clsx from 'clsx'
import { type ReactNode, useEffect, useRef } from 'react'
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components'

export type TabItem = { id: string; label: string; count?: number | undefined; panel?: ReactNode }

export type SegmentedTabsProps = {
  label: string
  items: readonly TabItem[]
  selected: string
  onSelect: (id: string) => void
  /** Height of the strip; 52 in the bar, 44 over a list. */
  height?: 44 | 52
  className?: string | undefined
}

/** The strip in the bar: label and count, the chosen one underlined in jade; on a phone it fades where more of it can be pulled in. Panels are optional (a list below may itself be the panel). */
export function SegmentedTabs({ label, items, selected, onSelect, height = 44, className }: SegmentedTabsProps) {
  const withPanels = items.some((item) => item.panel !== undefined)
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => pullIn(list.current, `[data-key="${CSS.escape(selected)}"]`), [selected])
  return (
    <AriaTabs selectedKey={selected} onSelectionChange={(key) => onSelect(String(key))} className={className ?? ''}>
      <TabList ref={list} aria-label={label} className="fading flex gap-4 overflow-x-auto">
        {items.map(({ id, label, count }) => (
          <Tab
            key={id}
            id={id}
            data-ring="in"
            className={clsx(
              'flex cursor-pointer items-center gap-1 border-y-2 border-transparent whitespace-nowrap text-ink-3 data-hovered:text-ink data-selected:border-b-jade data-selected:font-strong data-selected:text-ink',
              height === 52 ? 'h-bar' : 'h-11',
            )}
          >
            {label}
            {count !== undefined && <small className="t12 text-ink-3">{count}</small>}
          </Tab>
        ))}
      </TabList>
      {items.map(({ id, panel }) => (
        <TabPanel key={id} id={id} className={withPanels ? '' : 'hidden'}>
          {panel}
        </TabPanel>
      ))}
    </AriaTabs>
  )
}

/** Brings one part of a strip into sight, without moving the page it stands in. */
export function pullIn(strip: HTMLElement | null, part: string): void {
  const chosen = strip?.querySelector<HTMLElement>(part)
  if (!strip || !chosen) return
  const [from, to] = [chosen.offsetLeft - strip.offsetLeft, chosen.offsetLeft - strip.offsetLeft + chosen.offsetWidth]
  const room = strip.clientWidth - FADE
  if (to > strip.scrollLeft + room) strip.scrollLeft = to - room
  if (from < strip.scrollLeft + FADE) strip.scrollLeft = Math.max(0, from - FADE)
}

/** As wide as the end that fades, in px. */
const FADE = 32
