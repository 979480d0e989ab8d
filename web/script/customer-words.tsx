import { useState } from 'react'
import { useRead } from '#web/client/query.ts'
import { Button } from '#web/ui/button.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { scriptMessages } from './messages.ts'
import { PasteChat } from './paste-chat.tsx'

type Props = { customerId: string; onWords: () => void; onLookBack: (talk: string) => void }

/** On a customer's page: the library filled for them, and the way to bring a chat in. */
export function CustomerWords({ customerId, onWords, onLookBack }: Props) {
  const { onPage: m } = useMessages(scriptMessages)
  const customer = useRead('GET /api/customers/:id', { params: { id: customerId } }).data
  const [pastes, setPastes] = useState(false)
  if (!customer?.can.includes('contact.run')) return null
  return (
    <>
      <Button icon="script" className="max-md:hidden" onPress={onWords}>
        {m.words}
      </Button>
      <Button icon="message" onPress={() => setPastes(true)}>
        {m.paste}
      </Button>
      {pastes && <PasteChat customerId={customerId} onClose={() => setPastes(false)} onLookBack={onLookBack} />}
    </>
  )
}
