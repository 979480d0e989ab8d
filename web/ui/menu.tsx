import clsx from 'clsx'
import type { ReactNode } from 'react'
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover, type PopoverProps, Separator } from 'react-aria-components'
import { Icon, type IconName } from './icons.tsx'
import { Kbd } from './kbd.tsx'
import type { Keys } from './keys.ts'
import { layerClass } from './popover.tsx'

export type MenuChoice =
  | {
      id: string
      label: string
      icon?: IconName | undefined
      /** A quiet second line. */
      note?: string | undefined
      hotkey?: Keys | undefined
      /** Red: takes something away. */
      danger?: boolean | undefined
      isDisabled?: boolean | undefined
      href?: string | undefined
      /** Does something, in a menu whose others are ticked: the menu closes. */
      closes?: boolean | undefined
    }
  | { id: string; line: true }

export type MenuProps = {
  label: string
  /** A `Button` or `IconButton`. */
  trigger: ReactNode
  choices: readonly MenuChoice[]
  onChoose: (id: string) => void
  /** Ticks the chosen one: a menu that sets something. */
  selected?: string | readonly string[] | undefined
  placement?: PopoverProps['placement']
}

/** More acts, or one choice out of a few, behind a button. */
export function Menu({ label, trigger, choices, onChoose, selected, placement = 'bottom end' }: MenuProps) {
  const several = Array.isArray(selected)
  const ticked = selected === undefined ? [] : typeof selected === 'string' ? [selected] : selected
  return (
    <MenuTrigger>
      {trigger}
      <Popover
        placement={placement}
        offset={4}
        data-hotkeys="off"
        className={clsx(layerClass, 'min-w-44 overflow-y-auto py-1')}
      >
        <AriaMenu
          aria-label={label}
          className="outline-none"
          onAction={(key) => onChoose(String(key))}
          shouldCloseOnSelect={!several}
          selectionMode={selected === undefined ? 'none' : several ? 'multiple' : 'single'}
          selectedKeys={ticked}
        >
          {choices.map((choice) =>
            'line' in choice ? (
              <Separator key={choice.id} className="my-1 border-t border-line" />
            ) : (
              <Choice key={choice.id} choice={choice} ticks={selected !== undefined} />
            ),
          )}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}

function Choice({ choice, ticks }: { choice: Exclude<MenuChoice, { line: true }>; ticks: boolean }) {
  const { id, label, icon, note, hotkey, danger, isDisabled, href, closes } = choice
  return (
    <MenuItem
      id={id}
      textValue={label}
      isDisabled={isDisabled ?? false}
      {...(href === undefined ? {} : { href })}
      {...(closes ? { shouldCloseOnSelect: true } : {})}
      data-ring="in"
      className={clsx(
        'group flex min-h-8 cursor-pointer items-center gap-2 px-3 py-1 data-disabled:cursor-default data-disabled:text-ink-3 data-focused:bg-paper-3 data-hovered:bg-paper-3 pointer-coarse:min-h-11',
        danger && 'text-red',
      )}
    >
      {ticks && <Icon name="check" small className="invisible text-jade group-data-selected:visible" />}
      {icon && <Icon name={icon} className={danger ? '' : 'text-ink-3'} />}
      <span className="min-w-0 flex-1">
        {label}
        {note !== undefined && <span className="t12 block text-ink-3">{note}</span>}
      </span>
      {hotkey !== undefined && <Kbd keys={hotkey} />}
    </MenuItem>
  )
}
