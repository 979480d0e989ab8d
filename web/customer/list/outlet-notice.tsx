import { tooManyOther } from '#domain/customer/outlet-level.ts'
import { useRead } from '#web/client/query.ts'
import { useFormat } from '#web/ui/format.ts'
import { Icon } from '#web/ui/icons.tsx'
import { Link } from '#web/ui/link.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { craftMessages } from '../craft-messages.ts'

/** Over a list of shops: the week's market notes [K-33], and when too many stand under the format “other” [K-30]. */
export function OutletNotice() {
  const { market: m } = useMessages(craftMessages)
  const format = useFormat()
  const formats = useRead('GET /api/outlets/formats', {}).data
  const warns = formats !== undefined && tooManyOther(formats)
  return (
    <div className="t13 flex flex-wrap items-baseline gap-x-4 gap-y-1 border-b border-line px-4 py-2 lg:px-5">
      <Link href="/customers/market">{m.week} ›</Link>
      {warns && (
        <p role="status" className="text-amber">
          <Icon name="alert" small />{' '}
          {m.tooManyOther(formats.other, formats.of, format.percent(formats.other / formats.of, 1))}{' '}
          <Link href="/customers?kind=outlet&format=other">{m.showOther}</Link>
        </p>
      )}
    </div>
  )
}
