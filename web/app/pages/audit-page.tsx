import { useNavigate, useSearch } from '@tanstack/react-router'
import { AuditLog } from '#web/audit/audit-log.tsx'
import { ChainPanel } from '#web/audit/chain-panel.tsx'
import { auditMessages } from '#web/audit/messages.ts'
import { useMessages } from '#web/ui/messages.ts'
import { ListFileMenu } from '../list-file-menu.tsx'
import { Page } from '../shell.tsx'

/** What was done in the branch, by whom, about whom; and that nobody tampered with it. */
export function AuditPage() {
  const m = useMessages(auditMessages)
  const filter = useSearch({ from: '/signed-in/audit' })
  const navigate = useNavigate()
  return (
    <Page
      title={m.title}
      remark={m.remark}
      acts={<ListFileMenu of="GET /api/audit/file" search={filter} may="audit.read" />}
    >
      <div className="px-4 pb-8 lg:px-5">
        <ChainPanel />
        <AuditLog filter={filter} onFilter={(search) => void navigate({ to: '/audit', search, replace: true })} />
      </div>
    </Page>
  )
}
