import { type FormEvent, useState } from 'react'
import type { Offer } from '#domain/playbook/event.ts'
import { CoachedLine } from '#web/client/coach/coached-area.tsx'
import { useHeld } from '#web/client/coach/use-held.ts'
import { Button } from '#web/ui/button.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Select } from '#web/ui/select.tsx'
import type { OfferHere } from './case-offers.ts'
import { procedureMessages } from './procedure-messages.ts'

type Props = { offers: readonly OfferHere[]; onOffer: (offer: Offer) => void }

const OWN = ''

/** What is put before the customer: an offer of the case with its money, or one in words only; and what they said to it. */
export function OfferForm({ offers, onOffer }: Props) {
  const { offers: m } = useMessages(procedureMessages)
  const language = useLanguage()
  const f = useFormat()
  const [key, setKey] = useState<string | null>(null)
  const [what, setWhat] = useState('')
  const held = useHeld(what)
  const chosen = offers.find((offer) => offer.key === key)
  const own = offers.length === 0 || key === OWN
  const unsaid = !chosen && !own
  const answered = (answer: Offer['answer']): void => {
    if (chosen) onOffer({ what: chosen.name[language], answer, key: chosen.key })
    else if (own && what.trim() && !held) onOffer({ what: what.trim(), answer })
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    answered('accepted')
  }
  const listed = offers.map((offer) => ({
    id: offer.key,
    label: offer.name[language],
    note: m.money(f.money(offer.costFen)),
  }))
  return (
    <form onSubmit={submit} className="grid w-[min(280px,80vw)] gap-3">
      {offers.length > 0 && (
        <Select label={m.which} value={key} onChange={setKey} options={[...listed, { id: OWN, label: m.own }]} />
      )}
      {own && (
        <CoachedLine
          by="note"
          label={m.what}
          value={what}
          onChange={setWhat}
          autoFocus
          {...(held ? { error: held } : {})}
        />
      )}
      <div className="flex gap-2">
        <Button type="submit" kind="go" isDisabled={unsaid}>
          {m.accepted}
        </Button>
        <Button isDisabled={unsaid} onPress={() => answered('declined')}>
          {m.declined}
        </Button>
      </div>
    </form>
  )
}
