import { useNavigate, useSearch } from '@tanstack/react-router'
import { satisfactionMessages } from '#web/satisfaction/messages.ts'
import { SatisfactionScreen } from '#web/satisfaction/satisfaction-screen.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Page } from '../shell.tsx'

export function SatisfactionPage() {
  const m = useMessages(satisfactionMessages)
  const filter = useSearch({ from: '/signed-in/satisfaction' })
  const navigate = useNavigate()
  return (
    <Page title={m.title} remark={m.remark}>
      <SatisfactionScreen
        filter={filter}
        onFilter={(search) => void navigate({ to: '/satisfaction', search, replace: true })}
      />
    </Page>
  )
}
