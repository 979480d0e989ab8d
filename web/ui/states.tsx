import type { ReactNode } from 'react'
import { Button } from './button.tsx'
import { Icon, type IconName } from './icons.tsx'
import { useWords } from './words.ts'

/** Nothing here, and what to do next: `children` is one button or link. */
export function EmptyState({
  title,
  hint,
  icon,
  children,
}: {
  title: string
  hint?: string
  icon?: IconName
  children?: ReactNode
}) {
  return (
    <div className="flex flex-col items-center gap-1 px-6 py-12 text-center">
      {icon && <Icon name={icon} className="mb-1 size-6! text-ink-3" />}
      <p className="t14 font-strong">{title}</p>
      {hint !== undefined && <p className="t13 max-w-sm text-ink-2">{hint}</p>}
      {children !== undefined && <div className="mt-3 flex gap-2">{children}</div>}
    </div>
  )
}

export type ErrorStateProps = {
  /** What happened, in the reader's words. */
  title: string
  /** What to do about it. */
  remedy: string
  onRetry?: (() => void) | undefined
  /** A request number or code, for whoever is asked for help. */
  code?: string | undefined
}

/** What happened and what to do; stands where the content would. */
export function ErrorState({ title, remedy, onRetry, code }: ErrorStateProps) {
  const words = useWords()
  return (
    <div role="alert" className="flex flex-col items-center gap-1 px-6 py-12 text-center">
      <Icon name="alert" className="mb-1 size-6! text-red" />
      <p className="t14 font-strong">{title}</p>
      <p className="t13 max-w-sm text-ink-2">{remedy}</p>
      {onRetry && (
        <Button className="mt-3" onPress={onRetry}>
          {words.retry}
        </Button>
      )}
      {code !== undefined && <p className="t12 mt-2 text-ink-3">{code}</p>}
    </div>
  )
}

const banners = {
  note: { wash: 'bg-paper-2', ink: 'text-ink-2', icon: 'note' },
  good: { wash: 'bg-jade-wash', ink: 'text-jade', icon: 'check' },
  soon: { wash: 'bg-amber-wash', ink: 'text-amber', icon: 'alert' },
  now: { wash: 'bg-red-wash', ink: 'text-red', icon: 'alert' },
} as const

export type BannerProps = {
  tone?: keyof typeof banners
  icon?: IconName
  title?: string
  children?: ReactNode
  end?: ReactNode
}

/** One thing about the whole page that must be seen first: offline, provisional, a market day. */
export function Banner({ tone = 'note', icon, title, children, end }: BannerProps) {
  const { wash, ink, icon: usual } = banners[tone]
  return (
    <div
      role={tone === 'now' ? 'alert' : 'note'}
      className={`t13 flex items-start gap-2 border-y border-line px-5 py-2.5 ${wash}`}
    >
      <Icon name={icon ?? usual} className={ink} />
      <div className="min-w-0 flex-1">
        {title !== undefined && <b className={`block ${ink}`}>{title}</b>}
        <span className="text-ink-2">{children}</span>
      </div>
      {end}
    </div>
  )
}

const Bone = ({ className }: { className: string }) => (
  <div className={`rounded-s bg-line motion-safe:animate-pulse ${className}`} />
)

/** Grey shapes where rows will be: the same height, so that nothing jumps. */
export function SkeletonRows({ rows = 5 }: { rows?: number }) {
  const words = useWords()
  return (
    <div role="status" aria-label={words.loading}>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className="flex h-row items-center gap-4 border-b border-line">
          <Bone className="h-3 flex-1" />
          <Bone className="h-3 w-16" />
          <Bone className="h-3 w-12" />
        </div>
      ))}
    </div>
  )
}

/** The shape of a ranked list. */
export function SkeletonList({ rows = 6 }: { rows?: number }) {
  const words = useWords()
  return (
    <div role="status" aria-label={words.loading}>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className="flex h-15 flex-col justify-center gap-2 border-b border-line pr-5 pl-[70px]">
          <div className="flex justify-between">
            <Bone className="h-3.5 w-40" />
            <Bone className="h-3.5 w-16" />
          </div>
          <Bone className="h-3 w-4/5" />
        </div>
      ))}
    </div>
  )
}

/** The shape of a brief: name, four facts, sections. */
export function SkeletonBrief() {
  const words = useWords()
  return (
    <div role="status" aria-label={words.loading} className="flex flex-col gap-4 px-6 py-4">
      <Bone className="h-6 w-48" />
      <div className="grid grid-cols-4 gap-4">
        {Array.from({ length: 4 }, (_, place) => (
          <Bone key={place} className="h-14" />
        ))}
      </div>
      <SkeletonRows rows={4} />
      <SkeletonRows rows={3} />
    </div>
  )
}
