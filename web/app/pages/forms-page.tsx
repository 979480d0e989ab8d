import { useNavigate, useSearch } from '@tanstack/react-router'
import { FormsScreen } from '#web/form/forms-screen.tsx'
import { formMessages } from '#web/form/messages.ts'
import { Button } from '#web/ui/button.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Page } from '../shell.tsx'

export function FormsPage() {
  const m = useMessages(formMessages)
  const filter = useSearch({ from: '/signed-in/forms' })
  const navigate = useNavigate()
  const begin = (form?: string): void => void navigate({ to: '/forms/new', search: form === undefined ? {} : { form } })
  return (
    <Page
      title={m.title}
      remark={m.remark}
      acts={
        <Button icon="plus" onPress={() => begin()}>
          {m.begin}
        </Button>
      }
    >
      <FormsScreen
        filter={filter}
        onFilter={(search) => void navigate({ to: '/forms', search, replace: true })}
        onBegin={begin}
      />
    </Page>
  )
}
