import { useState } from 'react'
import type { Line } from '#domain/playbook/definition.ts'
import type { KnownFacts } from '#domain/playbook/disclosure.ts'
import { runFacts } from '#domain/playbook/run-facts.ts'
import { type Segment, showsScript, spokenLines, versionFor } from '#domain/playbook/script.ts'
import { Button } from '#web/ui/button.tsx'
import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Fill, Say } from '#web/ui/quote.tsx'
import { contactMessages } from './messages.ts'
import type { LiveRun } from './use-run.ts'

/** The lines of a step as they can be said now to this customer. */
export const useLines = (live: LiveRun, lines: readonly Line[], around: KnownFacts = {}): Segment[][] => {
  const language = useLanguage()
  const { run, state, today } = live
  const version = versionFor(run.contacts, state.tense)
  return spokenLines(lines, state, version, { ...run.facts, ...runFacts(state, today), ...around }, language)
}

/** Words to say: the first large, others quieter; folded away for a practised hand, one key from sight. */
export function Script({ live, lines }: { live: LiveRun; lines: readonly Line[] }) {
  const m = useMessages(contactMessages)
  const { run, state } = live
  const open = showsScript(state.context?.skill ?? 'new', run.uses, versionFor(run.contacts, state.tense))
  const [turned, setTurned] = useState(false)
  const spoken = useLines(live, lines)
  if (spoken.length === 0) return null
  if (open === turned)
    return (
      <Button kind="bare" size="s" icon="script" hotkey="alt+w" hotkeyWhileTyping onPress={() => setTurned(!turned)}>
        {m.showWords}
      </Button>
    )
  return (
    <div className="flex flex-col gap-3">
      {spoken.map((segments, place) => (
        <Say key={segments.map(({ text }) => text).join('')} alternative={place > 0}>
          <Spoken segments={segments} />
        </Say>
      ))}
      {!open && (
        <Button
          kind="bare"
          size="s"
          className="self-start"
          hotkey="alt+w"
          hotkeyWhileTyping
          onPress={() => setTurned(false)}
        >
          {m.hideWords}
        </Button>
      )}
    </div>
  )
}

/** A line with its facts underlined, so that the eye finds what is about this customer. */
export function Spoken({ segments }: { segments: readonly Segment[] }) {
  return segments.map(({ text, fact }, place) => {
    const key = `${place} ${text}`
    return fact ? <Fill key={key}>{text}</Fill> : <span key={key}>{text}</span>
  })
}
