import { useState } from 'react'
import { items, shortForm } from '#domain/satisfaction/servqual.ts'
import { useReasonText } from '#web/client/errors.ts'
import { freshId } from '#web/client/id.ts'
import { useWrite } from '#web/client/query.ts'
import { useMessages } from '#web/ui/messages.ts'
import { RadioGroup } from '#web/ui/radio-group.tsx'
import { notify } from '#web/ui/toast.tsx'
import { satisfactionMessages } from './messages.ts'
import { type Sheets, SurveyItems } from './survey-items.tsx'
import { sentences } from './types.ts'
import { useAsking } from './use-asking.ts'

const forms = ['short', 'all'] as const
type Form = (typeof forms)[number]
const asked: Record<Form, readonly number[]> = { short: shortForm, all: items.map(({ number }) => number) }

/** The items asked on a call: five, one of each dimension, or all; what was not asked is left out [M-08]. */
export function SpokenItems({ customerId, onDone }: { customerId: string; onDone: () => void }) {
  const { spoken: m } = useMessages(satisfactionMessages)
  const reasonText = useReasonText(sentences)
  const write = useWrite('PUT /api/customers/:id/surveys/:surveyId/answers')
  const { withdraw } = useAsking(customerId)
  const [surveyId] = useState(freshId())
  const [form, setForm] = useState<Form>('short')
  const save = (sheets: Sheets, words: string): void =>
    write.mutate(
      { params: { id: customerId, surveyId }, body: { kind: 'servqual', matter: '', scores: {}, words, sheets } },
      {
        onSuccess: () => {
          notify({ text: m.saved, undo: () => withdraw(surveyId, m.undone) })
          onDone()
        },
        onError: (error) => notify({ text: reasonText(error), tone: 'problem' }),
      },
    )
  return (
    <div className="grid gap-4">
      <p className="t13 text-ink-2">{m.hint}</p>
      <RadioGroup
        label={m.form}
        options={forms.map((id) => ({ id, label: m.forms[id] }))}
        value={form}
        onChange={setForm}
      />
      <SurveyItems key={form} only={asked[form]} pending={write.isPending} onSend={save} />
    </div>
  )
}
