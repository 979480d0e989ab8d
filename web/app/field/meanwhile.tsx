import { useEffect } from 'react'
import type { Contract } from '#api/contract.ts'
import type { Reply } from '#api/endpoint.ts'
import type { Parcel } from '#web/client/parcel.ts'
import { useFormat } from '#web/ui/format.ts'
import { useMessages } from '#web/ui/messages.ts'
import { notify } from '#web/ui/toast.tsx'
import { fieldMessages } from './messages.ts'
import { kindOf } from './use-outbox.ts'

type Started = Reply<Contract['PUT /api/runs/:id']>
type Met = { name: string; who: readonly string[] }

let tell: (met: Met) => void = () => undefined

/** A contact begun without a network has arrived; the server says who else was with the customer meanwhile. */
export const hearOf = ({ key, about }: Parcel, reply: unknown): void => {
  if (key !== 'PUT /api/runs/:id') return
  const { meanwhile = [] } = reply as Started
  const who = [...new Set(meanwhile.map(({ by }) => by))]
  if (who.length > 0) tell({ name: about.name, who })
}

let tellRefused: (parcel: Parcel) => void = () => undefined

/** Something written without a network was not taken; whoever wrote it has gone on meanwhile. */
export const hearOfRefusal = (parcel: Parcel): void => tellRefused(parcel)

/** Says so on whatever page is open by then; it stays on the screen until it is read. */
export function TellMeanwhile() {
  const { outbox: m } = useMessages(fieldMessages)
  const format = useFormat()
  useEffect(() => {
    tell = ({ name, who }) => notify({ text: m.meanwhile(name, format.list(who)), tone: 'problem' })
    tellRefused = (parcel) =>
      notify({ text: m.notTaken(parcel.about.name, parcel.about.what ?? m.kinds[kindOf(parcel)]), tone: 'problem' })
    return () => {
      tell = () => undefined
      tellRefused = () => undefined
    }
  }, [m, format])
  return null
}
