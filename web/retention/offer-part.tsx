import { useState } from 'react'
import { sentence } from '#domain/kernel/said.ts'
import { ways } from '#domain/retention/way.ts'
import { freshId } from '#web/client/id.ts'
import { useRead } from '#web/client/query.ts'
import { Button } from '#web/ui/button.tsx'
import { Checkbox } from '#web/ui/checkbox.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { SkeletonRows } from '#web/ui/states.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { AskingForm } from './asking-form.tsx'
import { retentionMessages } from './messages.ts'
import { OfferingRow } from './offering-row.tsx'
import { CasePart } from './part.tsx'
import { keepWords, offerReasons, type RankedOffer, type RetentionShown } from './retention-types.ts'
import type { Add } from './use-add.ts'

type Props = { shown: RetentionShown; acts: Add | null; now: boolean }

/** What was offered and what could be, by the seven ways, the best first with its reasons. */
export function OfferPart({ shown, acts, now }: Props) {
  const { offers: m } = useMessages(retentionMessages)
  const open = acts !== null && shown.settled === null && shown.stage !== 'closed' && !shown.guard.applied
  const ready = shown.reached && shown.reasons.some(({ voice }) => voice !== 'model')
  return (
    <CasePart title={m.title} now={now}>
      {shown.offerings.length > 0 && (
        <ul aria-label={m.made}>
          {shown.offerings.map((offering) => (
            <OfferingRow key={offering.id} offering={offering} acts={acts} settled={shown.settled !== null} />
          ))}
        </ul>
      )}
      {open && !ready && <p className="t13 py-2 text-ink-3">{m.first}</p>}
      {open && ready && (
        <Ranked caseId={shown.id} acts={acts} made={shown.offerings.flatMap(({ offer }) => offer.key ?? [])} />
      )}
    </CasePart>
  )
}

function Ranked({ caseId, acts, made }: { caseId: string; acts: Add; made: readonly string[] }) {
  const { offers: m } = useMessages(retentionMessages)
  const f = useFormat()
  const { data } = useRead('GET /api/retention/:id/offers', { params: { id: caseId } })
  if (!data) return <SkeletonRows rows={4} />
  const rows = data.rows.filter(({ key }) => !made.includes(key))
  return (
    <>
      <SevenWays />
      {rows.length === 0 && <p className="t13 py-2 text-ink-3">{m.none}</p>}
      <ol>
        {rows.map((offer, place) => (
          <OfferRow key={offer.key} offer={offer} place={place + 1} acts={acts} />
        ))}
      </ol>
      <p className="t12 pt-2 text-ink-3">{m.left(f.money(data.leftFen.inCase), f.money(data.leftFen.inMonth))}</p>
    </>
  )
}

/** All seven, for whoever looks for another: the last is letting go well. */
function SevenWays() {
  const { offers: m } = useMessages(retentionMessages)
  const { wayNames, wayLines } = keepWords[useLanguage()]
  return (
    <details className="t13 py-2">
      <summary className="touch cursor-pointer text-ink-2">{m.way}</summary>
      <ol className="grid gap-x-6 pt-1 pb-2 md:grid-cols-2">
        {ways.map((way, place) => (
          <li key={way} className="py-1">
            <b>
              {place + 1} {wayNames[way]}
            </b>{' '}
            <span className="text-ink-2">{wayLines[way]}</span>
          </li>
        ))}
      </ol>
    </details>
  )
}

function OfferRow({ offer, place, acts }: { offer: RankedOffer; place: number; acts: Add }) {
  const { offers: m } = useMessages(retentionMessages)
  const language = useLanguage()
  const { list } = useFormat()
  const { wayNames } = keepWords[language]
  const words = offerReasons[language]
  const [asking, setAsking] = useState(false)
  const { by, said, askWhom } = offer.spending
  const asks = by === 'approval' || offer.addsTermMonths > 0
  const make = (): void => acts.add({ type: 'offered', offering: freshId(), offer: offer.key, termAgreed: false })
  return (
    <li className="border-b border-line py-2.5">
      <div className="flex items-start gap-3">
        <span className="t13 w-4 pt-0.5 text-ink-3">{place}</span>
        <div className="min-w-0 flex-1">
          <p className="t14 font-strong">
            {offer.name[language]} <span className="t12 font-normal text-ink-3">{wayNames[offer.way]}</span>
          </p>
          <ul className="t13 text-ink-2">
            {offer.why.map((reason) => (
              <li key={reason.code} className={`inline ${reason.code === 'offer.answersNeed' ? 'text-jade' : ''}`}>
                {sentence(words, reason)}{' '}
              </li>
            ))}
            <li className={by === 'approval' ? 'text-amber' : 'text-ink-3'}>
              {sentence(words, said)}
              {by === 'approval' && ` ${askWhom.length > 0 ? m.whom(list(askWhom)) : m.nobody}`}
            </li>
          </ul>
        </div>
        {!asking && (
          <Button
            size="s"
            isDisabled={acts.pending || (by === 'approval' && askWhom.length === 0)}
            onPress={() => (asks ? setAsking(true) : make())}
          >
            {by === 'approval' ? m.askFor : m.offer}
          </Button>
        )}
      </div>
      {asking && <OfferForm offer={offer} acts={acts} onClose={() => setAsking(false)} />}
    </li>
  )
}

/** A line for whoever decides, and the customer's express word where a term would grow. */
function OfferForm({ offer, acts, onClose }: { offer: RankedOffer; acts: Add; onClose: () => void }) {
  const { offers: m } = useMessages(retentionMessages)
  const [why, setWhy] = useState('')
  const [agreed, setAgreed] = useState(false)
  const approval = offer.spending.by === 'approval'
  const wanted = { offering: freshId(), offer: offer.key, termAgreed: agreed }
  const save = (): void =>
    acts.add(approval ? { type: 'approvalAsked', ...wanted, why: why.trim() } : { type: 'offered', ...wanted }, onClose)
  return (
    <AskingForm save={approval ? m.askFor : m.offer} pending={acts.pending} onSubmit={save} onCancel={onClose}>
      {approval && <TextField label={m.why} value={why} onChange={setWhy} maxLength={400} autoFocus isRequired />}
      {offer.addsTermMonths > 0 && (
        <Checkbox isSelected={agreed} onChange={setAgreed}>
          {m.term(offer.addsTermMonths)}
        </Checkbox>
      )}
    </AskingForm>
  )
}
