import clsx from 'clsx'
import { Link as AriaLink, type LinkProps as AriaLinkProps } from 'react-aria-components'

export type LinkProps = Omit<AriaLinkProps, 'className' | 'style'> & {
  /** `quiet`: ink, underlined on hover; for names inside rows. */
  quiet?: boolean | undefined
  className?: string | undefined
}

/** Goes somewhere (`href`) or, without one, acts (`onPress`); the router is given once by the app. */
export function Link({ quiet, className, ...rest }: LinkProps) {
  return (
    <AriaLink
      {...rest}
      className={clsx(
        'touch cursor-pointer rounded-s underline-offset-3 data-hovered:underline data-disabled:cursor-default data-disabled:text-ink-3',
        quiet ? 'text-inherit' : 'text-jade',
        className,
      )}
    />
  )
}
