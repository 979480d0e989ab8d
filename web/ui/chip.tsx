import clsx from 'clsx'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { Icon, type IconName } from './icons.tsx'
import { useWords } from './words.ts'

export type ChipProps = {
  children: ReactNode
  icon?: IconName | undefined
  /** A rank or a mark before or after the words goes into `children`. Opens it for editing. */
  onPress?: (() => void) | undefined
  onRemove?: (() => void) | undefined
  /** Dashed: guessed by the program, not yet agreed to. */
  guess?: boolean | undefined
}

/** Something captured; can be opened and removed. */
export function Chip({ children, icon, onPress, onRemove, guess }: ChipProps) {
  const words = useWords()
  return (
    <span
      className={clsx(
        't13 inline-flex min-h-[26px] max-w-full items-center rounded border bg-paper transition-colors has-data-hovered:border-edge has-data-hovered:bg-paper-2 pointer-coarse:min-h-11',
        guess ? 'border-dashed border-edge' : 'border-line-2',
      )}
    >
      {onPress ? (
        <Button
          onPress={onPress}
          className="inline-flex min-w-0 cursor-pointer items-center gap-1.5 self-stretch rounded px-2 text-left"
        >
          {icon && <Icon name={icon} small className="text-ink-3" />}
          {children}
        </Button>
      ) : (
        <span className="inline-flex min-w-0 items-center gap-1.5 px-2">
          {icon && <Icon name={icon} small className="text-ink-3" />}
          {children}
        </span>
      )}
      {onRemove && (
        <Button
          aria-label={words.clear}
          onPress={onRemove}
          className="touch mr-1 flex size-5 flex-none cursor-pointer items-center justify-center rounded-s text-ink-3 data-hovered:text-ink"
        >
          <Icon name="x" small />
        </Button>
      )}
    </span>
  )
}
