import { useNavigate, useSearch } from '@tanstack/react-router'
import { promiseMessages } from '#web/touch/messages.ts'
import { PromiseScreen } from '#web/touch/promise-screen.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { ListFileMenu } from '../list-file-menu.tsx'
import { Page } from '../shell.tsx'
import { useWhose } from './use-whose.ts'

export function PromisesPage() {
  const m = useMessages(promiseMessages)
  const filter = useWhose(useSearch({ from: '/signed-in/promises' }))
  const navigate = useNavigate()
  return (
    <Page title={m.title} remark={m.remark} acts={<ListFileMenu of="GET /api/promises/file" search={filter} />}>
      <PromiseScreen filter={filter} onFilter={(search) => void navigate({ to: '/promises', search, replace: true })} />
    </Page>
  )
}
