import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { EventForm } from '#web/event/event-form.tsx'
import { EventsScreen } from '#web/event/events-screen.tsx'
import { eventMessages } from '#web/event/messages.ts'
import { Button } from '#web/ui/button.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Page } from '../shell.tsx'

export function EventsPage() {
  const m = useMessages(eventMessages)
  const filter = useSearch({ from: '/signed-in/events' })
  const navigate = useNavigate()
  const [adding, setAdding] = useState(false)
  return (
    <Page
      title={m.title}
      remark={m.remark}
      acts={
        <Button icon="plus" onPress={() => setAdding(true)}>
          {m.add}
        </Button>
      }
    >
      <EventsScreen
        filter={filter}
        onFilter={(search) => void navigate({ to: '/events', search, replace: true })}
        onAdd={() => setAdding(true)}
      />
      {adding && (
        <EventForm
          event={null}
          onClose={() => setAdding(false)}
          onSaved={(id) => void navigate({ to: '/events/$id', params: { id } })}
        />
      )}
    </Page>
  )
}
