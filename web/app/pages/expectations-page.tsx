import { useNavigate, useSearch } from '@tanstack/react-router'
import { ExpectationScreen } from '#web/expectation/expectation-screen.tsx'
import { expectationMessages } from '#web/expectation/messages.ts'
import { useMessages } from '#web/ui/messages.ts'
import { ListFileMenu } from '../list-file-menu.tsx'
import { Page } from '../shell.tsx'
import { useWhose } from './use-whose.ts'

export function ExpectationsPage() {
  const m = useMessages(expectationMessages)
  const filter = useWhose(useSearch({ from: '/signed-in/expectations' }))
  const navigate = useNavigate()
  return (
    <Page title={m.title} remark={m.remark} acts={<ListFileMenu of="GET /api/expectations/file" search={filter} />}>
      <ExpectationScreen
        filter={filter}
        onFilter={(search) => void navigate({ to: '/expectations', search, replace: true })}
      />
    </Page>
  )
}
