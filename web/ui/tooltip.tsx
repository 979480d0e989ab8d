import type { ReactNode } from 'react'
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components'

/** A word about a control on hover or focus. Nothing that must be read: touch has no hover. `children` is one focusable of the kit. */
export function Tooltip({ words, children }: { words: string; children: ReactNode }) {
  return (
    <TooltipTrigger delay={500} closeDelay={100}>
      {children}
      <AriaTooltip offset={6} className="layer t12 max-w-72 rounded-s bg-ink px-2 py-1 text-paper">
        {words}
      </AriaTooltip>
    </TooltipTrigger>
  )
}
