import { useLocation } from '@tanstack/react-router'
import { talkMessages } from '#web/coach/conversation/messages.ts'
import { TalksScreen } from '#web/coach/conversation/talks-screen.tsx'
import { useCan } from '#web/client/session.tsx'
import { CustomerChoice } from '#web/script/customer-choice.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Page } from '../shell.tsx'

/** Conversations looked back at; who talks to customers may take what was found into their ledgers. */
export function TalksPage() {
  const m = useMessages(talkMessages)
  const talksToCustomers = useCan('contact.run')
  const brought = useLocation({ select: ({ state }) => state.talk }) ?? null
  return (
    <Page title={m.title} remark={m.remark}>
      <TalksScreen
        key={brought?.text}
        brought={brought}
        chooser={talksToCustomers ? (value, onChange) => <CustomerChoice value={value} onChange={onChange} /> : null}
      />
    </Page>
  )
}
