import clsx from 'clsx'
import type { ReactNode } from 'react'
import { useWords } from './words.ts'

/** Value class: a letter in a square; A filled, others outlined, so that the shape carries it, not the hue. */
export function Tier({ letter }: { letter: string }) {
  const words = useWords()
  return (
    <span
      role="img"
      aria-label={words.tier(letter)}
      className={clsx(
        't11 inline-flex size-[18px] flex-none items-center justify-center rounded-s border align-baseline font-strong',
        letter === 'A' ? 'border-ink-2 bg-ink-2 text-paper' : 'border-edge text-ink-2',
      )}
    >
      {letter}
    </span>
  )
}

export type Can = 'yes' | 'partly' | 'no'

const rings = {
  yes: <circle cx="5" cy="5" r="4.25" fill="var(--jade)" stroke="var(--jade)" strokeWidth="1.5" />,
  partly: (
    <>
      <circle cx="5" cy="5" r="4.25" fill="none" stroke="var(--jade)" strokeWidth="1.5" />
      <path d="M5 .75a4.25 4.25 0 0 0 0 8.5z" fill="var(--jade)" />
    </>
  ),
  no: <circle cx="5" cy="5" r="4.25" fill="none" stroke="var(--edge)" strokeWidth="1.5" />,
}

/** 能, 部分能, 不能: full, half, empty ring, always with a word; `children` replaces the word (能改变). */
export function CanMark({ can, children }: { can: Can; children?: ReactNode }) {
  const words = useWords()
  return (
    <span className="can inline-flex items-center gap-1.5 whitespace-nowrap">
      <svg aria-hidden="true" viewBox="0 0 10 10" className="size-2.5 flex-none">
        {rings[can]}
      </svg>
      {children ?? words.can[can]}
    </span>
  )
}

const dots = {
  live: 'border-jade-fill bg-jade-fill',
  good: 'border-jade bg-jade',
  soon: 'border-amber-mark bg-amber-mark',
  now: 'border-red-mark bg-red-mark',
  idle: 'border-edge',
}

/** A small round before a state's word; `idle` is hollow. It never stands alone: the word is its child. */
export function StatusDot({ state, children }: { state: keyof typeof dots; children: ReactNode }) {
  return (
    <span className="inline-flex min-w-0 items-center gap-1.5 whitespace-nowrap">
      <span aria-hidden="true" className={clsx('size-2 flex-none rounded-full border', dots[state])} />
      {children}
    </span>
  )
}

/** Up to three small rounds, filled as far as it goes: closeness of a relation. `label` says it in words. */
export function Dots({ filled, of = 3, label }: { filled: number; of?: number; label: string }) {
  return (
    <span role="img" aria-label={label} className="inline-flex gap-[3px]">
      {Array.from({ length: of }, (_, place) => (
        <span
          key={place}
          className={clsx('size-[5px] rounded-full border border-ink-3', place < filled && 'bg-ink-2')}
        />
      ))}
    </span>
  )
}
