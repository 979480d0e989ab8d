import { useState } from 'react'
import type { Direction } from '#domain/playbook/definition.ts'
import { Button } from '#web/ui/button.tsx'
import type { Keys } from '#web/ui/keys.ts'
import { useMessages } from '#web/ui/messages.ts'
import { type OfferedPlaybook, PlaybookChooser } from './playbook-chooser.tsx'
import { procedureMessages } from './procedure-messages.ts'

type Props = {
  customerId: string
  direction: Direction
  size?: 's' | 'm' | 'l'
  hotkey?: Keys
  isDisabled?: boolean
  onChoose: (playbook: OfferedPlaybook) => void
}

/** “Start…”: the playbooks that fit this customer, found by typing. */
export function StartWith({ direction, onChoose, customerId, ...button }: Props) {
  const { choose: m } = useMessages(procedureMessages)
  const [choosing, setChoosing] = useState(false)
  return (
    <>
      <Button {...button} icon="script" onPress={() => setChoosing(true)}>
        {direction === 'inbound' ? m.take : m.open}
      </Button>
      {choosing && (
        <PlaybookChooser
          customerId={customerId}
          direction={direction}
          isOpen
          onClose={() => setChoosing(false)}
          onChoose={onChoose}
        />
      )}
    </>
  )
}
