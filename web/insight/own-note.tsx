import { useState } from 'react'
import { useErrorText } from '#web/client/errors.ts'
import { useWrite } from '#web/client/query.ts'
import { Button } from '#web/ui/button.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { TextArea } from '#web/ui/text-area.tsx'
import { notify } from '#web/ui/toast.tsx'
import { insightMessages } from './messages.ts'

type Formula = 'figure.promisesKept' | 'figure.contactedInCadence' | 'figure.overloaded'

/** A word of one's own to a figure; emptied and left, it is taken back. */
export function OwnNote({ month, formula, note }: { month: string; formula: Formula; note: string }) {
  const m = useMessages(insightMessages)
  const errorText = useErrorText()
  const [text, setText] = useState(note)
  const write = useWrite('PUT /api/me/figures/:month/notes/:formula')
  const save = (): void =>
    write.mutate(
      { params: { month, formula }, body: { note: text } },
      {
        onSuccess: () => notify({ text: m.own.saved }),
        onError: (error) => notify({ text: errorText(error), tone: 'problem' }),
      },
    )
  return (
    <div>
      <TextArea
        label={m.own.noteFor[formula]}
        value={text}
        onChange={setText}
        placeholder={m.own.placeholder}
        maxLength={400}
        rows={2}
      />
      <Button className="mt-2" onPress={save} isDisabled={text.trim() === note || write.isPending}>
        {m.own.save}
      </Button>
    </div>
  )
}
