import { useNavigate, useSearch } from '@tanstack/react-router'
import { LossesScreen } from '#web/loss/losses-screen.tsx'
import { lossMessages } from '#web/loss/messages.ts'
import { useMessages } from '#web/ui/messages.ts'
import { Page } from '../shell.tsx'

export function LossesPage() {
  const m = useMessages(lossMessages)
  const filter = useSearch({ from: '/signed-in/losses' })
  const navigate = useNavigate()
  return (
    <Page title={m.nav} remark={m.remark}>
      <LossesScreen filter={filter} onFilter={(search) => void navigate({ to: '/losses', search, replace: true })} />
    </Page>
  )
}
