import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCan } from '#web/client/session.tsx'
import { retentionMessages } from '#web/retention/messages.ts'
import { RetentionScreen } from '#web/retention/retention-screen.tsx'
import { retentionViews } from '#web/retention/retention-address.ts'
import { useMessages } from '#web/ui/messages.ts'
import { SegmentedTabs } from '#web/ui/tabs.tsx'
import { Page } from '../shell.tsx'

/** Retention cases as a board, as a list, and what they taught. */
export function RetentionPage() {
  const m = useMessages(retentionMessages)
  const search = useSearch({ from: '/signed-in/retention' })
  const leads = useCan('retention.approve')
  const filter = { ...search, whose: search.whose ?? (leads ? 'all' : 'own') }
  const navigate = useNavigate()
  return (
    <Page
      title={m.title}
      remark={m.remark}
      tabs={
        <SegmentedTabs
          label={m.views.label}
          height={52}
          selected={filter.view ?? 'board'}
          onSelect={(id) =>
            void navigate({
              to: '/retention',
              search: { ...filter, view: retentionViews.find((one) => one === id) },
              replace: true,
            })
          }
          items={retentionViews.map((id) => ({ id, label: m.views[id] }))}
        />
      }
    >
      <RetentionScreen
        filter={filter}
        onFilter={(search) => void navigate({ to: '/retention', search, replace: true })}
      />
    </Page>
  )
}
