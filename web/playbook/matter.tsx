import { useState } from 'react'
import { type MatterFact, matterFacts } from '#domain/playbook/facts.ts'
import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Section } from '#web/ui/section.tsx'
import { contactMessages } from './messages.ts'
import type { LiveRun } from './use-run.ts'

/** Facts of today's matter, looked up while talking: filled in here once, spoken by the script from then on. */
export function Matter({ live }: { live: LiveRun }) {
  const m = useMessages(contactMessages)
  return (
    <Section title={m.matter.title} remark={m.matter.fill}>
      {matterFacts.map((fact) => (
        <MatterRow key={fact} live={live} fact={fact} />
      ))}
    </Section>
  )
}

function MatterRow({ live, fact }: { live: LiveRun; fact: MatterFact }) {
  const m = useMessages(contactMessages)
  const language = useLanguage()
  const given = live.run.facts[fact]
  const from = typeof given === 'string' ? given : (given?.[language] ?? '')
  const known = live.state.matter[fact] ?? from
  const [text, setText] = useState<string | null>(null)
  const save = (): void => {
    if (text !== null && text.trim() !== known) live.act({ type: 'factNoted', fact, text })
    setText(null)
  }
  return (
    <label className="t13 grid grid-cols-[64px_minmax(0,1fr)] items-baseline gap-2 border-b border-line">
      <span className="text-ink-3">{m.matter[fact]}</span>
      <input
        value={text ?? known}
        onChange={(event) => setText(event.target.value)}
        onBlur={save}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur()
        }}
        disabled={live.state.finished !== null}
        className="w-full bg-transparent py-[7px] outline-offset-0"
      />
    </label>
  )
}
