import { type FormEvent, useState } from 'react'
import { Button } from '#web/ui/button.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { TextField } from '#web/ui/text-field.tsx'
import { procedureMessages } from './procedure-messages.ts'
import type { LiveRun } from './use-run.ts'

/** Why we ask for somebody's time and what it gives them, one sentence each, before anybody is rung; both stay in sight afterwards [S-25]. */
export function Aim({ live }: { live: LiveRun }) {
  const { aim: m } = useMessages(procedureMessages)
  const { run, state } = live
  const [changing, setChanging] = useState(false)
  if (!run.playbook.asksAim) return null
  if (state.aim && !changing)
    return (
      <p className="t13 flex flex-wrap items-center gap-x-2 border-b border-line px-4 py-2 lg:px-6">
        <span className="text-ink-3">{m.why}</span>
        <b>{state.aim.why}</b>
        <span className="text-ink-3">{m.brings}</span>
        <b>{state.aim.gives}</b>
        {!state.finished && (
          <Button size="s" kind="bare" className="ml-auto" onPress={() => setChanging(true)}>
            {m.change}
          </Button>
        )}
      </p>
    )
  return state.finished ? null : <AimForm live={live} onDone={() => setChanging(false)} />
}

function AimForm({ live, onDone }: { live: LiveRun; onDone: () => void }) {
  const { aim: m } = useMessages(procedureMessages)
  const { aim } = live.state
  const [why, setWhy] = useState(aim?.why ?? '')
  const [gives, setGives] = useState(aim?.gives ?? '')
  const save = (event: FormEvent): void => {
    event.preventDefault()
    if (why.trim() && gives.trim() && live.act({ type: 'aimSet', aim: { why: why.trim(), gives: gives.trim() } }))
      onDone()
  }
  return (
    <form
      aria-label={m.title}
      onSubmit={save}
      className="grid gap-3 border-b border-line-2 px-4 py-3 lg:grid-cols-[1fr_1fr_auto] lg:items-end lg:px-6"
    >
      <TextField label={m.why} value={why} onChange={setWhy} placeholder={m.whyExample} autoFocus />
      <TextField label={m.gives} value={gives} onChange={setGives} placeholder={m.givesExample} />
      <Button type="submit" kind="go">
        {m.save}
      </Button>
    </form>
  )
}
