import { useRead } from '#web/client/query.ts'
import { useSession } from '#web/client/session.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useMessages } from '#web/ui/messages.ts'
import { EmptyState, SkeletonRows } from '#web/ui/states.tsx'
import { ItemsView } from './items-view.tsx'
import { satisfactionMessages } from './messages.ts'
import type { RecordsOf } from './address.ts'

/** The 22 items of one's own customers together. */
export function ItemsSection({ onRecords }: { onRecords: (records: RecordsOf) => void }) {
  const { items: m } = useMessages(satisfactionMessages)
  const { today } = useSession()
  const format = useFormat()
  const { data } = useRead('GET /api/satisfaction/servqual', {})
  if (!data) return <SkeletonRows rows={8} />
  if (data.sheets === 0) return <EmptyState {...m.none} icon="note" />
  const day = (on: string | null): string => (on ? format.shortDay(on, today) : '')
  return (
    <div className="max-w-3xl">
      <p className="t13 pt-2 text-ink-2">{m.remark(data.sheets, day(data.from), day(data.to))}</p>
      <ItemsView shown={data} onItem={(number) => onRecords({ of: 'item', value: String(number) })} />
    </div>
  )
}
