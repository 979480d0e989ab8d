import { useState } from 'react'
import { type Asker, askers } from '#domain/personal/erasure.ts'
import { useErrorText } from '#web/client/errors.ts'
import { download, Refused } from '#web/client/send.ts'
import { Button } from '#web/ui/button.tsx'
import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { RadioGroup } from '#web/ui/radio-group.tsx'
import { Section } from '#web/ui/section.tsx'
import { notify } from '#web/ui/toast.tsx'
import { personalMessages } from './messages.ts'

/** One file of everything, for the person it is about; who asked for it is logged. */
export function CopyForm({ customerId }: { customerId: string }) {
  const { file: m, askers: names } = useMessages(personalMessages)
  const language = useLanguage()
  const errorText = useErrorText()
  const [askedBy, setAskedBy] = useState<Asker>('self')
  const save = (): void => {
    notify({ text: m.coming })
    download('GET /api/customers/:id/personal-data/file', {
      params: { id: customerId },
      query: { askedBy, language },
    }).catch((error: unknown) => error instanceof Refused && notify({ text: errorText(error), tone: 'problem' }))
  }
  return (
    <Section title={m.title}>
      <div className="grid gap-3 py-3">
        <p className="t13 text-ink-2">{m.explains}</p>
        <RadioGroup
          label={m.asked}
          options={askers.filter((one) => one !== 'office').map((one) => ({ id: one, label: names[one] }))}
          value={askedBy}
          onChange={setAskedBy}
        />
        <Button icon="download" className="w-fit" onPress={save}>
          {m.save}
        </Button>
      </div>
    </Section>
  )
}
