import { type FormEvent, useState } from 'react'
import { useErrorText } from '#web/client/errors.ts'
import { useRead, useWrite } from '#web/client/query.ts'
import { Button } from '#web/ui/button.tsx'
import { Drawer } from '#web/ui/drawer.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { RadioGroup } from '#web/ui/radio-group.tsx'
import { notify } from '#web/ui/toast.tsx'
import { economicsMessages } from './messages.ts'

type Answer = { well: number; able: number }

/** Once a week, at the foot of Today: two questions without a name; answered or put aside it is gone. */
export function PulseStrip() {
  const { pulse: m } = useMessages(economicsMessages)
  const errorText = useErrorText()
  const { data } = useRead('GET /api/pulse', {})
  const write = useWrite('POST /api/pulse/:week')
  const [open, setOpen] = useState(false)
  if (!data?.asked) return null
  const say = (answer: Answer | null): void =>
    write.mutate(
      { params: { week: data.week }, body: { answer } },
      {
        onSuccess: () => notify({ text: answer ? m.thanks : m.passed }),
        onError: (error) => notify({ text: errorText(error), tone: 'problem' }),
      },
    )
  return (
    <aside
      aria-label={m.title}
      className="t12 flex min-h-9 flex-none items-center gap-2 border-t border-line px-4 text-ink-3 lg:px-5"
    >
      <span className="flex-1">{m.strip}</span>
      <Button size="s" onPress={() => setOpen(true)}>
        {m.answer}
      </Button>
      <Button size="s" kind="bare" isDisabled={write.isPending} onPress={() => say(null)}>
        {m.pass}
      </Button>
      {open && <Questions pending={write.isPending} onSend={say} onClose={() => setOpen(false)} />}
    </aside>
  )
}

type QuestionsProps = { pending: boolean; onSend: (answer: Answer) => void; onClose: () => void }

const grades = ['1', '2', '3', '4', '5'] as const
type Grade = (typeof grades)[number]

function Questions({ pending, onSend, onClose }: QuestionsProps) {
  const { pulse: m, pulseQuestions } = useMessages(economicsMessages)
  const [well, setWell] = useState<Grade | null>(null)
  const [able, setAble] = useState<Grade | null>(null)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (well && able) onSend({ well: Number(well), able: Number(able) })
  }
  const options = (words: readonly string[]) => grades.map((id, i) => ({ id, label: words[i] ?? id }))
  return (
    <Drawer isOpen title={m.title} onClose={onClose}>
      <form onSubmit={submit} className="grid gap-5 pt-3">
        <RadioGroup<Grade> label={pulseQuestions.well} options={options(m.well)} value={well} onChange={setWell} />
        <RadioGroup<Grade> label={pulseQuestions.able} options={options(m.able)} value={able} onChange={setAble} />
        <p className="t12 text-ink-2">{m.why}</p>
        <div>
          <Button kind="go" type="submit" isDisabled={pending || !well || !able}>
            {m.send}
          </Button>
        </div>
      </form>
    </Drawer>
  )
}
