import type { Contract } from '#api/contract.ts'
import type { Request } from '#api/endpoint.ts'
import { type Answer, same } from '#domain/form/answer.ts'
import { freshId } from '#web/client/id.ts'
import type { About, Parcel } from '#web/client/parcel.ts'
import { amend, deliver, outboxNow, post } from '#web/client/parcels.ts'
import type { Seat } from '#web/client/seat.ts'
import { Refused } from '#web/client/send.ts'
import type { WriteKey } from '#web/client/query.ts'
import type { FormShown } from './form-types.ts'
import { type FormWrite, joined } from './form-writes.ts'

type FormKey = Extract<WriteKey, `${string} /api/forms/:id${string}`>

const PUT = 'PUT /api/forms/:id'

/** What of a form this device has still to send, in its order. */
export const waitingOf = (formId: string): readonly Parcel[] =>
  outboxNow().parcels.filter(
    ({ key, request }) =>
      key.includes('/api/forms/:id') && (request as { params: { id: string } }).params.id === formId,
  )

/** Whether what is written in a form now has to wait: something before it does. */
export const hasWaiting = (formId: string): boolean => waitingOf(formId).some(({ state }) => state === 'waiting')

/** No answer at all: what was to be sent waits here instead. */
export const isCutOff = (error: unknown): boolean => error instanceof Refused && error.status === 0

export const aboutForm = (form: FormShown, title: string): About => ({
  customerId: form.customer?.id ?? null,
  name: form.customer?.name ?? form.author.name,
  what: title,
})

/** Keeps a write of a form on this device; it goes once what came before it has gone. False where there is no room. */
export const keepFormWrite = async <K extends FormKey>(
  seat: Seat,
  key: K,
  request: Request<Contract[K]>,
  about: About,
  id = freshId(),
): Promise<boolean> => (await post(seat, { id, key, request, about }, { patienceMs: 0 })).is !== 'noRoom'

/** Keeps what was written since; as long as what was kept last has never been on its way, it goes into that. */
export const keepChanges = async (seat: Seat, write: FormWrite, about: About): Promise<boolean> => {
  const last = waitingOf(write.params.id).at(-1)
  if (last?.key === PUT && (await amend(seat, last, joined(last.request as FormWrite, write)))) {
    void deliver()
    return true
  }
  return keepFormWrite(seat, PUT, write, about)
}

/** Writings in a form that met somebody else's and were not taken; they stay until their writer has chosen. */
export const refusedOf = (formId: string): readonly Parcel[] =>
  waitingOf(formId).filter(({ key, state, answer }) => key === PUT && state !== 'waiting' && answer?.status === 409)

type Met = { field: string; theirs: Answer | null; by: string; yours: Answer | null }

/** Every field such a writing wanted to change and that stands otherwise now, with both words. */
export const clashesIn = (refused: readonly Parcel[], { answers }: Pick<FormShown, 'answers'>): Met[] => {
  const met = new Map<string, Met>()
  for (const { request, answer } of refused) {
    const by = answer?.reply.conflicts?.[0]?.by ?? ''
    for (const { field, to } of (request as FormWrite).body.changes ?? []) {
      const theirs = answers[field] ?? null
      if (same(theirs, to)) met.delete(field)
      else met.set(field, { field, theirs, by, yours: to })
    }
  }
  return [...met.values()]
}
