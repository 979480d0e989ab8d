import { useState } from 'react'
import { Button } from '#web/ui/button.tsx'
import { Icon } from '#web/ui/icons.tsx'
import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { type OfferedPlaybook, PlaybookChooser } from './playbook-chooser.tsx'
import { procedureMessages } from './procedure-messages.ts'

type Props = {
  customerId: string
  reasons: readonly { kind: string; recordId: string }[]
  /** The one the key starts; null as long as it is not known. */
  usual: OfferedPlaybook | null
  onChoose: (playbook: OfferedPlaybook) => void
}

/** Said before anybody presses: which playbook the reason brings, and the key to another. */
export function LedBy({ customerId, reasons, usual, onChoose }: Props) {
  const { choose: m } = useMessages(procedureMessages)
  const language = useLanguage()
  const [choosing, setChoosing] = useState(false)
  return (
    <p className="t12 flex min-h-9 flex-wrap items-center gap-x-2 border-t border-line px-4 text-ink-2 lg:px-6">
      <Icon name="script" small className="text-ink-3" />
      {usual && m.ledBy(usual.title[language])}
      <Button size="s" kind="bare" hotkey="b" onPress={() => setChoosing(true)}>
        {m.other}
      </Button>
      <PlaybookChooser
        customerId={customerId}
        direction="outbound"
        reasons={reasons}
        isOpen={choosing}
        onClose={() => setChoosing(false)}
        onChoose={onChoose}
      />
    </p>
  )
}
