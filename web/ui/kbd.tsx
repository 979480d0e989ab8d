import clsx from 'clsx'
import { type Keys, printed } from './keys.ts'

/** A key as printed on the board; hidden from assistive technology, which is told by `aria-keyshortcuts`. */
export function Kbd({ keys, onFill }: { keys: Keys; onFill?: boolean }) {
  return (
    <kbd
      aria-hidden="true"
      className={clsx(
        't11 inline-block min-w-[18px] rounded-s border px-1 text-center font-sans font-normal whitespace-nowrap pointer-coarse:hidden',
        onFill ? 'border-on-jade/45 text-on-jade' : 'border-line-2 bg-paper text-ink-3',
      )}
    >
      {printed(keys)}
    </kbd>
  )
}
