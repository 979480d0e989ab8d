import { useEffect, useRef, useState } from 'react'
import type { VisitTopic } from '#domain/playbook/visit.ts'
import { TextField } from '#web/ui/text-field.tsx'
import type { LiveRun } from '../use-run.ts'

type Props = { live: LiveRun; topic: VisitTopic; label: string; example: string }

/** After so long without a key, what was typed is kept. */
const PAUSE_MS = 800

/** One line that belongs to the visit; it is kept when one leaves it, with or without a network. */
export function VisitWords({ live, topic, label, example }: Props) {
  const kept = live.state.visit[topic] ?? ''
  const [typed, setTyped] = useState<string | null>(null)
  const save = (): void => {
    if (typed !== null && typed.trim() !== kept) live.act({ type: 'visitNoted', topic, what: typed.trim() })
  }
  // The key that leads to the next step takes the field away without leaving it; a page may be gone at any moment.
  const last = useRef(save)
  useEffect(() => {
    last.current = save
  })
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(
    () => () => {
      clearTimeout(pause.current)
      last.current()
    },
    [],
  )
  const type = (text: string): void => {
    setTyped(text)
    clearTimeout(pause.current)
    pause.current = setTimeout(() => last.current(), PAUSE_MS)
  }
  const keep = (): void => {
    save()
    setTyped(null)
  }
  return (
    <TextField
      label={label}
      placeholder={example}
      value={typed ?? kept}
      maxLength={400}
      isReadOnly={live.state.finished !== null}
      onChange={type}
      onBlur={keep}
    />
  )
}
