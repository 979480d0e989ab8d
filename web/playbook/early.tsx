import { type FormEvent, useEffect, useRef, useState } from 'react'
import { standing } from '#domain/playbook/capture.ts'
import type { Step } from '#domain/playbook/definition.ts'
import { missingBefore } from '#domain/playbook/run.ts'
import { isStaged } from '#domain/playbook/visit.ts'
import type { RunState } from '#domain/playbook/state.ts'
import { Button } from '#web/ui/button.tsx'
import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { TextField } from '#web/ui/text-field.tsx'
import { procedureMessages } from './procedure-messages.ts'
import type { LiveRun } from './use-run.ts'
import { visitMessages } from './visit/messages.ts'

/** A step somebody wants to go on to, by which branch, and where they stood. */
type Wish = { step: Step; branch: string | null; from: string | null }

/** The way to a step: straight there, or, where something should come first, through a question for the reason. */
export const useWay = (live: LiveRun) => {
  const [wish, setWish] = useState<Wish | null>(null)
  const { run, state, act } = live
  const go = (step: Step, branch: string | null = null): void => {
    if (missingBefore(run.playbook, state, step.id).length > 0) setWish({ step, branch, from: state.step })
    else act({ type: 'stepEntered', step: step.id, branch })
  }
  // Gone on some other way meanwhile, nobody asks any more.
  return { wish: wish?.from === state.step ? wish : null, go, back: () => setWish(null) }
}

type Props = { live: LiveRun; wish: Wish; onBack: () => void }

/**
 * Answering before the restatement is confirmed takes one key with a reason: the customer's own words first, then the common ones; it
 * stays on record [S-46].
 */
export function EarlyReason({ live, wish, onBack }: Props) {
  const { early: m } = useMessages(procedureMessages)
  const visit = useMessages(visitMessages)
  const language = useLanguage()
  const group = useRef<HTMLDivElement>(null)
  const [other, setOther] = useState('')
  // The keys answer this question now, not the note box.
  useEffect(() => group.current?.focus(), [])
  const { run, state, act } = live
  const { step, branch } = wish
  const missing = missingBefore(run.playbook, state, step.id).map((name) => labelOf(live, name)[language])
  const on = (reason: string): void => {
    if (act({ type: 'stepEntered', step: step.id, branch, reason })) onBack()
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (other.trim()) on(other.trim())
  }
  const words = wordsOf(state)
  const reasons = [...(words ? [m.said(words)] : []), ...(isStaged(run.playbook) ? visit.early[step.kind] : m.reasons)]
  const title = m.title(step.title[language])
  return (
    <div
      ref={group}
      tabIndex={-1}
      role="group"
      aria-label={title}
      className="flex flex-col gap-2 border-b border-line-2 bg-amber-wash px-4 py-3 outline-none lg:px-6"
    >
      <p className="t14 flex flex-wrap items-center gap-x-2">
        <b>{title}</b>
        <Button size="s" kind="bare" hotkey="Escape" hotkeyWhileTyping className="ml-auto" onPress={onBack}>
          {m.back}
        </Button>
      </p>
      <div className="t13 text-amber">
        {m.missing}
        <ul className="grid list-disc gap-x-6 pl-4 marker:text-amber sm:grid-cols-2">
          {missing.map((check) => (
            <li key={check}>{check}</li>
          ))}
        </ul>
      </div>
      <p className="t12 text-ink-3">{m.why}</p>
      <div className="flex flex-wrap gap-2">
        {reasons.map((reason, place) => (
          <Button key={reason} size="s" hotkey={String(place + 1)} onPress={() => on(reason)}>
            {reason}
          </Button>
        ))}
      </div>
      <form onSubmit={submit}>
        <TextField label={m.other} labelHidden placeholder={m.other} value={other} onChange={setOther} />
      </form>
    </div>
  )
}

const labelOf = ({ run }: LiveRun, name: string): { zh: string; en: string } => {
  const [stepId, checkId] = name.split('.')
  const step = run.playbook.steps.find(({ id }) => id === stepId)
  return step?.checks.find(({ id }) => id === checkId)?.label ?? { zh: name, en: name }
}

/** What the customer said last, short enough to be a reason. */
const wordsOf = (state: RunState): string | null => {
  const said = standing(state.captures, 'expectation').at(-1)?.text ?? state.notes.at(-1)?.text ?? null
  const [clause = ''] = said?.split(/[。；;.\n]/u) ?? []
  const words = clause.trim()
  return words === '' ? null : [...words].slice(0, 30).join('')
}
