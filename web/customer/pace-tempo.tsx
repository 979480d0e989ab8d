import { useRef, useState } from 'react'
import { paceOf, type Pace, syllablesAMinute, type Tempo, tempoOf } from '#domain/customer/pace.ts'
import { now } from '#web/client/clock.ts'
import { Button } from '#web/ui/button.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useMessages } from '#web/ui/messages.ts'
import { craftMessages } from './craft-messages.ts'
import type { Customer } from './customer-types.ts'

/** How fast to speak with a customer [K-15]: their pace in syllables a minute, why it matters, and a sentence to try it on. */
export function PaceTempo({ customer }: { customer: Pick<Customer, 'dossier'> }) {
  const { pace: m } = useMessages(craftMessages)
  const pace = paceOf(customer.dossier)
  if (pace === null) return null
  const { from, to } = syllablesAMinute[pace]
  return (
    <div className="t12 mt-1 grid gap-1 text-ink-2">
      <span>
        {m.match(from, to)}
        <span className="block">{m.advice[pace]}</span>
      </span>
      <details>
        <summary className="cursor-pointer text-jade">{m.story}</summary>
        <p className="py-1">{m.told}</p>
        <p className="font-strong text-ink">{m.moral}</p>
      </details>
      <details>
        <summary className="cursor-pointer text-jade">{m.try}</summary>
        <Try pace={pace} />
      </details>
    </div>
  )
}

/** Reads a sentence against the clock; nothing is recorded or kept. */
function Try({ pace }: { pace: Pace }) {
  const { pace: m } = useMessages(craftMessages)
  const began = useRef<Date | null>(null)
  const [reading, setReading] = useState(false)
  const [tempo, setTempo] = useState<Tempo | 'short' | null>(null)
  const press = () => {
    const at = now()
    if (began.current === null) {
      began.current = at
      setTempo(null)
      return setReading(true)
    }
    setTempo(tempoOf(m.sample, (at.getTime() - began.current.getTime()) / 1000, pace) ?? 'short')
    began.current = null
    setReading(false)
  }
  return (
    <div className="grid justify-items-start gap-2 py-1">
      <p className="t14 text-ink">{m.sample}</p>
      <Button size="s" onPress={press}>
        {reading ? m.stop : m.start}
      </Button>
      <p role="status" className="text-ink">
        {tempo !== null && <Heard tempo={tempo} />}
      </p>
    </div>
  )
}

function Heard({ tempo }: { tempo: Tempo | 'short' }) {
  const { pace: m } = useMessages(craftMessages)
  const format = useFormat()
  if (tempo === 'short') return <>{m.tooShort}</>
  const { perMinute, over } = tempo
  const share = format.percent(Math.abs(over))
  return (
    <>{[m.yours(perMinute), over > 0 ? m.faster(share) : over < 0 ? m.slower(share) : m.same].join(format.comma)}</>
  )
}
