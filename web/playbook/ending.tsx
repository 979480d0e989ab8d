import { type FormEvent, useEffect, useRef, useState } from 'react'
import { heldBack } from '#domain/playbook/held-back.ts'
import { leftOutOf } from '#domain/playbook/progress.ts'
import { summaryOf } from '#domain/playbook/summary.ts'
import { ActBar } from '#web/ui/act-bar.tsx'
import { Button } from '#web/ui/button.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { TextField } from '#web/ui/text-field.tsx'
import { DueQuestions, GuessQuestions } from './closing-questions.tsx'
import { contactMessages } from './messages.ts'
import { RestButton } from './rest-bar.tsx'
import { Understanding } from './understanding.tsx'
import type { Finishing } from './use-finishing.ts'
import type { LiveRun } from './use-run.ts'
import { useMeetingWords } from './visit/meeting-words.ts'

/** The foot of what was said: what filing will write, the one-line reason for what was left out, and the way to the next customer. */
export function Ending({ live, ending }: { live: LiveRun; ending: Finishing }) {
  const { state } = live
  if (state.finished) return <Filed live={live} next={ending.next} onNext={ending.onNext} />
  return ending.asking ? <AskOpen live={live} ending={ending} /> : <WillWrite live={live} onFinish={ending.ask} />
}

const useParts = (live: LiveRun): string => {
  const m = useMessages(contactMessages)
  const format = useFormat(live.timeZone)
  const summary = summaryOf(live.run.playbook, live.state)
  const { promises, expectations, needs, cues, followUp, serviceCase, appointment, attempt, touch, noMore } = summary
  return [
    touch || (!attempt && live.state.connectedAt) ? m.ending.touch : attempt ? m.ending.tried : '',
    promises.length ? m.ending.promises(promises.length) : '',
    expectations.length ? m.ending.expectations(expectations.length) : '',
    needs.length ? m.ending.needs(needs.length) : '',
    cues.length ? m.ending.cues(cues.length) : '',
    serviceCase ? m.ending.case : '',
    appointment ? m.ending.appointment(`${format.shortDay(appointment.day, live.today)} ${appointment.time}`) : '',
    noMore ? m.ending.noMore : '',
    followUp ? m.ending.followUp(format.shortDay(followUp.day, live.today)) : '',
  ]
    .filter(Boolean)
    .join(' · ')
}

function WillWrite({ live, onFinish }: { live: LiveRun; onFinish: () => void }) {
  const m = useMessages(contactMessages)
  const parts = useParts(live)
  const { colon } = useFormat()
  return (
    <ActBar className="lg:px-5">
      <span className="t12 text-ink-3 max-md:hidden">{parts && `${m.ending.willWrite}${colon}${parts}`}</span>
      <Button kind="go" size="l" className="flex-1 md:hidden" onPress={onFinish}>
        {m.finish}
      </Button>
    </ActBar>
  )
}

/** What stands open, each under its own head: wordings to take or not, promises due, then one line for what was left out. */
function AskOpen({ live, ending }: { live: LiveRun; ending: Finishing }) {
  const m = useMessages(contactMessages)
  const { guesses, due, missing } = ending
  const group = useRef<HTMLDivElement>(null)
  // The keys answer the questions now, not the note box.
  useEffect(() => group.current?.focus(), [])
  const asksDue = live.state.missed === null && due.promises.length > 0
  const settled = guesses.left === 0
  const title = !settled ? m.closing.guesses(guesses.left) : missing > 0 ? m.ending.missing(missing) : m.closing.due
  return (
    <div
      ref={group}
      tabIndex={-1}
      role="group"
      aria-label={title}
      className="sticky bottom-0 z-10 mt-auto flex max-h-[75dvh] flex-none flex-col gap-2 overflow-y-auto border-t border-line-2 bg-paper px-4 py-3 outline-none lg:px-5"
    >
      <Button
        size="s"
        kind="bare"
        hotkey="Escape"
        hotkeyWhileTyping
        className="absolute right-4 lg:right-5"
        onPress={ending.onBack}
      >
        {m.ending.back}
      </Button>
      {heldBack(live.state) !== null && live.state.missed === null && <Understanding />}
      {!settled && (
        <>
          <Head title={m.closing.guesses(guesses.left)} />
          <GuessQuestions live={live} guesses={guesses} />
        </>
      )}
      {asksDue && (
        <>
          <Head title={m.due.title} remark={m.closing.dueRemark} />
          <DueQuestions live={live} due={due} keyed={settled} />
        </>
      )}
      {settled && missing > 0 && (
        <>
          <Head title={m.ending.missing(missing)} remark={m.ending.reason} />
          <LeftOut live={live} />
          <AskReason live={live} ending={ending} />
        </>
      )}
      {settled && missing === 0 && (
        <Button kind="go" hotkey="Enter" className="self-start" onPress={() => ending.finish('')}>
          {m.closing.file}
        </Button>
      )}
    </div>
  )
}

