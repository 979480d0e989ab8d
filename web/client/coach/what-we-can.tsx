import type { Can } from '#domain/expectation/board.ts'
import { Button } from '#web/ui/button.tsx'
import { Checkbox } from '#web/ui/checkbox.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { CoachedLine } from './coached-area.tsx'
import { coachFieldMessages } from './messages.ts'

type Props = {
  label: string
  can: Can | null
  offer: string
  onOffer: (offer: string) => void
  openly: boolean
  onOpenly: (openly: boolean) => void
  /** Why the words are not taken as they stand. */
  held: string | null
  autoFocus?: boolean
}

/**
 * What we can do, said to a wish. Short of "can" it does not stop at no: three ways on for three situations, or that there is nothing,
 * said openly [H-36].
 */
export function WhatWeCan({ label, can, offer, onOffer, openly, onOpenly, held, autoFocus = false }: Props) {
  const { whatWeCan: m } = useMessages(coachFieldMessages)
  const short = can === 'partly' || can === 'cannot'
  return (
    <div className="grid gap-2">
      <CoachedLine
        label={label}
        value={offer}
        onChange={onOffer}
        autoFocus={autoFocus}
        {...(held ? { error: held } : {})}
      />
      {short && offer.trim() === '' && (
        <div role="group" aria-label={m.title} className="flex flex-wrap items-center gap-1.5">
          <span className="t12 text-ink-3">{m.title}</span>
          {m.ways.map(({ when, begin }) => (
            <Button key={when} size="s" aria-label={`${when} ${begin}`} onPress={() => onOffer(begin)}>
              {when}
            </Button>
          ))}
        </div>
      )}
      {can === 'cannot' && offer.trim() === '' && (
        <Checkbox isSelected={openly} onChange={onOpenly}>
          {m.nothing}
        </Checkbox>
      )}
    </div>
  )
}
