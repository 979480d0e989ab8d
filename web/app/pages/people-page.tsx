import { staffMessages } from '#web/staff/messages.ts'
import { PeopleBoard } from '#web/staff/people-board.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Page } from '../shell.tsx'

/** Units and people, for administrators. */
export function PeoplePage() {
  const m = useMessages(staffMessages)
  return (
    <Page title={m.people.title}>
      <PeopleBoard />
    </Page>
  )
}
