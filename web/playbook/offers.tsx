import { heldBack } from '#domain/playbook/held-back.ts'
import { Button, IconButton } from '#web/ui/button.tsx'
import { Icon } from '#web/ui/icons.tsx'
import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Popover } from '#web/ui/popover.tsx'
import { useCaseOffers } from './case-offers.ts'
import { OfferForm } from './offer-form.tsx'
import { procedureMessages } from './procedure-messages.ts'
import type { LiveRun } from './use-run.ts'

/**
 * How many offers are left, and the way out, which stays open all along: 挽留, never 强留. They wait while the customer is upset, and
 * whoever only wants to be heard is offered nothing.
 */
export function Offers({ live }: { live: LiveRun }) {
  const { offers: m } = useMessages(procedureMessages)
  const language = useLanguage()
  const { run, state, act } = live
  const { offers } = run.playbook
  const talking = offers !== undefined && state.connectedAt !== null && !state.missed
  const onCase = useCaseOffers(run.customer.id, talking && !state.finished)
  if (!talking) return null
  const left = offers.most - state.offers.filter(({ answer }) => answer === 'declined').length
  const out = run.playbook.steps.find(({ id }) => id === offers.wayOut)
  const offered = state.offers.map(({ key }) => key)
  const held = state.finished ? null : heldBack(state)
  const now = onCase.settled ? m.settled : left <= 0 ? m.none : held ? m.held[held] : m.left(left)
  const open = onCase.offers.filter(({ key }) => !offered.includes(key))
  return (
    <section
      aria-label={m.title}
      className="t13 flex flex-wrap items-center gap-x-3 gap-y-1.5 border-b border-line bg-paper-2 px-4 py-2 lg:px-6"
    >
      <span>
        {m.title} · <b>{now}</b>
      </span>
      {state.offers.map(({ id, what, answer }) => (
        <span key={id} className="flex items-center gap-1 text-ink-2">
          {what} · {m[answer]}
          {!state.finished && (
            <IconButton
              size="s"
              kind="bare"
              icon="undo"
              label={m.takeBack(what)}
              onPress={() => act({ type: 'offerTakenBack', offer: id })}
            />
          )}
        </span>
      ))}
      {!state.finished && (
        <span className="ml-auto flex flex-wrap gap-2">
          {left > 0 && !onCase.settled && held === null && (
            <Popover label={m.add} trigger={<Button size="s">{m.add}</Button>}>
              {(close) => <OfferForm offers={open} onOffer={(offer) => act({ type: 'offerMade', offer }) && close()} />}
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
