import { useRead } from '#web/client/query.ts'
import { useMessages } from '#web/ui/messages.ts'
import { EmptyState, ErrorState, SkeletonBrief } from '#web/ui/states.tsx'
import { Link } from '#web/ui/link.tsx'
import { SegmentedTabs } from '#web/ui/tabs.tsx'
import { ChangesSection } from './changes-section.tsx'
import { GapsSection } from './gaps-section.tsx'
import { ItemsSection } from './items-section.tsx'
import { satisfactionMessages } from './messages.ts'
import { RecordsDrawer } from './records-drawer.tsx'
import { StaySection } from './stay-section.tsx'
import { type RecordsOf, type SatisfactionFilter, satisfactionTabs } from './address.ts'

type Props = { filter: SatisfactionFilter; onFilter: (filter: SatisfactionFilter) => void }

/** Satisfaction of one's own customers: who stayed, the 22 items, the five gaps, and what was changed because customers said so. */
export function SatisfactionScreen({ filter, onFilter }: Props) {
  const show = filter.show ?? 'stay'
  const onRecords = (records: RecordsOf): void => onFilter({ ...filter, ...records })
  return (
    <div className="flex min-w-0 flex-col px-4 pt-1 pb-6 lg:px-6">
      {show === 'stay' && <Stay onRecords={onRecords} />}
      {show === 'items' && <ItemsSection onRecords={onRecords} />}
      {show === 'gaps' && (
        <div className="max-w-3xl">
          <GapsSection onRecords={onRecords} />
        </div>
      )}
      {show === 'changes' && <ChangesSection />}
      {filter.of && filter.value !== undefined && (
        <RecordsDrawer
          records={{ of: filter.of, value: filter.value }}
          onClose={() => onFilter({ show: filter.show })}
        />
      )}
    </div>
  )
}

/** The four looks at satisfaction, for the bar. */
export function SatisfactionTabs({ filter, onFilter }: Props) {
  const m = useMessages(satisfactionMessages)
  return (
    <SegmentedTabs
      label={m.tabsLabel}
      height={52}
      selected={filter.show ?? 'stay'}
      onSelect={(id) => onFilter({ show: satisfactionTabs.find((one) => one === id) })}
      items={satisfactionTabs.map((id) => ({ id, label: m.tabs[id] }))}
    />
  )
}

function Stay({ onRecords }: { onRecords: (records: RecordsOf) => void }) {
  const m = useMessages(satisfactionMessages)
  const { data, error, refetch } = useRead('GET /api/satisfaction', {})
  if (error && !data) return <ErrorState {...m.failed} onRetry={() => void refetch()} />
  if (!data) return <SkeletonBrief />
  if (data.customers === 0)
    return (
      <EmptyState title={m.none.title} hint={m.none.hint} icon="note">
        <Link href="/customers">{m.none.act}</Link>
      </EmptyState>
    )
  return <StaySection overview={data} onRecords={onRecords} />
}
