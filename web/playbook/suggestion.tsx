import { useEffect, useEffectEvent, useState } from 'react'
import { holds } from '#domain/playbook/condition.ts'
import { heldBack } from '#domain/playbook/held-back.ts'
import { FabComposer } from '#web/client/coach/fab-composer.tsx'
import { Button } from '#web/ui/button.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { notify } from '#web/ui/toast.tsx'
import { contactMessages } from './messages.ts'
import type { LiveRun } from './use-run.ts'

/** One thing that may suit the customer, shown only once their own matter is settled; held back while it is tense or when they only want to be heard [G-04, R-24]. */
export function Suggestion({ live }: { live: LiveRun }) {
  const m = useMessages(contactMessages)
  const { run, state } = live
  const [composing, setComposing] = useState(false)
  const [suggestion] = run.suggestions
  const answer = suggestion ? state.suggestions[suggestion.id] : undefined
  const may =
    suggestion !== undefined &&
    run.playbook.suggestWhen !== undefined &&
    holds(run.playbook.suggestWhen, state) &&
    heldBack(state) === null &&
    !state.finished
  const { act } = live
  const id = suggestion?.id
  const show = useEffectEvent((suggestion: string) => void act({ type: 'suggestionShown', suggestion }))
  useEffect(() => {
    if (may && id && answer === undefined) show(id)
  }, [may, id, answer])
  if (!may || answer === 'declined' || answer === 'accepted') return null
  return (
    <section
      aria-label={m.suggestion.title}
      className="t13 flex flex-wrap items-center gap-2 border-b border-line px-4 py-2.5 lg:px-6"
    >
      <span className="text-ink-3">{m.suggestion.title}</span>
      <b>{suggestion.what}</b>
      {suggestion.why && <span className="text-ink-2">{suggestion.why}</span>}
      <span className="ml-auto flex gap-1.5">
        <Button size="s" kind="bare" aria-expanded={composing} onPress={() => setComposing(!composing)}>
          {m.suggestion.compose}
        </Button>
        <Button size="s" onPress={() => act({ type: 'suggestionAccepted', suggestion: suggestion.id })}>
          {m.suggestion.yes}
        </Button>
        <Button size="s" kind="bare" onPress={() => act({ type: 'suggestionDeclined', suggestion: suggestion.id })}>
          {m.suggestion.no}
        </Button>
      </span>
      {composing && (
        <div className="w-full pt-1">
          <FabComposer
            takeLabel={m.suggestion.say}
            onTake={(said) => {
              if (!act({ type: 'noted', text: said, replaces: [] })) return
              setComposing(false)
              notify({ text: m.suggestion.said })
            }}
          />
        </div>
      )}
    </section>
  )
}
