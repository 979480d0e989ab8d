import clsx from 'clsx'
import { isDone, type Standing } from './types.ts'

/** One mark a shop: done, here, ahead. The words beside it say the same. */
export function ProgressStrip({ shops, here }: { shops: readonly Standing[]; here: string | null }) {
  return (
    <div aria-hidden className="flex h-[3px] gap-0.5">
      {shops.map((shop) => {
        const { id } = shop.outlet.customer
        return (
          <i key={id} className={clsx('flex-1', id === here ? 'bg-ink' : isDone(shop) ? 'bg-jade-mid' : 'bg-line')} />
        )
      })}
    </div>
  )
}
