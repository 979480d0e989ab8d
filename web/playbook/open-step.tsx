import { type ReactNode, useState } from 'react'
import type { Step } from '#domain/playbook/definition.ts'
import { holds } from '#domain/playbook/condition.ts'
import type { Happening } from '#domain/playbook/event.ts'
import { understandsOnly } from '#domain/playbook/held-back.ts'
import { checksOf } from '#domain/playbook/progress.ts'
import { Button } from '#web/ui/button.tsx'
import { Checkbox } from '#web/ui/checkbox.tsx'
import { useHotkey } from '#web/ui/hotkeys.tsx'
import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Say } from '#web/ui/quote.tsx'
import { BeforeLeaving } from './bearing/before-leaving.tsx'
import { Meeting, offersTimes } from './meeting.tsx'
import { contactMessages } from './messages.ts'
import { missedAs, retryFact } from './missed.ts'
import { Script, Spoken, useLines } from './script.tsx'
import { Understanding } from './understanding.tsx'
import type { LiveRun } from './use-run.ts'
import { visitMessages } from './visit/messages.ts'
import { useMeetingWords } from './visit/meeting-words.ts'

type OpenProps = { live: LiveRun; step: Step; onGo: (step: Step, branch: string) => void }

/** What this step needs in sight, from elsewhere than its playbook. */
export type Beside = ((step: Step) => ReactNode) | undefined

