import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { type Asker, askers } from '#domain/personal/erasure.ts'
import { personalEn } from '#domain/personal/words.en.ts'
import { personalZh } from '#domain/personal/words.zh.ts'
import { useReasonText } from '#web/client/errors.ts'
import { freshId } from '#web/client/id.ts'
import { useWrite } from '#web/client/query.ts'
import { useSession } from '#web/client/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { Checkbox } from '#web/ui/checkbox.tsx'
import { DatePicker } from '#web/ui/date-picker.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { RadioGroup } from '#web/ui/radio-group.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { notify } from '#web/ui/toast.tsx'
import { personalMessages } from './messages.ts'

type Props = { customerId: string; code: string; onErased: () => void }

/** Who asked and when, the code copied by hand, and a tick: what cannot be undone is not done by a slip. */
export function EraseForm({ customerId, code, onErased }: Props) {
  const { erase: m, askers: names } = useMessages(personalMessages)
  const { today } = useSession()
  const text = useReasonText({ zh: personalZh, en: personalEn })
  const client = useQueryClient()
  const write = useWrite('PUT /api/erasures/:id')
  const [id] = useState(freshId)
  const [askedBy, setAskedBy] = useState<Asker>('self')
  const [askedOn, setAskedOn] = useState<string | null>(today)
  const [typed, setTyped] = useState('')
  const [sure, setSure] = useState(false)
  const save = (event: FormEvent): void => {
    event.preventDefault()
    if (askedOn === null) return
    write.mutate(
      { params: { id }, body: { customerId, code: typed.trim(), askedBy, askedOn } },
      {
        onSuccess: () => {
          client.removeQueries({ queryKey: ['GET /api/customers/:id/personal-data'] })
          notify({ text: m.done })
          onErased()
        },
        onError: (error) => notify({ text: text(error), tone: 'problem' }),
      },
    )
  }
  return (
    <form onSubmit={save} className="grid gap-4 pb-6">
      <RadioGroup
        label={m.asked}
        options={askers.map((one) => ({ id: one, label: names[one] }))}
        value={askedBy}
        onChange={setAskedBy}
      />
      <DatePicker label={m.askedOn} value={askedOn} onChange={setAskedOn} max={today} isRequired />
      <TextField label={m.code} hint={m.codeHint(code)} value={typed} onChange={setTyped} maxLength={80} isRequired />
      <Checkbox isSelected={sure} onChange={setSure}>
        {m.agree}
      </Checkbox>
      <Button
        type="submit"
        icon="trash"
        className="w-fit text-red"
        isDisabled={!sure || typed.trim() !== code}
        isPending={write.isPending}
      >
        {m.save}
      </Button>
    </form>
  )
}
