import { useState } from 'react'
import { useRead } from '#web/client/query.ts'
import { Button } from '#web/ui/button.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Section } from '#web/ui/section.tsx'
import { AskDrawer } from './ask-drawer.tsx'
import { satisfactionMessages } from './messages.ts'
import { RepresentedForm } from './represented.tsx'
import { Trust } from './trust.tsx'

type Props = { customerId: string; touchId: string }

/** While speaking with a customer: what to know, a question to ask, and what we will ask for them in our own house. */
export function SatisfactionInContact({ customerId, touchId }: Props) {
  const m = useMessages(satisfactionMessages)
  const { data } = useRead('GET /api/customers/:id/satisfaction', { params: { id: customerId } })
  const [open, setOpen] = useState<'ask' | 'represent' | null>(null)
  if (!data) return null
  return (
    <Section title={m.title}>
      <Trust customerId={customerId} />
      <div className="flex flex-wrap gap-1 py-1.5">
        <Button size="s" onPress={() => setOpen('ask')}>
          {m.onCustomer.ask}
        </Button>
        <Button size="s" onPress={() => setOpen('represent')}>
          {m.represent.act}
        </Button>
      </div>
      {open === 'ask' && <AskDrawer customerId={customerId} against={data.against} onClose={() => setOpen(null)} />}
      {open === 'represent' && (
        <RepresentedForm customerId={customerId} touchId={touchId} onClose={() => setOpen(null)} />
      )}
    </Section>
  )
}
