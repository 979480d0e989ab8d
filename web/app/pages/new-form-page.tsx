import { useNavigate, useSearch } from '@tanstack/react-router'
import { formMessages } from '#web/form/messages.ts'
import { NewForm } from '#web/form/new-form.tsx'
import { CustomerBox } from '#web/schedule/customer-box.tsx'
import { Link } from '#web/ui/link.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Page } from '../shell.tsx'

/** Begins a form: from the list of forms, a customer's page, a contact, or the code on a printed blank one. */
export function NewFormPage() {
  const m = useMessages(formMessages)
  const about = useSearch({ from: '/signed-in/forms/new' })
  const navigate = useNavigate()
  return (
    <Page title={<Link href="/forms">{m.title}</Link>} remark={m.begin}>
      <NewForm
        key={JSON.stringify(about)}
        about={about}
        customerBox={(value, onChange) => <CustomerBox value={value} onChange={onChange} />}
        onBegun={(id) => void navigate({ to: '/forms/$id', params: { id }, replace: true })}
      />
    </Page>
  )
}
