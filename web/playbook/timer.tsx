import { useEffect, useState } from 'react'
import { now } from '#web/client/clock.ts'
import { useFormat } from '#web/ui/format.ts'
import { useMessages } from '#web/ui/messages.ts'
import { contactMessages } from './messages.ts'

/** A quiet clock: how long the conversation has lasted. */
export function Timer({ since, until }: { since: Date; until: Date | null }) {
  const m = useMessages(contactMessages)
  const format = useFormat()
  const [at, setAt] = useState(now)
  useEffect(() => {
    const timer = setInterval(() => setAt(now()), 1000)
    return () => clearInterval(timer)
  }, [])
  const seconds = Math.max(0, ((until ?? at).getTime() - since.getTime()) / 1000)
  return (
    <span role="timer" aria-label={m.inCall} className="t13 text-ink-3 tabular-nums">
      {format.clock(seconds)}
    </span>
  )
}