function Head({ title, remark }: { title: string; remark?: string }) {
  return (
    <p className="t13 flex min-h-6 flex-wrap items-center gap-x-2 pr-24 not-first-of-type:pt-1">
      <b>{title}</b>
      {remark !== undefined && <span className="text-ink-3">{remark}</span>}
    </p>
  )
}

/** What was left out by name, step by step; many of them stay folded until asked for. */
function LeftOut({ live }: { live: LiveRun }) {
  const m = useMessages(contactMessages)
  const language = useLanguage()
  const steps = leftOutOf(live.run.playbook, live.state)
  const count = steps.reduce((sum, { checks }) => sum + checks.length, 0)
  return (
    <details className="t13" open={count <= FEW}>
      <summary className="touch w-fit cursor-pointer text-ink-2">{m.ending.which}</summary>
      <dl className="grid max-h-[40dvh] grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1.5 overflow-y-auto pt-1.5">
        {steps.map(({ step, checks }) => (
          <div key={step.zh} className="col-span-2 grid grid-cols-subgrid">
            <dt className="text-ink-3">{step[language]}</dt>
            <dd>
              <ul>
                {checks.map((check) => (
                  <li key={check.zh}>{check[language]}</li>
                ))}
              </ul>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

/** As many as one takes in without opening anything. */
const FEW = 4

/** What was left out wants one line; three common reasons are one key each. */
function AskReason({ live, ending }: { live: LiveRun; ending: Finishing }) {
  const m = useMessages(contactMessages)
  const met = useMeetingWords(live)
  const [reason, setReason] = useState('')
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (reason.trim()) ending.finish(reason.trim())
  }
  return (
    <>
      <div className="flex flex-wrap gap-2">
        {met.leftOut.map((words, place) => (
          <Button key={words} size="s" hotkey={String(place + 1)} onPress={() => ending.finish(words)}>
            {words}
          </Button>
        ))}
      </div>
      <form onSubmit={submit}>
        <TextField
          label={m.ending.other}
          labelHidden
          placeholder={m.ending.other}
          value={reason}
          onChange={setReason}
        />
      </form>
    </>
  )
}

/** What was written when, and whom to reach next. */
function Filed({ live, next, onNext }: { live: LiveRun; next: string | null; onNext: () => void }) {
  const m = useMessages(contactMessages)
  const parts = useParts(live)
  const [asking, setAsking] = useState(false)
  const [why, setWhy] = useState('')
  const reopen = (event: FormEvent): void => {
    event.preventDefault()
    if (live.act({ type: 'reopened', reason: why.trim() })) setAsking(false)
  }
  return (
    <div className="sticky bottom-0 z-10 mt-auto flex flex-col gap-2 border-t border-line-2 bg-jade-wash px-4 py-3 lg:px-5">
      <p role="status" className="t13">
        <b className="text-jade">{m.ending.done}</b>{' '}
        <span className="text-ink-2">
          {m.ending.wrote} {parts}
        </span>
      </p>
      {asking ? (
        <form onSubmit={reopen}>
          <TextField label={m.ending.reopenWhy} value={why} onChange={setWhy} autoFocus isRequired />
        </form>
      ) : (
        <div className="flex items-center gap-2">
          <Button kind="go" hotkey="Enter" autoFocus onPress={onNext}>
            {next === null ? m.ending.nextCustomer : m.ending.nextIs(next)}
          </Button>
          <Button kind="bare" onPress={() => setAsking(true)}>
            {m.ending.reopen}
          </Button>
          {live.state.tense && <RestButton />}
        </div>
      )}
    </div>
  )
}
