import { useState } from 'react'
import { freshId } from '#web/client/id.ts'
import { Button } from '#web/ui/button.tsx'
import { FileDrop } from '#web/ui/file-drop.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useMessages } from '#web/ui/messages.ts'
import { ProgressBar } from '#web/ui/progress-bar.tsx'
import { Section } from '#web/ui/section.tsx'
import { Banner } from '#web/ui/states.tsx'
import { TextArea } from '#web/ui/text-area.tsx'
import { importMessages } from './messages.ts'
import { useRefusalText } from './refusal.ts'
import { sendFile } from './send-file.ts'

type Sending = { id: string; file: Blob; name: string; sent: number; error: string | null }

const ENDINGS = ['.xlsx', '.xls', '.csv', '.tsv', '.txt', '.htm', '.html', '.xlsm', '.et']

/** A file chosen, dropped or pasted goes up in pieces; a broken line goes on where it was. */
export function Begin({ onUploaded }: { onUploaded: (id: string) => void }) {
  const m = useMessages(importMessages)
  const refusalText = useRefusalText()
  const [sending, setSending] = useState<Sending | null>(null)
  const [pasted, setPasted] = useState('')

  const send = async ({ id, file, name, sent: before }: Omit<Sending, 'error'>): Promise<void> => {
    setSending({ id, file, name, sent: before, error: null })
    try {
      await sendFile(id, file, name, before, (sent) => setSending({ id, file, name, sent, error: null }))
      onUploaded(id)
    } catch (error) {
      setSending((now) => now && { ...now, error: refusalText(error) })
    }
  }
  const take = (file: Blob, name: string): void => void send({ id: freshId(), file, name, sent: 0 })

  return (
    <Section title={m.begin.title} remark={m.begin.remark}>
      {sending && sending.error === null ? (
        <Uploading {...sending} />
      ) : (
        <div className="grid gap-4 py-3 lg:grid-cols-2">
          {sending?.error && (
            <div className="lg:col-span-2">
              <Banner
                tone="now"
                title={sending.error}
                end={
                  sending.sent > 0 && (
                    <Button size="s" onPress={() => void send(sending)}>
                      {m.begin.resume}
                    </Button>
                  )
                }
              >
                {sending.sent > 0 && m.begin.broken}
              </Banner>
            </div>
          )}
          <FileDrop
            label={m.begin.drop}
            hint={m.begin.hint}
            accept={ENDINGS}
            onFiles={([file]) => file && take(file, file.name)}
          />
          <div className="flex flex-col gap-2">
            <TextArea label={m.begin.paste} rows={4} value={pasted} onChange={setPasted} spellCheck="false" />
            <div>
              <Button
                isDisabled={pasted.trim() === ''}
                onPress={() => take(new Blob([pasted], { type: 'text/plain' }), m.begin.pastedName)}
              >
                {m.begin.pasteUse}
              </Button>
            </div>
          </div>
        </div>
      )}
    </Section>
  )
}

const MB = 1024 * 1024

function Uploading({ file, name, sent }: Pick<Sending, 'file' | 'name' | 'sent'>) {
  const m = useMessages(importMessages)
  const { number } = useFormat()
  return (
    <div className="py-8">
      <ProgressBar
        label={m.begin.uploading(name)}
        share={sent / Math.max(1, file.size)}
        remark={m.begin.sent(number(sent / MB, 1), number(file.size / MB, 1))}
      />
    </div>
  )
}
