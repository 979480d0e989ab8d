import clsx from 'clsx'
import type { ReactNode } from 'react'
import { ToggleButton, type ToggleButtonProps } from 'react-aria-components'
import { Icon, type IconName } from './icons.tsx'

export type TileProps = Omit<ToggleButtonProps, 'children' | 'className' | 'style'> & { icon: IconName; label: string }

/** A square for the thumb that is pressed only when something is not normal: amber when on. Put them into a `TileGrid`. */
export function Tile({ icon, label, ...rest }: TileProps) {
  return (
    <ToggleButton
      {...rest}
      className="group t13 flex h-16 cursor-pointer flex-col items-center justify-center gap-1 rounded border border-line-2 bg-paper text-ink data-hovered:border-edge data-selected:border-amber-mark data-selected:bg-amber-wash data-selected:font-strong data-selected:text-amber"
    >
      <Icon name={icon} className="text-ink-3 group-data-selected:text-amber" />
      {label}
    </ToggleButton>
  )
}

export const TileGrid = ({ children, className }: { children: ReactNode; className?: string }) => (
  <div className={clsx('grid grid-cols-4 gap-2', className)}>{children}</div>
)
