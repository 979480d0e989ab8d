import { relationshipMessages } from '#web/relationship/messages.ts'
import { WeekScreen } from '#web/relationship/week-screen.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Page } from '../shell.tsx'

export function WeekPage() {
  const { week: m } = useMessages(relationshipMessages)
  return (
    <Page title={m.nav} remark={m.remark}>
      <WeekScreen />
    </Page>
  )
}
