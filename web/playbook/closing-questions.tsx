import clsx from 'clsx'
import { type ReactNode, useState } from 'react'
import type { Day } from '#domain/kernel/day.ts'
import { clockText, wallClockAt } from '#domain/kernel/zone.ts'
import { Button } from '#web/ui/button.tsx'
import { DatePicker } from '#web/ui/date-picker.tsx'
import { useFormat } from '#web/ui/format.ts'
import { Icon } from '#web/ui/icons.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { TextField } from '#web/ui/text-field.tsx'
import { useDue } from './captures.tsx'
import { contactMessages } from './messages.ts'
import type { Due, DuePromise } from './use-due.ts'
import type { Guesses } from './use-guesses.ts'
import type { LiveRun } from './use-run.ts'

/** Each wording that sounds like a promise, a hope or a need: taken or not, one key each; the first one has the keys. */
export function GuessQuestions({ live, guesses }: { live: LiveRun; guesses: Guesses }) {
  const m = useMessages(contactMessages)
  const when = useDue(live)
  const format = useFormat()
  const { promises, wishes, needs, takePromise, takeWish, takeNeed, wave } = guesses
  const questions = [
    ...promises.map((promise) => ({
      key: promise.key,
      kind: m.captures.promise,
      words: `${promise.what}${format.comma}${when(promise.dueDay, promise.dueTime)}`,
      known: undefined,
      take: () => takePromise(promise),
      apart: () => takePromise(promise),
    })),
    ...wishes.map((wish) => ({
      key: wish.key,
      kind: m.captures.expectation,
      words: wish.text,
      known: wish.known?.what,
      take: () => takeWish(wish),
      apart: () => takeWish(wish, true),
    })),
    ...needs.map((need) => ({
      key: need.key,
      kind: m.captures.need,
      words: need.text,
      known: need.known?.what,
      take: () => takeNeed(need),
      apart: () => takeNeed(need, true),
    })),
  ]
  return (
    <ul aria-label={m.closing.guesses(questions.length)}>
      {questions.map(({ key, kind, words, known, take, apart }, place) => (
        <Question
          key={key}
          lead={kind}
          words={
            <>
              {words}
              {known !== undefined && <span className="t12 block text-ink-3">{m.closing.known(known)}</span>}
            </>
          }
        >
          <Button size="s" {...(place === 0 ? { hotkey: 'y' } : {})} onPress={take}>
            {known === undefined ? m.closing.take : m.closing.join}
          </Button>
          {known !== undefined && (
            <Button size="s" kind="bare" onPress={apart}>
              {m.closing.apart}
            </Button>
          )}
          <Button size="s" kind="bare" {...(place === 0 ? { hotkey: 'n' } : {})} onPress={() => wave(key)}>
            {m.closing.not}
          </Button>
        </Question>
      ))}
    </ul>
  )
}

function Question({ lead, words, children }: { lead: ReactNode; words: ReactNode; children: ReactNode }) {
  return (
    <li className="t13 flex flex-wrap items-center gap-x-2 gap-y-1 border-b border-line py-1.5">
      <span className={clsx('t12 flex-none text-ink-3', typeof lead === 'string' ? 'w-14' : 'w-5')}>{lead}</span>
      <span className="min-w-40 flex-1">{words}</span>
      <span className="ml-auto flex gap-1.5">{children}</span>
    </li>
  )
}

/** Promises due today or late: kept, moved with the customer's knowledge, or not yet. Of what nothing is said, it stays on Today. */
export function DueQuestions({ live, due, keyed = false }: { live: LiveRun; due: Due; keyed?: boolean }) {
  return (
    <ul>
      {due.promises.map((promise, place) => (
        <DueQuestion key={promise.id} live={live} due={due} promise={promise} keyed={keyed && place === 0} />
      ))}
    </ul>
  )
}

type DueProps = { live: LiveRun; due: Due; promise: DuePromise; keyed: boolean }

function DueQuestion({ live, due, promise, keyed }: DueProps) {
  const m = useMessages(contactMessages)
  const format = useFormat(live.timeZone)
  const [moving, setMoving] = useState(false)
  const at = wallClockAt(new Date(promise.dueAt), live.timeZone)
  const late = promise.standing === 'overdue'
  return (
    <>
      <Question
        lead={<Icon name="promise" small />}
        words={
          <>
            {promise.what}{' '}
            <span className={clsx('whitespace-nowrap', late ? 'text-red' : 'text-amber')}>
              {late
                ? m.due.late(`${format.shortDay(at.day, live.today)} ${clockText(at.minute)}`)
                : m.captures.by(format.shortDay(at.day, live.today), clockText(at.minute))}
            </span>
          </>
        }
      >
        <Button
          size="s"
          icon="check"
          isDisabled={due.pending}
          {...(keyed ? { hotkey: 'd' } : {})}
          onPress={() => due.keep(promise)}
        >
          {m.due.keep}
        </Button>
        <Button size="s" kind="bare" aria-pressed={moving} onPress={() => setMoving(true)}>
          {m.due.move}
        </Button>
        <Button size="s" kind="bare" aria-pressed={!moving} onPress={() => setMoving(false)}>
          {m.due.notYet}
        </Button>
      </Question>
      {moving && (
        <li>
          <NewDay live={live} pending={due.pending} onMove={(day, time) => due.move(promise, day, time)} />
        </li>
      )}
    </>
  )
}

type NewDayProps = { live: LiveRun; pending: boolean; onMove: (day: Day, time: string) => void }

function NewDay({ live, pending, onMove }: NewDayProps) {
  const m = useMessages(contactMessages)
  const [day, setDay] = useState<string | null>(null)
  const [time, setTime] = useState('')
  return (
    <form
      className="flex flex-wrap items-end gap-2 border-b border-line py-2"
      onSubmit={(event) => {
        event.preventDefault()
        if (day) onMove(day, time)
      }}
    >
      <DatePicker label={m.due.newDay} value={day} onChange={setDay} min={live.today} isRequired />
      <TextField label={m.captures.time} value={time} onChange={setTime} placeholder="17:30" className="w-28" />
      <Button type="submit" isDisabled={pending || day === null}>
        {m.due.told}
      </Button>
    </form>
  )
}
