import { useState } from 'react'
import { marketKinds, type MarketTopic, marketTopics } from '#domain/customer/market-note.ts'
import { Button } from '#web/ui/button.tsx'
import { Drawer } from '#web/ui/drawer.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { TextField } from '#web/ui/text-field.tsx'
import { roundMessages } from './messages.ts'

type Notes = Readonly<Record<string, string>>

type Props = {
  noted: Notes
  /** What was written last time, shown where nothing is written yet. */
  last: Notes
  onNote: (topic: MarketTopic, what: string) => void
  onClose: () => void
}

/** Place and hours, how it does, what was said [K-33]: one line each, only where it differs from last time. */
export function MarketDrawer({ noted, last, onNote, onClose }: Props) {
  const { market: m } = useMessages(roundMessages)
  const [draft, setDraft] = useState<Notes>({})
  const close = (): void => {
    for (const topic of marketKinds.flatMap((kind): readonly MarketTopic[] => marketTopics[kind])) {
      const what = draft[topic]?.trim()
      if (what !== undefined && what !== (noted[topic] ?? '')) onNote(topic, what)
    }
    onClose()
  }
  return (
    <Drawer isOpen side="bottom" title={m.title} remark={m.hint} onClose={close}>
      <div className="grid gap-4 pt-3">
        {marketKinds.map((kind) => (
          <fieldset key={kind} className="grid gap-2">
            <legend className="t13 pb-1 font-strong">{m.kinds[kind]}</legend>
            {marketTopics[kind].map((topic) => (
              <TextField
                key={topic}
                label={m.topics[topic]}
                value={draft[topic] ?? noted[topic] ?? ''}
                placeholder={last[topic] === undefined ? undefined : m.last(last[topic])}
                onChange={(what) => setDraft({ ...draft, [topic]: what })}
              />
            ))}
          </fieldset>
        ))}
        <Button kind="go" size="l" onPress={close}>
          {m.close}
        </Button>
      </div>
    </Drawer>
  )
}
