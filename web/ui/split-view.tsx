import clsx from 'clsx'
import type { ReactNode } from 'react'
import { Button } from './button.tsx'
import { useWords } from './words.ts'

export type SplitViewProps = {
  list: ReactNode
  detail: ReactNode
  /** Width of the list on a wide screen; 592 unless given. */
  listWidth?: 592 | 480 | 360
  /** Below 720 px only one of the two shows: the list, or the detail once something was opened. */
  opened: boolean
  onBack: () => void
}

const widths = {
  592: 'md:grid-cols-[minmax(0,45%)_minmax(0,1fr)] lg:grid-cols-[minmax(0,592px)_minmax(0,1fr)]',
  480: 'md:grid-cols-[minmax(0,42%)_minmax(0,1fr)] lg:grid-cols-[480px_minmax(0,1fr)]',
  360: 'md:grid-cols-[320px_minmax(0,1fr)] lg:grid-cols-[360px_minmax(0,1fr)]',
}

/** List left, what was chosen right; each scrolls by itself. */
export function SplitView({ list, detail, listWidth = 592, opened, onBack }: SplitViewProps) {
  const words = useWords()
  return (
    <div className={clsx('grid h-full min-h-0', widths[listWidth])}>
      <div className={clsx('flex min-h-0 min-w-0 flex-col border-line md:flex md:border-r', opened && 'max-md:hidden')}>
        {list}
      </div>
      <div className={clsx('flex min-h-0 min-w-0 flex-col overflow-y-auto', !opened && 'max-md:hidden')}>
        <div className="sticky top-0 z-10 flex-none border-b border-line bg-paper px-2 md:hidden">
          <Button icon="left" kind="bare" onPress={onBack}>
            {words.toList}
          </Button>
        </div>
        {detail}
      </div>
    </div>
  )
}
