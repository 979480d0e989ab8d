import { useNavigate, useSearch } from '@tanstack/react-router'
import { voiceMessages } from '#web/coach/voice/messages.ts'
import { PracticeScreen } from '#web/coach/voice/practice-screen.tsx'
import { useCan } from '#web/client/session.tsx'
import { CustomerChoice } from '#web/script/customer-choice.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Page } from '../shell.tsx'

/** Practice for oneself; who talks to customers may read for one of them. */
export function PracticePage() {
  const m = useMessages(voiceMessages)
  const navigate = useNavigate()
  const { for: listener = null } = useSearch({ from: '/signed-in/practice' })
  const talksToCustomers = useCan('contact.run')
  const readFor = (id: string | null): void =>
    void navigate({ to: '/practice', search: id === null ? {} : { for: id }, replace: true })
  return (
    <Page title={m.title} remark={m.remark}>
      <PracticeScreen
        listener={listener}
        chooser={talksToCustomers ? <CustomerChoice value={listener} onChange={readFor} /> : null}
      />
    </Page>
  )
}
