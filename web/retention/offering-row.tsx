import { useState } from 'react'
import { Button } from '#web/ui/button.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Quote } from '#web/ui/quote.tsx'
import { LineForm } from './asking-form.tsx'
import { retentionMessages } from './messages.ts'
import { keepWords, type Offering } from './retention-types.ts'
import type { Add } from './use-add.ts'

type Asked = 'accepted' | 'declined' | 'thinking' | 'line' | 'refuse'
type Props = { offering: Offering; acts: Add | null; settled: boolean }

/** An offer on its way: who let it pass, what the customer said, the line that is owed [P-30]. */
export function OfferingRow({ offering, acts, settled }: Props) {
  const { offers: m, form } = useMessages(retentionMessages)
  const language = useLanguage()
  const f = useFormat()
  const { offeringNames, wayNames } = keepWords[language]
  const [asked, setAsked] = useState<Asked | null>(null)
  const { offer, standing, approvedBy, madeBy, words, line, lineOwed, askWhom } = offering
  const facts = [
    offer.way ? wayNames[offer.way] : m.inWords,
    offer.way && m.money(f.money(offer.costFen)),
    madeBy && m.by(madeBy),
    approvedBy && m.approved(approvedBy),
    standing === 'asked' && askWhom.length > 0 && m.waits(f.list(askWhom)),
  ].filter(Boolean)
  const save = (text: string): void => {
    if (asked) acts?.add(wishOf(asked, offering.id, text), () => setAsked(null))
  }
  return (
    <li className="border-b border-line py-2.5">
      <p className="flex items-baseline gap-2">
        <b className="t14">{offer.name[language]}</b>
        <span className={`t13 ml-auto ${standing === 'asked' ? 'text-amber' : 'text-ink-2'}`}>
          {offeringNames[standing]}
        </span>
      </p>
      <p className="t12 text-ink-3">{facts.join(' · ')}</p>
      {words && (
        <p className="t13 text-ink-2">
          <Quote>{words}</Quote>
        </p>
      )}
      {line && <p className="t13 text-ink-2">{line}</p>}
      {lineOwed && <p className="t13 text-amber">{m.lineOwed}</p>}
      {acts && asked === null && <Acts offering={offering} acts={acts} settled={settled} onAsk={setAsked} />}
      {acts && asked && (
        <LineForm
          label={asked === 'line' ? m.lineWhat : asked === 'refuse' ? m.refuseWhy : form.words}
          save={form.save}
          pending={acts.pending}
          onSave={save}
          onCancel={() => setAsked(null)}
        />
      )}
    </li>
  )
}

const wishOf = (asked: Asked, offering: string, text: string): Parameters<Add['add']>[0] => {
  if (asked === 'line') return { type: 'spendNoted', offering, line: text }
  if (asked === 'refuse') return { type: 'approvalRefused', offering, why: text }
  return { type: 'replied', offering, reply: asked, words: text }
}

function Acts({
  offering,
  acts,
  settled,
  onAsk,
}: {
  offering: Offering
  acts: Add
  settled: boolean
  onAsk: (asked: Asked) => void
}) {
  const { offers: m } = useMessages(retentionMessages)
  const { id, standing, lineOwed, mayDecide } = offering
  const { key } = offering.offer
  const open = !settled && (standing === 'made' || standing === 'thinking')
  return (
    <div className="flex flex-wrap gap-2 pt-1.5 empty:hidden">
      {mayDecide && (
        <>
          <Button
            size="s"
            kind="go"
            isDisabled={acts.pending}
            onPress={() => acts.add({ type: 'approvalGiven', offering: id })}
          >
            {m.approve}
          </Button>
          <Button size="s" onPress={() => onAsk('refuse')}>
            {m.refuse}
          </Button>
        </>
      )}
      {standing === 'approved' && !settled && key !== null && (
        <Button
          size="s"
          isDisabled={acts.pending}
          onPress={() => acts.add({ type: 'offered', offering: id, offer: key })}
        >
          {m.offer}
        </Button>
      )}
      {open &&
        (['accepted', 'declined', 'thinking'] as const)
          .filter((reply) => reply !== standing)
          .map((reply) => (
            <Button key={reply} size="s" onPress={() => onAsk(reply)}>
              {m.replies[reply]}
            </Button>
          ))}
      {lineOwed && (
        <Button size="s" onPress={() => onAsk('line')}>
          {m.line}
        </Button>
      )}
    </div>
  )
}
