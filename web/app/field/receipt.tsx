import { useState } from 'react'
import { now } from '#web/client/clock.ts'
import { freshId } from '#web/client/id.ts'
import { post } from '#web/client/parcels.ts'
import { useRead } from '#web/client/query.ts'
import { useSeat, useSession } from '#web/client/session.tsx'
import { Button, IconButton } from '#web/ui/button.tsx'
import { Drawer } from '#web/ui/drawer.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { NumberField } from '#web/ui/number-field.tsx'
import { type Signed, SignaturePad } from '#web/ui/signature.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { notify } from '#web/ui/toast.tsx'
import { fieldMessages } from './messages.ts'
import type { Stop } from './stops.ts'

/** The receipt that ships with the core pack, and the place in it the customer signs. */
const RECEIPT = 'gift-receipt'
const SIGNED = 'signed'

type Gift = { gift: string; count: number }

/** A gift handed over and signed for on this screen; the form waits here like everything else and arrives whole, once [P-21]. */
export function ReceiptAct({ stop }: { stop: Stop }) {
  const { receipt: m } = useMessages(fieldMessages)
  const [open, setOpen] = useState(false)
  return (
    <>
      <IconButton kind="bare" icon="edit" label={m.act} onPress={() => setOpen(true)} />
      {open && <Receipt stop={stop} onClose={() => setOpen(false)} />}
    </>
  )
}

function Receipt({ stop, onClose }: { stop: Stop; onClose: () => void }) {
  const { receipt: m } = useMessages(fieldMessages)
  const [gifts, setGifts] = useState<readonly Gift[]>([{ gift: '', count: 1 }])
  const [pending, setPending] = useState(false)
  const keep = useKeepReceipt(stop)
  const named = gifts.filter(({ gift }) => gift.trim() !== '')
  const change = (place: number, part: Partial<Gift>): void =>
    setGifts(gifts.map((one, at) => (at === place ? { ...one, ...part } : one)))
  const sign = async (signed: Signed): Promise<void> => {
    setPending(true)
    if (await keep(named, signed)) onClose()
    setPending(false)
  }
  return (
    <Drawer title={m.title} remark={stop.calledBy} side="bottom" isOpen onClose={onClose}>
      <div className="mx-auto flex max-w-lg flex-col gap-3 pt-3">
        {gifts.map(({ gift, count }, place) => (
          <div key={place} className="flex items-end gap-2">
            <TextField
              label={m.gift}
              value={gift}
              onChange={(text) => change(place, { gift: text })}
              maxLength={60}
              className="min-w-0 flex-1"
            />
            <NumberField
              label={m.count}
              value={count}
              onChange={(number) => change(place, { count: number })}
              minValue={1}
              maxValue={999}
              className="w-24"
            />
          </div>
        ))}
        <span>
          <Button size="s" kind="bare" icon="plus" onPress={() => setGifts([...gifts, { gift: '', count: 1 }])}>
            {m.another}
          </Button>
        </span>
        {named.length === 0 ? (
          <p className="t13 text-ink-3">{m.first}</p>
        ) : (
          <SignaturePad
            label={m.signature}
            says={m.says}
            name={stop.calledBy}
            isPending={pending}
            onSign={(signed) => void sign(signed)}
          />
        )}
      </div>
    </Drawer>
  )
}

/** Puts a signed receipt on its way; false when the device could not keep it. */
const useKeepReceipt = (stop: Stop): ((gifts: readonly Gift[], signed: Signed) => Promise<boolean>) => {
  const { receipt: m } = useMessages(fieldMessages)
  const seat = useSeat()
  const { today } = useSession()
  const layouts = useRead('GET /api/form-layouts', {}).data?.layouts
  const hash = layouts?.find(({ layout }) => layout.id === RECEIPT)?.hash
  return async (gifts, signed) => {
    const id = freshId()
    const answers = {
      customer: stop.customer.name,
      day: today,
      gifts: gifts.map(({ gift, count }) => ({ gift: gift.trim(), count })),
    }
    const body = {
      key: RECEIPT,
      ...(hash && { hash }),
      customerId: stop.customer.id,
      personId: stop.personId,
      appointmentId: stop.meeting?.id ?? null,
      onDay: today,
      changes: Object.entries(answers).map(([field, to]) => ({ field, from: null, to })),
      signatures: [{ field: SIGNED, ...signed, at: now().toISOString() }],
    }
    const about = { customerId: stop.customer.id, name: stop.calledBy }
    const { is } = await post(seat, { id, key: 'PUT /api/forms/:id', request: { params: { id }, body }, about })
    if (is === 'noRoom') notify({ text: m.noRoom, tone: 'problem' })
    if (is === 'kept') notify({ text: m.kept })
    if (is === 'sent') notify({ text: m.sent })
    return is !== 'noRoom'
  }
}
