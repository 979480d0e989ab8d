import clsx from 'clsx'
import type { ReactNode } from 'react'
import { Switch as AriaSwitch, type SwitchProps as AriaSwitchProps } from 'react-aria-components'

export type SwitchProps = Omit<AriaSwitchProps, 'children' | 'className' | 'style'> & {
  children: ReactNode
  className?: string | undefined
}

/** On or off at once, such as 对客. Its input is hidden: tests click the words. */
export function Switch({ children, className, ...rest }: SwitchProps) {
  return (
    <AriaSwitch
      {...rest}
      className={clsx(
        'group touch inline-flex cursor-pointer items-center gap-2 rounded-s whitespace-nowrap text-ink-2 data-disabled:cursor-default data-disabled:text-ink-3',
        className,
      )}
    >
      <span className="relative h-[18px] w-[30px] flex-none rounded-full border border-edge bg-paper transition-colors group-data-selected:border-jade-fill group-data-selected:bg-jade-fill">
        <span className="absolute top-[2px] left-[2px] size-3 rounded-full bg-edge transition-[left] group-data-selected:left-[14px] group-data-selected:bg-on-jade" />
      </span>
      {children}
    </AriaSwitch>
  )
}
