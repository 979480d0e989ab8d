import { useState } from 'react'
import type { Capture } from '#domain/playbook/capture.ts'
import { type NeedDegree, needDegrees } from '#domain/playbook/need-degree.ts'
import { freshId } from '#web/client/id.ts'
import { useMessages } from '#web/ui/messages.ts'
import { RadioGroup } from '#web/ui/radio-group.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { type EditorProps, Form, removing } from './capture-form.tsx'
import { contactMessages } from './messages.ts'

/** What the customer needs, in their words, how far it has come, and the question that may bring it on [H-28]. */
export function NeedEditor({ live, capture, onDone }: EditorProps<Capture<'need'>>) {
  const m = useMessages(contactMessages)
  const [text, setText] = useState(capture?.text ?? '')
  const [degree, setDegree] = useState<NeedDegree | null>(capture?.degree ?? null)
  const save = (): void => {
    const fields = { kind: 'need' as const, text: text.trim(), ...(degree ? { degree } : {}) }
    const done = capture
      ? live.act({ type: 'captureChanged', capture: capture.id, change: fields })
      : live.act({ type: 'captured', capture: freshId(), content: fields })
    if (done) onDone()
  }
  return (
    <Form onSave={save} onRemove={removing(live, capture?.id, onDone)}>
      <TextField label={m.captures.text} value={text} onChange={setText} isRequired autoFocus />
      <RadioGroup<NeedDegree>
        label={m.captures.degree}
        options={needDegrees.map((id) => ({ id, label: m.captures.degrees[id].name }))}
        value={degree}
        onChange={setDegree}
        stacked
      />
      <p className="t12 text-ink-2" role="status">
        {degree && m.captures.degrees[degree].next}
      </p>
    </Form>
  )
}
