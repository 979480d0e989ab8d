import { useNavigate } from '@tanstack/react-router'
import { EndForm } from '#web/departure/end-form.tsx'
import { staffMessages } from '#web/staff/messages.ts'
import { PeopleBoard } from '#web/staff/people-board.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { ListFileMenu } from '../list-file-menu.tsx'
import { Page } from '../shell.tsx'

/** Units and people, for administrators. */
export function PeoplePage() {
  const m = useMessages(staffMessages)
  const navigate = useNavigate()
  return (
    <Page title={m.people.title} acts={<ListFileMenu of="GET /api/people/file" search={{}} may="staff.write" />}>
      <PeopleBoard
        ending={(person, onDone) => (
          <EndForm
            staffId={person.id}
            onDone={(id) => {
              onDone()
              void navigate({ to: '/departures/$id', params: { id } })
            }}
          />
        )}
      />
    </Page>
  )
}
