import { useNavigate, useSearch } from '@tanstack/react-router'
import type { SatisfactionFilter } from '#web/satisfaction/address.ts'
import { satisfactionMessages } from '#web/satisfaction/messages.ts'
import { SatisfactionScreen, SatisfactionTabs } from '#web/satisfaction/satisfaction-screen.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Page } from '../shell.tsx'

export function SatisfactionPage() {
  const m = useMessages(satisfactionMessages)
  const filter = useSearch({ from: '/signed-in/satisfaction' })
  const navigate = useNavigate()
  const onFilter = (search: SatisfactionFilter): void => void navigate({ to: '/satisfaction', search, replace: true })
  return (
    <Page title={m.title} remark={m.remark} tabs={<SatisfactionTabs filter={filter} onFilter={onFilter} />}>
      <SatisfactionScreen filter={filter} onFilter={onFilter} />
    </Page>
  )
}
