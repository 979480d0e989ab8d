import clsx from 'clsx'
import { useEffect, useRef, useState } from 'react'
import type { Day } from '#domain/kernel/day.ts'
import { clockText, wallClockAt } from '#domain/kernel/zone.ts'
import { Button } from '#web/ui/button.tsx'
import { DatePicker } from '#web/ui/date-picker.tsx'
import { useFormat } from '#web/ui/format.ts'
import { Icon } from '#web/ui/icons.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Popover } from '#web/ui/popover.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { contactMessages } from './messages.ts'
import { useMeetingWords } from './visit/meeting-words.ts'
import { NoMore } from './no-more.tsx'
import { instantOf, missedAs } from './missed.ts'
import { Say } from '#web/ui/quote.tsx'
import { Spoken, useLines } from './script.tsx'
import type { LiveRun } from './use-run.ts'

/** Until somebody answers: one key when they do, one key for each way of not reaching anyone, with a time to try again. */
export function BeforeCall({ live, className }: { live: LiveRun; className?: string }) {
  const words = useMeetingWords(live)
  const first = useRef<HTMLDivElement>(null)
  const { run, state } = live
  // No note is being written yet: the keys belong to the call.
  useEffect(() => first.current?.focus({ preventScroll: true }), [])
  return (
    <div
      ref={first}
      tabIndex={-1}
      className={clsx(
        'flex flex-wrap items-center gap-2 border-b border-line-2 px-4 py-3 outline-none lg:px-6',
        className,
      )}
    >
      {state.missed ? (
        <MissedLine live={live} />
      ) : (
        <>
          <Button
            kind="go"
            icon={words.visit ? 'visit' : 'phone'}
            hotkey="Enter"
            onPress={() => live.act({ type: 'connected' })}
          >
            {words.connect}
          </Button>
          <span className="t12 px-1 text-ink-3">{words.or}</span>
          {run.playbook.missed.map(({ kind }, place) => (
            <Button key={kind} hotkey={String(place + 1)} onPress={() => live.act(missedAs(live, kind))}>
              {words.outcomes[kind]}
            </Button>
          ))}
        </>
      )}
    </div>
  )
}

function MissedLine({ live }: { live: LiveRun }) {
  const m = useMessages(contactMessages)
  const met = useMeetingWords(live)
  const format = useFormat(live.timeZone)
  const { missed } = live.state
  const words = live.run.playbook.missed.find(({ kind }) => kind === missed?.outcome)?.say
  const lines = useLines(live, words ? [words] : [])
  if (!missed) return null
  const again = missed.retryAt && wallClockAt(missed.retryAt, live.timeZone)
  return (
    <div className="flex w-full flex-col gap-2">
      {lines.map((segments) => (
        <Say key={missed.outcome} small>
          <Spoken segments={segments} />
        </Say>
      ))}
      <p className="t14 flex flex-wrap items-center gap-2">
        <Icon name="later" className="text-amber" />
        <b>{met.outcomes[missed.outcome]}</b>
        <span>
          {again ? met.again(`${format.shortDay(again.day, live.today)} ${clockText(again.minute)}`) : m.before.never}
        </span>
        {again && <ChangeTime live={live} day={again.day} minute={again.minute} />}
        <Button
          size="s"
          kind="bare"
          icon="undo"
          onPress={() => live.act({ type: 'missed', outcome: null, retryAt: null })}
        >
          {m.before.undo}
        </Button>
        <span className="t12 ml-auto text-ink-3">{met.notContact}</span>
      </p>
      {missed.outcome === 'refused' && <NoMore live={live} keyed />}
    </div>
  )
}

function ChangeTime({ live, day, minute }: { live: LiveRun; day: Day; minute: number }) {
  const m = useMessages(contactMessages)
  const [wanted, setWanted] = useState({ day, time: clockText(minute) })
  const save = (close: () => void): void => {
    const { missed } = live.state
    if (missed && /^([01]\d|2[0-3]):[0-5]\d$/.test(wanted.time))
      live.act({ type: 'missed', outcome: missed.outcome, retryAt: instantOf(wanted.day, wanted.time, live.timeZone) })
    close()
  }
  return (
    <Popover label={m.before.changeTime} trigger={<Button size="s">{m.before.changeTime}</Button>}>
      {(close) => (
        <div className="grid gap-3">
          <DatePicker
            label={m.before.day}
            value={wanted.day}
            min={live.today}
            onChange={(next) => next && setWanted({ ...wanted, day: next })}
          />
          <TextField label={m.before.time} value={wanted.time} onChange={(time) => setWanted({ ...wanted, time })} />
          <Button kind="go" onPress={() => save(close)}>
            {m.captures.save}
          </Button>
        </div>
      )}
    </Popover>
  )
}
