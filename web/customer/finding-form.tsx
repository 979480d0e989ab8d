import { type FormEvent, useState } from 'react'
import { type FindingKind, findingKinds } from '#domain/customer/finding.ts'
import { useWrite } from '#web/client/query.ts'
import { Button } from '#web/ui/button.tsx'
import { Drawer } from '#web/ui/drawer.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { RadioGroup } from '#web/ui/radio-group.tsx'
import { TextArea } from '#web/ui/text-area.tsx'
import { notify } from '#web/ui/toast.tsx'
import { craftMessages } from './craft-messages.ts'
import type { Touch } from './customer-types.ts'
import { useRefusalText } from './refusal-text.ts'

type FindingFormProps = { customerId: string; touch: Touch; onClose: () => void }

/** A record thought over: the opportunity or the improvement it shows [K-38]. */
export function FindingForm({ customerId, touch, onClose }: FindingFormProps) {
  const { finding: m } = useMessages(craftMessages)
  const refusalText = useRefusalText()
  const write = useWrite('PUT /api/customers/:id/touches/:touchId/finding')
  const [kind, setKind] = useState<FindingKind>(touch.findingKind ?? 'opportunity')
  const [text, setText] = useState(touch.finding ?? '')
  const say = (finding: { kind: FindingKind; text: string } | null) =>
    write.mutate(
      { params: { id: customerId, touchId: touch.id }, body: { finding } },
      {
        onSuccess: () => {
          notify({ text: m.said })
          onClose()
        },
      },
    )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (text.trim() !== '') say({ kind, text: text.trim() })
  }
  return (
    <Drawer title={m.say} isOpen onClose={onClose}>
      <form className="grid gap-3 pt-3" onSubmit={submit}>
        <RadioGroup<FindingKind>
          label={m.kind}
          options={findingKinds.map((id) => ({ id, label: m.kinds[id] }))}
          value={kind}
          onChange={setKind}
        />
        <TextArea label={m.text} hint={m.hint} value={text} onChange={setText} rows={2} isRequired autoFocus />
        {write.error && (
          <p role="alert" className="t13 text-red">
            {refusalText(write.error)}
          </p>
        )}
        <div className="flex gap-2">
          <Button kind="go" type="submit" isPending={write.isPending}>
            {m.save}
          </Button>
          {touch.finding !== null && (
            <Button kind="bare" onPress={() => say(null)}>
              {m.takeBack}
            </Button>
          )}
        </div>
      </form>
    </Drawer>
  )
}
