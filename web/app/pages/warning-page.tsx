import { useNavigate, useSearch } from '@tanstack/react-router'
import { warningMessages } from '#web/churn/messages.ts'
import { WarningBoard } from '#web/churn/warning-board.tsx'
import { CustomerRetention } from '#web/retention/customer-retention.tsx'
import { ShownAndSaid } from '#web/retention/shown-and-said.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { SegmentedTabs } from '#web/ui/tabs.tsx'
import { ListFileMenu } from '../list-file-menu.tsx'
import { Page } from '../shell.tsx'

/** Who may leave, and how good the warning is. */
export function WarningPage() {
  const m = useMessages(warningMessages)
  const navigate = useNavigate()
  const search: Record<string, unknown> = useSearch({ strict: false })
  const tab = search['tab'] === 'model' ? 'model' : 'list'
  return (
    <Page
      title={m.title}
      acts={<ListFileMenu of="GET /api/warning/customers/file" search={{}} />}
      tabs={
        <SegmentedTabs
          label={m.title}
          height={52}
          items={[
            { id: 'list', label: m.tabs.list },
            { id: 'model', label: m.tabs.model },
          ]}
          selected={tab}
          onSelect={(id) => void navigate({ to: '/warning', search: { ...search, tab: id }, replace: true })}
        />
      }
    >
      <WarningBoard
        tab={tab}
        caseOf={(customerId) => (
          <CustomerRetention
            customerId={customerId}
            from="model"
            onOpened={(id) => void navigate({ to: '/retention/$id', params: { id } })}
          />
        )}
      >
        <ShownAndSaid />
      </WarningBoard>
    </Page>
  )
}
