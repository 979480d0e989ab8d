import { useState } from 'react'
import { runFacts } from '#domain/playbook/run-facts.ts'
import { speakable } from '#domain/playbook/disclosure.ts'
import { versionFor } from '#domain/playbook/script.ts'
import { momentsOfOccasion, momentsOfPlaybook } from '#domain/script/moment.ts'
import { rolesOfStep } from '#domain/script/step.ts'
import type { LiveRun } from '#web/playbook/use-run.ts'
import { scriptMessages } from '#web/script/messages.ts'
import { RunWords } from '#web/script/run-words.tsx'
import { Button, IconButton } from '#web/ui/button.tsx'
import { useMessages } from '#web/ui/messages.ts'

/** One key away from any step: the words of the library that fit it, filled with what may be said by now. */
export function WordsOfRun({ live }: { live: LiveRun }) {
  const { inRun: m } = useMessages(scriptMessages)
  const [open, setOpen] = useState(false)
  const { run, state, today, act } = live
  const step = run.playbook.steps.find(({ id }) => id === state.step)
  const talk = {
    runId: run.id,
    playbook: run.playbook.id,
    kind: run.customer.kind,
    facts: speakable(state, { ...run.facts, ...runFacts(state, today) }),
    version: versionFor(run.contacts, state.tense),
    roles: rolesOfStep(run.playbook, step),
    moments: [
      ...momentsOfPlaybook(run.playbook.id, today),
      ...run.occasions.flatMap(({ kind }) => momentsOfOccasion(kind, today)),
    ],
    written: run.channel === 'message' || run.channel === 'mail',
    said: state.words,
    closed: state.finished !== null,
    onSaid: (words: (typeof state.words)[number], said: boolean) => void act({ type: 'wordsSaid', ...words, said }),
  }
  return (
    <>
      <IconButton label={m.open} icon="script" className="md:hidden" onPress={() => setOpen(true)} />
      <Button icon="script" hotkey="alt+s" hotkeyWhileTyping className="max-md:hidden" onPress={() => setOpen(true)}>
        {m.open}
      </Button>
      {open && <RunWords talk={talk} onClose={() => setOpen(false)} />}
    </>
  )
}
