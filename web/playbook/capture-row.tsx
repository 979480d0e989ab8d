import { createContext, type ReactNode, use } from 'react'
import { IconButton } from '#web/ui/button.tsx'
import { Chip } from '#web/ui/chip.tsx'
import { Popover } from '#web/ui/popover.tsx'

/** Once filed nothing may be added or changed but by opening the contact again. */
export const ClosedContext = createContext(false)

/** `empty`: nothing of the kind is written down, so once filed there is no row for it. */
export function CaptureRow({ name, empty, children }: { name: string; empty: boolean; children: ReactNode }) {
  if (use(ClosedContext) && empty) return null
  return (
    <div className="grid grid-cols-[80px_minmax(0,1fr)] gap-2 border-b border-line py-2">
      <span className="t12 leading-[26px] text-ink-3">{name}</span>
      <div className="flex min-w-0 flex-wrap gap-1.5">{children}</div>
    </div>
  )
}

export function Editing({
  label,
  chip,
  children,
}: {
  label: string
  chip: ReactNode
  children: (close: () => void) => ReactNode
}) {
  const closed = use(ClosedContext)
  if (closed) return <Chip>{chip}</Chip>
  return (
    <Popover
      label={label}
      placement="bottom start"
      className="w-80 max-w-full"
      trigger={<Chip onPress={nothing}>{chip}</Chip>}
    >
      {children}
    </Popover>
  )
}

/** The popover's trigger answers the press itself. */
const nothing = (): void => undefined

export function Adding({ label, children }: { label: string; children: (close: () => void) => ReactNode }) {
  if (use(ClosedContext)) return null
  return (
    <Popover
      label={label}
      className="w-80 max-w-full"
      trigger={<IconButton label={label} icon="plus" size="s" kind="bare" />}
    >
      {children}
    </Popover>
  )
}
