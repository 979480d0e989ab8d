import clsx from 'clsx'
import {
  Button,
  Input,
  SearchField as AriaSearchField,
  type SearchFieldProps as AriaSearchFieldProps,
} from 'react-aria-components'
import { controlClass, fieldClass } from './field.tsx'
import { Icon } from './icons.tsx'
import { useWords } from './words.ts'

export type SearchFieldProps = Omit<AriaSearchFieldProps, 'children' | 'className' | 'style' | 'aria-label'> & {
  /** Its accessible name, and the placeholder unless another is given. */
  label: string
  placeholder?: string | undefined
  className?: string | undefined
}

/** Filters what is below it; Esc empties it. */
export function SearchField({ label, placeholder = label, className, ...rest }: SearchFieldProps) {
  const words = useWords()
  return (
    <AriaSearchField {...rest} aria-label={label} className={clsx(fieldClass(className), 'group')}>
      <div className="relative">
        <Icon
          name="search"
          small
          className="pointer-events-none absolute top-1/2 left-2.5 -translate-y-1/2 text-ink-3"
        />
        <Input
          placeholder={placeholder}
          className={clsx(controlClass, 't13 px-8 [&::-webkit-search-cancel-button]:hidden')}
        />
        <Button
          aria-label={words.clear}
          className="absolute top-1/2 right-1.5 flex size-6 -translate-y-1/2 cursor-pointer items-center justify-center rounded-s text-ink-3 group-data-empty:hidden data-hovered:bg-paper-3"
        >
          <Icon name="x" small />
        </Button>
      </div>
    </AriaSearchField>
  )
}
