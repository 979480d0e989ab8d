import { DeparturesScreen } from '#web/departure/departures-screen.tsx'
import { departureMessages } from '#web/departure/messages.ts'
import { useMessages } from '#web/ui/messages.ts'
import { Page } from '../shell.tsx'

export function DeparturesPage() {
  const m = useMessages(departureMessages)
  return (
    <Page title={m.title} remark={m.remark}>
      <DeparturesScreen />
    </Page>
  )
}
