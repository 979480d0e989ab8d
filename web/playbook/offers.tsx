import { type FormEvent, useState } from 'react'
import type { Offer } from '#domain/playbook/event.ts'
import { CoachedLine } from '#web/client/coach/coached-area.tsx'
import { useHeld } from '#web/client/coach/use-held.ts'
import { Button } from '#web/ui/button.tsx'
import { Icon } from '#web/ui/icons.tsx'
import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Popover } from '#web/ui/popover.tsx'
import { procedureMessages } from './procedure-messages.ts'
import type { LiveRun } from './use-run.ts'

/** How many offers are left, and the way out, which stays open all along: 挽留, never 强留. */
export function Offers({ live }: { live: LiveRun }) {
  const { offers: m } = useMessages(procedureMessages)
  const language = useLanguage()
  const { run, state, act } = live
  const { offers } = run.playbook
  if (!offers || !state.connectedAt || state.missed) return null
  const left = offers.most - state.offers.filter(({ answer }) => answer === 'declined').length
  const out = run.playbook.steps.find(({ id }) => id === offers.wayOut)
  return (
    <section
      aria-label={m.title}
      className="t13 flex flex-wrap items-center gap-x-3 gap-y-1.5 border-b border-line bg-paper-2 px-4 py-2 lg:px-6"
    >
      <span>
        {m.title} · <b>{left > 0 ? m.left(left) : m.none}</b>
      </span>
      {state.offers.map(({ what, answer }, place) => (
        <span key={`${place} ${what}`} className="text-ink-2">
          {what} · {m[answer]}
        </span>
      ))}
      {!state.finished && (
        <span className="ml-auto flex flex-wrap gap-2">
          {left > 0 && (
            <Popover label={m.add} trigger={<Button size="s">{m.add}</Button>}>
              {(close) => <OfferForm onOffer={(offer) => act({ type: 'offerMade', offer }) && close()} />}
            </Popover>
          )}
          {out && (
            <Button
              size="s"
              aria-label={`${m.wayOut}：${out.title[language]}`}
              isDisabled={state.step === out.id}
              onPress={() => act({ type: 'stepEntered', step: out.id, branch: null })}
            >
              <Icon name="exit" small />
              {out.title[language]}
            </Button>
          )}
        </span>
      )}
    </section>
  )
}

function OfferForm({ onOffer }: { onOffer: (offer: Offer) => void }) {
  const { offers: m } = useMessages(procedureMessages)
  const [what, setWhat] = useState('')
  const held = useHeld(what)
  const answered = (answer: Offer['answer']): void => {
    if (what.trim() && !held) onOffer({ what: what.trim(), answer })
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    answered('accepted')
  }
  return (
    <form onSubmit={submit} className="grid gap-3">
      <CoachedLine
        by="note"
        label={m.what}
        value={what}
        onChange={setWhat}
        autoFocus
        {...(held ? { error: held } : {})}
      />
      <div className="flex gap-2">
        <Button type="submit" kind="go">
          {m.accepted}
        </Button>
        <Button onPress={() => answered('declined')}>{m.declined}</Button>
      </div>
    </form>
  )
}
