import { useState } from 'react'
import { addDays, type Day } from '#domain/kernel/day.ts'
import { CoachedLine } from '#web/client/coach/coached-area.tsx'
import { PromisePaceNote } from '#web/client/promise-pace.tsx'
import { useSession } from '#web/client/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { Drawer } from '#web/ui/drawer.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useMessages } from '#web/ui/messages.ts'
import { roundMessages } from './messages.ts'

export type RoundPromise = { what: string; dueDay: Day }

type Props = { delivery: Day | null; onSave: (promise: RoundPromise) => void; onClose: () => void }

/** What was promised at the counter and by when; the day is one press. */
export function PromiseDrawer({ delivery, onSave, onClose }: Props) {
  const { promise: m } = useMessages(roundMessages)
  const { today } = useSession()
  const format = useFormat()
  const [what, setWhat] = useState('')
  const days: [string, Day][] = [
    ...(delivery && delivery > today ? [[m.days.delivery, delivery] as [string, Day]] : []),
    [m.days.tomorrow, addDays(today, 1)],
    [m.days.week, addDays(today, 7)],
  ]
  const [dueDay, setDueDay] = useState(days[0]?.[1] ?? addDays(today, 1))
  const taken = days.some(([, day]) => day === dueDay) ? [] : [[m.days.safe, dueDay] as [string, Day]]
  return (
    <Drawer isOpen side="bottom" title={m.title} onClose={onClose}>
      <div className="grid gap-3 pt-3">
        <CoachedLine by="note" label={m.what} value={what} onChange={setWhat} autoFocus />
        <div role="group" aria-label={m.by} className="grid gap-2">
          {[...days, ...taken].map(([label, day]) => (
            <Button
              key={label}
              aria-pressed={day === dueDay}
              onPress={() => setDueDay(day)}
              className={day === dueDay ? 'border-jade text-jade' : ''}
            >
              {label}
              {format.comma}
              {format.day(day)}
            </Button>
          ))}
        </div>
        <PromisePaceNote what={what} day={dueDay} today={today} onTake={setDueDay} />
        <Button
          kind="go"
          size="l"
          isDisabled={what.trim() === ''}
          onPress={() => {
            onSave({ what: what.trim(), dueDay })
            onClose()
          }}
        >
          {m.save}
        </Button>
      </div>
    </Drawer>
  )
}
