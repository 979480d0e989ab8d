import { useState } from 'react'
import { Button } from '#web/ui/button.tsx'
import { Drawer } from '#web/ui/drawer.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { RadioGroup } from '#web/ui/radio-group.tsx'
import { TextArea } from '#web/ui/text-area.tsx'
import { roundMessages } from './messages.ts'

export type Opinion = { words: string; kind: 'heard' | 'complaint' }

/** The owner's own words, passed on as an opinion or opened as a complaint with its clocks. */
export function OpinionDrawer({ onSave, onClose }: { onSave: (opinion: Opinion) => void; onClose: () => void }) {
  const { opinion: m } = useMessages(roundMessages)
  const [words, setWords] = useState('')
  const [kind, setKind] = useState<Opinion['kind']>('heard')
  return (
    <Drawer isOpen side="bottom" title={m.title} onClose={onClose}>
      <div className="grid gap-3 pt-3">
        <TextArea label={m.words} value={words} onChange={setWords} rows={3} autoFocus />
        <RadioGroup
          label={m.kind}
          value={kind}
          onChange={(next) => setKind(next === 'complaint' ? 'complaint' : 'heard')}
          options={[
            { id: 'heard', label: m.heard },
            { id: 'complaint', label: m.complaint },
          ]}
        />
        <Button
          kind="go"
          size="l"
          isDisabled={words.trim() === ''}
          onPress={() => {
            onSave({ words: words.trim(), kind })
            onClose()
          }}
        >
          {m.save}
        </Button>
      </div>
    </Drawer>
  )
}
