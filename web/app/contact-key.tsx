import { useNavigate } from '@tanstack/react-router'
import { useCan } from '#web/client/session.tsx'
import { useHotkey } from '#web/ui/hotkeys.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { appMessages } from './messages.ts'

/** The phone rings: one key from anywhere opens the place to type the caller's last digits. */
export function ContactKey() {
  const m = useMessages(appMessages)
  const navigate = useNavigate()
  const may = useCan('contact.run')
  useHotkey({
    keys: 'F2',
    label: m.inboundKey,
    run: () => void navigate({ to: '/contact' }),
    whileTyping: true,
    enabled: may,
  })
  return null
}
