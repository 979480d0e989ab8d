import clsx from 'clsx'
import type { ReactNode } from 'react'
import {
  Dialog,
  DialogTrigger,
  Popover as AriaPopover,
  type PopoverProps as AriaPopoverProps,
} from 'react-aria-components'

export const layerClass = 'layer rounded border border-line bg-paper text-ink shadow-layer outline-none'

export type PopoverProps = {
  /** What it holds, for assistive technology. */
  label: string
  /** The button that opens it: any pressable of the kit. */
  trigger: ReactNode
  children: ReactNode | ((close: () => void) => ReactNode)
  placement?: AriaPopoverProps['placement']
  className?: string
}

/** A layer beside its trigger; Esc or a press elsewhere closes it. Page keys are silent inside. */
export function Popover({ label, trigger, children, placement = 'bottom start', className }: PopoverProps) {
  return (
    <DialogTrigger>
      {trigger}
      <AriaPopover
        placement={placement}
        offset={6}
        data-hotkeys="off"
        className={clsx(layerClass, 'max-w-[min(400px,92vw)]')}
      >
        <Dialog aria-label={label} className={clsx('p-3 outline-none', className)}>
          {({ close }) => (typeof children === 'function' ? children(close) : children)}
        </Dialog>
      </AriaPopover>
    </DialogTrigger>
  )
}