/** The step on the screen: what to say, what to achieve, with which skills, and what the customer may ask. */
export function OpenStep({ live, step, onGo, beside }: OpenProps & { beside?: Beside }) {
  const m = useMessages(contactMessages)
  const language = useLanguage()
  const { state } = live
  const questions = step.questions.filter(({ when }) => holds(when, state))
  const tips = step.tips.filter(({ when }) => holds(when, state))
  return (
    <div className="flex flex-col gap-5 pb-5 md:pl-7">
      <BeforeLeaving live={live} step={step} />
      {understandsOnly(live.run.playbook, state, step) ? <Understanding /> : <Script live={live} lines={step.say} />}
      {beside?.(step)}
      {(offersTimes(step) || (state.appointment && step.kind === 'talk')) && <Meeting live={live} />}
      <div className="grid gap-x-7 gap-y-5 lg:grid-cols-2">
        <Checks live={live} step={step} />
        <Skills live={live} step={step} />
      </div>
      {step.branches.length > 0 && !state.finished && <Branches live={live} step={step} onGo={onGo} />}
      {questions.length > 0 && (
        <div>
          <SmallHead title={m.mayAsk} />
          <ul>
            {questions.map(({ ask, answer }) => (
              <li
                key={ask.zh}
                className="t13 grid gap-x-4 border-b border-line py-1.5 lg:grid-cols-[176px_minmax(0,1fr)]"
              >
                <span>“{ask[language]}”</span>
                <span className="text-ink-2">{answer[language]}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      {tips.length > 0 && (
        <ul className="t12 text-ink-3">
          {tips.map(({ text }) => (
            <li key={text.zh}>{text[language]}</li>
          ))}
        </ul>
      )}
    </div>
  )
}

function SmallHead({ title, end }: { title: string; end?: string }) {
  return (
    <h3 className="t12 flex justify-between border-b border-line-2 pb-1.5 font-normal text-ink-3">
      {title}
      {end !== undefined && <span>{end}</span>}
    </h3>
  )
}

function Checks({ live, step }: { live: LiveRun; step: Step }) {
  const m = useMessages(contactMessages)
  const { state } = live
  const checks = checksOf(step, state)
  const done = (id: string): boolean => state.checks.includes(`${step.id}.${id}`)
  if (checks.length === 0) return null
  return (
    <div>
      <SmallHead title={m.toDo} end={`${checks.filter(({ id }) => done(id)).length} / ${checks.length}`} />
      <ul>
        {checks.map((check, place) => (
          <CheckRow key={check.id} live={live} step={step} check={check} place={place + 1} done={done(check.id)} />
        ))}
      </ul>
    </div>
  )
}

type CheckRowProps = { live: LiveRun; step: Step; check: Step['checks'][number]; place: number; done: boolean }

function CheckRow({ live, step, check, place, done }: CheckRowProps) {
  const m = useMessages(contactMessages)
  const language = useLanguage()
  const closed = live.state.finished !== null
  const mark = (on: boolean): void => {
    live.act({ type: 'checkMarked', step: step.id, check: check.id, done: on })
  }
  const key = { keys: `alt+${place}`, label: check.label[language], run: () => mark(!done), whileTyping: true }
  useHotkey(closed ? null : key)
  return (
    <li className="t13 border-b border-line py-1.5">
      <Checkbox isSelected={done} isDisabled={closed} onChange={mark}>
        <span>
          {check.label[language]}
          {check.required && !done && <span className="t12 whitespace-nowrap text-ink-3"> · {m.required}</span>}
        </span>
      </Checkbox>
    </li>
  )
}

function Skills({ live, step }: { live: LiveRun; step: Step }) {
  const m = useMessages(contactMessages)
  const language = useLanguage()
  if (step.skills.length === 0) return null
  return (
    <div>
      <SmallHead title={m.skills} />
      <ul>
        {step.skills.map(({ id, side, label, words }) => {
          const used = live.state.skills.includes(`${step.id}.${id}`)
          return (
            <li key={id} className="border-b border-line">
              <button
                type="button"
                aria-pressed={used}
                disabled={live.state.finished !== null}
                onClick={() => live.act({ type: 'skillMarked', step: step.id, skill: id, used: !used })}
                title={label[language]}
                className="t13 flex w-full cursor-pointer gap-2 py-1.5 text-left hover:bg-paper-2 disabled:cursor-default disabled:hover:bg-transparent"
              >
                <span className={used ? 'font-strong text-jade' : 'text-ink-3'}>{m.side[side]}</span>
                <span className={used ? 'text-ink' : 'text-ink-2'}>“{words[language]}”</span>
              </button>
            </li>
          )
        })}
      </ul>
    </div>
  )
}

/** The customer's reaction, what we say to it, and the way on. */
function Branches({ live, step, onGo }: OpenProps) {
  const m = useMessages(contactMessages)
  const words = useMessages(visitMessages)
  const language = useLanguage()
  const [chosen, setChosen] = useState<string | null>(null)
  const branch = step.branches.find(({ id }) => id === chosen)
  return (
    <div>
      <SmallHead title={step.kind === 'prepare' ? words.happens : m.reactions} />
      <div className="flex flex-wrap gap-2 py-2">
        {step.branches.map(({ id, label }) => (
          <Button key={id} size="s" aria-pressed={id === chosen} onPress={() => setChosen(id === chosen ? null : id)}>
            {label[language]}
          </Button>
        ))}
      </div>
      {branch && <BranchWords live={live} branch={branch} onGo={onGo} />}
    </div>
  )
}

type BranchProps = Pick<OpenProps, 'live' | 'onGo'> & { branch: Step['branches'][number] }

function BranchWords({ live, branch, onGo }: BranchProps) {
  const m = useMessages(contactMessages)
  const language = useLanguage()
  const met = useMeetingWords(live)
  const lines = useLines(live, [branch.say], branch.ends ? retryFact(live, branch.ends) : {})
  const target = live.run.playbook.steps.find(({ id }) => id === branch.goTo)
  const leaves = target !== undefined && target.id !== live.state.step
  return (
    <div className="flex flex-col gap-2">
      {lines.map((segments) => (
        <Say key={branch.id} small>
          <Spoken segments={segments} />
        </Say>
      ))}
      {/* Leaving before all is said: the next time is agreed before the visit ends [S-38]. */}
      {leaves && offersTimes({ say: [branch.say] }) && <Meeting live={live} />}
      <Button
        size="s"
        className="self-start"
        endIcon="right"
        onPress={() => (target ? onGo(target, branch.id) : live.act(endOf(live, branch)))}
      >
        {target?.title[language] ?? (branch.ends ? met.outcomes[branch.ends] : m.redial)}
      </Button>
    </div>
  )
}

/** A branch that leads to no step ends in one of the six ways of reaching nobody, or in a line that dropped. */
const endOf = (live: LiveRun, { ends }: Step['branches'][number]): Happening =>
  ends === undefined ? { type: 'dropped' } : missedAs(live, ends)
