import { useEffect, useRef, useState } from 'react'
import type { VisitTopic } from '#domain/playbook/visit.ts'
import { TextField } from '#web/ui/text-field.tsx'
import type { LiveRun } from '../use-run.ts'

type Props = { live: LiveRun; topic: VisitTopic; label: string; example: string }

/** One line that belongs to the visit; it is kept when one leaves it, with or without a network. */
export function VisitWords({ live, topic, label, example }: Props) {
  const kept = live.state.visit[topic] ?? ''
  const [typed, setTyped] = useState<string | null>(null)
  const keep = (): void => {
    if (typed !== null && typed.trim() !== kept) live.act({ type: 'visitNoted', topic, what: typed.trim() })
    setTyped(null)
  }
  // The key that leads to the next step takes the field away without leaving it.
  const last = useRef(keep)
  useEffect(() => {
    last.current = keep
  })
  useEffect(() => () => last.current(), [])
  return (
    <TextField
      label={label}
      placeholder={example}
      value={typed ?? kept}
      maxLength={400}
      isReadOnly={live.state.finished !== null}
      onChange={setTyped}
      onBlur={keep}
    />
  )
}
