import { type FormEvent, useState } from 'react'
import { type LeavingWay, leavingWays } from '#domain/retention/loss.ts'
import { useReasonText } from '#web/client/errors.ts'
import { freshId } from '#web/client/id.ts'
import { useWrite } from '#web/client/query.ts'
import { useSession } from '#web/client/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { DatePicker } from '#web/ui/date-picker.tsx'
import { Drawer } from '#web/ui/drawer.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { RadioGroup } from '#web/ui/radio-group.tsx'
import { notify } from '#web/ui/toast.tsx'
import { lossWords } from './loss-words.ts'
import { lossMessages } from './messages.ts'
import { useUnmark } from './use-loss.ts'

type Props = { customerId: string; name: string; onClose: () => void }

/** Notes that a customer left: which way, which day. Undone from the word that says so. */
export function MarkLeftForm({ customerId, name, onClose }: Props) {
  const m = useMessages(lossMessages)
  const language = useLanguage()
  const { today, branch } = useSession()
  const format = useFormat(branch.timeZone)
  const text = useReasonText({ zh: lossWords.zh.refusals, en: lossWords.en.refusals })
  const write = useWrite('PUT /api/losses/:id')
  const unmark = useUnmark()
  const [id] = useState(freshId)
  const [way, setWay] = useState<LeavingWay>('ported')
  const [day, setDay] = useState<string | null>(today)
  const save = (event: FormEvent): void => {
    event.preventDefault()
    if (day === null) return
    write.mutate(
      { params: { id }, body: { customerId, way, leftOn: day } },
      {
        onSuccess: ({ dueOn }) => {
          notify({
            text: dueOn ? m.markedDue(name, format.shortDay(dueOn, today)) : m.marked(name),
            undo: () => unmark(id),
          })
          onClose()
        },
        onError: (error) => notify({ text: text(error), tone: 'problem' }),
      },
    )
  }
  return (
    <Drawer title={m.form.title} isOpen onClose={onClose}>
      <form onSubmit={save} className="grid gap-4 pt-3">
        <p className="t13 text-ink-2">{m.form.explains}</p>
        <RadioGroup
          label={m.form.way}
          options={leavingWays.map((one) => ({ id: one, label: lossWords[language].ways[one] }))}
          value={way}
          onChange={setWay}
        />
        <DatePicker label={m.form.day} value={day} onChange={setDay} max={today} isRequired />
        <Button type="submit" kind="go" isPending={write.isPending}>
          {m.form.save}
        </Button>
      </form>
    </Drawer>
  )
}
