import { GuardScreen } from '#web/guard/guard-screen.tsx'
import { guardMessages } from '#web/guard/messages.ts'
import { useMessages } from '#web/ui/messages.ts'
import { Page } from '../shell.tsx'

export function RetentionGuardPage() {
  const m = useMessages(guardMessages)
  return (
    <Page title={m.title} remark={m.remark}>
      <GuardScreen />
    </Page>
  )
}
