import { Inbound } from '#web/playbook/inbound.tsx'
import { contactMessages } from '#web/playbook/messages.ts'
import { OpenRuns } from '#web/playbook/open-runs.tsx'
import { Outbound } from '#web/playbook/outbound.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Page } from '../shell.tsx'

/** Where a contact begins that Today did not propose: a call that comes in, one to make, one left open. */
export function ContactPage() {
  const m = useMessages(contactMessages)
  return (
    <Page title={m.title}>
      <div className="grid gap-x-11 gap-y-6 px-4 py-4 lg:grid-cols-2 lg:px-6">
        <Inbound />
        <Outbound />
        <OpenRuns />
      </div>
    </Page>
  )
}
