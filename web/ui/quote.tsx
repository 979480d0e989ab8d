import clsx from 'clsx'
import type { ReactNode } from 'react'

/** Captured words, as spoken, in “quotes”. */
export function Quote({ children }: { children: ReactNode }) {
  return <q className="[quotes:'“''”']">{children}</q>
}

/** Words to say, at the left edge of jade; `alternative` is quieter. Use `Fill` for the facts filled in. */
export function Say({ children, alternative, small }: { children: ReactNode; alternative?: boolean; small?: boolean }) {
  return (
    <blockquote className={clsx('border-l-2 pl-3', alternative ? 'border-line-2 text-ink-2' : 'border-jade')}>
      <p className={alternative || small ? 'read' : 'say'}>{children}</p>
    </blockquote>
  )
}

/** A fact filled into words to say: the amount, the day, the place. */
export function Fill({ children }: { children: ReactNode }) {
  return <span className="border-b border-jade-mid">{children}</span>
}
