import clsx from 'clsx'
import type { ReactNode } from 'react'
import { ToggleButton } from 'react-aria-components'
import { Icon, type IconName } from '#web/ui/icons.tsx'

export type RoundKey = {
  id: string
  icon: IconName
  label: string
  on: boolean
  /** A second, smaller line: it was so last time too. */
  note?: string | undefined
  onPress: () => void
}

/** A key of the grid, and how it looks while nothing is the matter. */
export const keyFace =
  't13 flex h-16 min-w-0 cursor-pointer flex-col items-center justify-center gap-0.5 rounded border px-0.5 transition-colors'
export const keyRest = 'border-line-2 bg-paper text-ink data-hovered:border-edge'

/** Large keys for the thumb, four in a row: one is pressed where something is not in order. */
export function KeysGrid({
  title,
  keys,
  children,
}: {
  title: string
  keys: readonly RoundKey[]
  children?: ReactNode
}) {
  return (
    <section aria-label={title} className="px-5 pt-3 pb-4">
      <p aria-hidden className="t12 pb-2 text-ink-3">
        {title}
      </p>
      <div className="grid grid-cols-4 gap-2">
        {keys.map(({ id, icon, label, on, note, onPress }) => (
          <ToggleButton
            key={id}
            isSelected={on}
            onChange={onPress}
            className={clsx(keyFace, on ? 'border-amber-mark bg-amber-wash font-strong text-amber' : keyRest)}
          >
            <Icon name={icon} className={on ? 'text-amber' : 'text-ink-3'} />
            <span className="cut max-w-full">{label}</span>
            {note !== undefined && <span className="t11 cut max-w-full font-normal text-ink-3">{note}</span>}
          </ToggleButton>
        ))}
        {children}
      </div>
    </section>
  )
}
