import clsx from 'clsx'
import { type ReactNode, useId } from 'react'

export type SectionProps = {
  title: string
  /** Grey, after the title: count, unit, order. */
  remark?: ReactNode
  /** At the far end: one link or a grey fact. */
  end?: ReactNode
  children: ReactNode
  /** The title's level in the page; 2 unless it stands inside another section. */
  level?: 2 | 3
  className?: string | undefined
}

/** A word, a remark (under the word where there is no room beside it), one link, a stronger hairline, then rows. Sections never nest their boxes: there are none. */
export function Section({ title, remark, end, children, level = 2, className }: SectionProps) {
  const id = useId()
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <section aria-labelledby={id} className={clsx('min-w-0', className)}>
      <header className="flex min-h-8 items-baseline gap-2 border-b border-line-2 pt-1.5 pb-1">
        <div className="flex min-w-0 flex-wrap items-baseline gap-x-2">
          <Heading id={id} className="t13">
            {title}
          </Heading>
          {remark !== undefined && <span className="t12 min-w-0 text-ink-3">{remark}</span>}
        </div>
        {end !== undefined && <span className="t12 ml-auto whitespace-nowrap text-ink-3">{end}</span>}
      </header>
      {children}
    </section>
  )
}

/** A list of hairline rows; leads, words and ends stand under each other. */
export function Rows({
  children,
  ordered,
  label,
  stacked,
  className,
}: {
  children: ReactNode
  ordered?: boolean
  label?: string
  /** The ends are wide: on a phone they stand under the words instead of squeezing them. */
  stacked?: boolean
  className?: string
}) {
  const List = ordered ? 'ol' : 'ul'
  return (
    <List
      aria-label={label}
      data-stacked={stacked || undefined}
      className={clsx('group/rows grid grid-cols-[auto_minmax(0,1fr)_auto]', className)}
    >
      {children}
    </List>
  )
}

export type RowProps = {
  /** 18 px before the words: a small icon or a rank. */
  lead?: ReactNode
  children: ReactNode
  /** A second, quieter line. */
  note?: ReactNode
  /** A state, a day, a link: right-aligned; a `CanMark` left-aligned under the others. */
  end?: ReactNode
  className?: string | undefined
}

/** One hairline row inside `Rows`: lead | words over note | end. */
export function Row({ lead, children, note, end, className }: RowProps) {
  return (
    <li
      className={clsx('t13 col-span-3 grid grid-cols-subgrid items-baseline border-b border-line py-[7px]', className)}
    >
      {lead !== undefined && <span className="w-[26px] text-ink-3">{lead}</span>}
      <span
        className={clsx(
          'min-w-0 max-md:group-data-stacked/rows:col-end-4',
          lead === undefined ? 'col-start-1' : 'col-start-2',
          end === undefined ? 'col-end-4' : 'col-end-3',
        )}
      >
        {children}
        {note !== undefined && <span className="t12 block pt-0.5 text-ink-3">{note}</span>}
      </span>
      {end !== undefined && (
        <span
          className={clsx(
            'pl-3 text-right whitespace-nowrap has-[>.can]:text-left max-md:group-data-stacked/rows:col-end-4 max-md:group-data-stacked/rows:pt-1 max-md:group-data-stacked/rows:pl-0 max-md:group-data-stacked/rows:text-left',
            lead === undefined
              ? 'max-md:group-data-stacked/rows:col-start-1'
              : 'max-md:group-data-stacked/rows:col-start-2',
          )}
        >
          {end}
        </span>
      )}
    </li>
  )
}
