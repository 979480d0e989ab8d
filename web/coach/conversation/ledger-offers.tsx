import { type ReactNode, useState } from 'react'
import type { SpokenTurn } from '#domain/coach/conversation/transcript.ts'
import type { ConversationView } from '#domain/coach/conversation/view.ts'
import { useErrorText } from '#web/client/errors.ts'
import { useSession } from '#web/client/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { useFormat } from '#web/ui/format.ts'
import { Link } from '#web/ui/link.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { RadioGroup } from '#web/ui/radio-group.tsx'
import { Row, Rows, Section } from '#web/ui/section.tsx'
import { talkMessages } from './messages.ts'
import type { Talk } from './talk.ts'
import { MOST, type Offer, offersIn, type TalkChannel, useLedger } from './use-ledger.ts'

/** Chooses a customer; the page that joins the domains gives it. */
export type Chooser = (value: string | null, onChange: (id: string | null) => void) => ReactNode

type Props = {
  talk: Talk
  turns: readonly SpokenTurn[]
  view: ConversationView
  chooser: Chooser
  onTalk: (talk: Talk) => void
}

/** Promises and wishes that were found, each into its ledger in one press, and the words into the customer's contacts. */
export function LedgerOffers({ talk, turns, view, chooser, onTalk }: Props) {
  const { ledger: m } = useMessages(talkMessages)
  const { branch } = useSession()
  const errorText = useErrorText()
  const [channel, setChannel] = useState<TalkChannel>('call')
  const { take, log, error, pending } = useLedger(talk, turns, onTalk)
  const offers = offersIn(view, branch.timeZone)
  const { customerId } = talk
  const chosen = customerId !== null
  const choose = (id: string | null): void => onTalk({ ...talk, customerId: id, taken: [], touched: false })
  const long = turns.reduce((sum, { speaker, text }) => sum + speaker.length + text.length + 2, 0) > MOST
  return (
    <Section title={m.title} remark={m.remark}>
      <div className="grid gap-1 pt-2">
        <p className="t12 text-ink-3">{m.whom}</p>
        {chooser(customerId, choose)}
      </div>
      {offers.length === 0 && <p className="t13 py-2 text-ink-3">{m.none}</p>}
      <Rows label={m.title}>
        {offers.map((offer) => (
          <OfferRow
            key={offer.key}
            offer={offer}
            taken={talk.taken.includes(offer.key)}
            onTake={chosen && !pending ? () => take(offer) : null}
          />
        ))}
      </Rows>
      {error && (
        <p role="alert" className="t13 pt-2 text-red">
          {errorText(error)}
        </p>
      )}
      <div className="grid gap-2 pt-3">
        {talk.touched && customerId !== null ? (
          <p className="t13">
            <span className="text-jade">{m.touched}</span> <Link href={`/customers/${customerId}`}>{m.open}</Link>
          </p>
        ) : (
          <>
            <RadioGroup<TalkChannel>
              label={m.channel}
              options={(['call', 'message', 'visit'] as const).map((id) => ({ id, label: m.channels[id] }))}
              value={channel}
              onChange={setChannel}
            />
            <Button className="justify-self-start" isDisabled={!chosen || pending} onPress={() => log(channel)}>
              {m.touch}
            </Button>
            <p className="t12 text-ink-3">
              {m.touchHint} {long && m.long}
            </p>
          </>
        )}
      </div>
    </Section>
  )
}

type OfferRowProps = { offer: Offer; taken: boolean; onTake: (() => void) | null }

function OfferRow({ offer, taken, onTake }: OfferRowProps) {
  const { ledger: m, view } = useMessages(talkMessages)
  const { today } = useSession()
  const format = useFormat()
  const act = offer.kind === 'promise' ? m.toPromise : m.toExpectation
  const by =
    offer.kind === 'promise'
      ? m.promise([format.shortDay(offer.dueDay, today), offer.dueTime].filter(Boolean).join(' '))
      : offer.said === 'us'
        ? m.confirmed
        : offer.confirmed
          ? m.expectationSure
          : m.expectation
  return (
    <Row
      note={`${view.line(offer.turn + 1)} · ${by}`}
      end={
        taken ? (
          <span className="text-jade">{m.taken}</span>
        ) : (
          <Button
            size="s"
            aria-label={`${act}${format.colon}${offer.what}`}
            isDisabled={onTake === null}
            onPress={() => onTake?.()}
          >
            {act}
          </Button>
        )
      }
    >
      {offer.what}
    </Row>
  )
}
