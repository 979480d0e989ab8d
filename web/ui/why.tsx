import clsx from 'clsx'
import type { ReactNode } from 'react'
import { Button, Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components'
import { layerClass } from './popover.tsx'
import { useWords } from './words.ts'

export type WhyProps = {
  /** The figure itself, with its unit. */
  children: ReactNode
  /** What it is made of: `Definitions`, rows, a sentence. */
  made: ReactNode
  /** Heading of the answer; 怎么来的 unless given. */
  title?: string
  tone?: 'amber' | 'red'
}

const tones = { amber: 'text-amber', red: 'text-red' }

/** A figure that can be asked why: dotted underline, opens what it is made of. */
export function Why({ children, made, title, tone }: WhyProps) {
  const words = useWords()
  return (
    <DialogTrigger>
      <Button
        className={clsx(
          'touch cursor-help rounded-s text-left font-[inherit] underline decoration-edge decoration-dotted decoration-1 underline-offset-4 data-hovered:decoration-ink',
          tone && tones[tone],
        )}
      >
        {children}
      </Button>
      <Popover
        placement="bottom start"
        offset={8}
        data-hotkeys="off"
        className={clsx(layerClass, 'w-[min(340px,92vw)]')}
      >
        <Dialog className="t13 p-3 outline-none">
          <Heading slot="title" className="t13 mb-1 border-b border-line-2 pb-1.5">
            {title ?? words.why}
          </Heading>
          {made}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
