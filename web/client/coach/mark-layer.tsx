import clsx from 'clsx'
import type { Mark } from './engine.ts'

type Props = { text: string; marks: readonly Mark[]; open: Mark | null; className: string }

/**
 * The same text over the field, invisible but for the lines under what is marked. It is in nobody's way: no pointer, no selection, nothing for
 * assistive technology, which is told by the line under the field.
 */
export function MarkLayer({ text, marks, open, className }: Props) {
  if (marks.length === 0) return null
  return (
    <div
      aria-hidden="true"
      data-marks=""
      className={clsx(
        'pointer-events-none absolute inset-0 overflow-hidden whitespace-pre-wrap text-transparent select-none [overflow-wrap:break-word]',
        className,
      )}
    >
      {piecesOf(text, marks).map(({ start, words, mark }) =>
        mark ? (
          <mark
            key={start}
            className={clsx(
              'bg-transparent text-transparent underline decoration-2 underline-offset-4',
              mark.level === 'forbid' ? 'decoration-red-mark' : 'decoration-amber-mark',
              mark === open ? 'decoration-solid' : 'decoration-dotted',
            )}
          >
            {words}
          </mark>
        ) : (
          words
        ),
      )}
    </div>
  )
}

type Piece = { start: number; words: string; mark: Mark | null }

/** The text cut at the marks; where two overlap the first is drawn. */
const piecesOf = (text: string, marks: readonly Mark[]): Piece[] => {
  const pieces: Piece[] = []
  let from = 0
  for (const mark of marks) {
    if (mark.start < from) continue
    pieces.push({ start: from, words: text.slice(from, mark.start), mark: null })
    pieces.push({ start: mark.start, words: text.slice(mark.start, mark.end), mark })
    from = mark.end
  }
  return [...pieces, { start: from, words: `${text.slice(from)}\n`, mark: null }]
}
