import { type FormEvent, useState } from 'react'
import type { Contract } from '#api/contract.ts'
import type { Reply, Request } from '#api/endpoint.ts'
import { useErrorText } from '#web/client/errors.ts'
import { useRead, useWrite } from '#web/client/query.ts'
import { useSession } from '#web/client/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Popover } from '#web/ui/popover.tsx'
import { Row, Rows, Section } from '#web/ui/section.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { notify } from '#web/ui/toast.tsx'
import { taskMessages } from './task-messages.ts'

type Task = Reply<Contract['GET /api/customers/:id/tasks']>['tasks'][number]
type Move = Request<Contract['POST /api/tasks/:id/moves']>['body']

/** What is planned with this customer for another day: what waits for goods is due the day they arrive [S-04]. */
export function Tasks({ customerId }: { customerId: string }) {
  const m = useMessages(taskMessages)
  const tasks = useRead('GET /api/customers/:id/tasks', { params: { id: customerId } }).data?.tasks ?? []
  if (tasks.length === 0) return null
  return (
    <Section title={m.title} remark={m.remark}>
      <Rows>
        {tasks.map((task) => (
          <TaskRow key={task.id} task={task} />
        ))}
      </Rows>
    </Section>
  )
}

function TaskRow({ task }: { task: Task }) {
  const m = useMessages(taskMessages)
  const language = useLanguage()
  const { today, branch } = useSession()
  const format = useFormat(branch.timeZone)
  const errorText = useErrorText()
  const write = useWrite('POST /api/tasks/:id/moves')
  const about = task.subject ?? task.about[language]
  const move = (body: Move): void =>
    write.mutate(
      { params: { id: task.id }, body },
      {
        onSuccess: () => {
          if (body.move === 'arrived') notify({ text: m.done.arrived(about) })
          if (body.move === 'dropped')
            notify({ text: m.done.dropped(about), ...(task.dueOn && { undo: () => move({ move: 'resumed' }) }) })
        },
        onError: (error) => notify({ text: errorText(error), tone: 'problem' }),
      },
    )
  const day = (on: string): string => format.shortDay(on, today)
  return (
    <Row
      note={[
        task.subject,
        m.at(task.subjectDay ? day(task.subjectDay) : '', task.subjectPlace ?? ''),
        task.title[language] === task.about[language] ? '' : task.title[language],
        task.owner,
      ]
        .filter(Boolean)
        .join(' · ')}
      end={
        <span className="flex items-center gap-2">
          <span className={task.dueOn !== null && task.dueOn <= today ? 'text-amber' : 'text-ink-3'}>
            {task.dueOn === null ? m.waits : m.due(day(task.dueOn))}
          </span>
          {task.state === 'waiting' && (
            <Button size="s" icon="truck" isPending={write.isPending} onPress={() => move({ move: 'arrived' })}>
              {m.arrived}
            </Button>
          )}
          <Popover
            label={m.drop}
            placement="bottom end"
            trigger={
              <Button size="s" kind="bare">
                {m.drop}
              </Button>
            }
          >
            {(close) => (
              <DropForm
                onDrop={(reason) => {
                  move({ move: 'dropped', reason })
                  close()
                }}
              />
            )}
          </Popover>
        </span>
      }
    >
      {task.about[language]}
    </Row>
  )
}

function DropForm({ onDrop }: { onDrop: (reason: string) => void }) {
  const m = useMessages(taskMessages)
  const [reason, setReason] = useState('')
  const save = (event: FormEvent): void => {
    event.preventDefault()
    if (reason.trim()) onDrop(reason.trim())
  }
  return (
    <form onSubmit={save} className="grid gap-3">
      <TextField label={m.why} placeholder={m.whyExample} value={reason} onChange={setReason} autoFocus />
      <Button type="submit" kind="go">
        {m.save}
      </Button>
    </form>
  )
}
