import type { QueryClient } from '@tanstack/react-query'
import { setCustomerView } from '#web/client/customer-view.ts'
import { keepDelivering } from '#web/client/parcels.ts'
import { onSeat, sit } from '#web/client/seat.ts'
import type { Session } from '#web/client/session.tsx'
import { keepSending } from '#web/playbook/outbox.ts'
import { clearNotices } from '#web/ui/toast.tsx'
import { readAgain } from './field/take.ts'
import { hearOf, hearOfRefusal } from './field/meanwhile.tsx'

const SESSION = 'GET /api/session'
/** Read by anyone, and said of nobody. */
const ofNobody: readonly unknown[] = [SESSION, 'GET /api/setup']

const MOMENT_MS = 1500
let asking: ReturnType<typeof setTimeout> | undefined
let waiting: (() => void)[] = []

/**
 * Asks every read again, at once; while a day's work is arriving piece by piece, once a moment and not for each piece. Resolves when what
 * was asked for from now on has been read.
 */
const asksAgain = (client: QueryClient): Promise<void> =>
  new Promise((read) => {
    waiting.push(read)
    if (asking === undefined) askNow(client)
  })

const askNow = (client: QueryClient): void => {
  const those = waiting
  waiting = []
  void readBy(client, those)
  asking = setTimeout(() => {
    asking = undefined
    if (waiting.length > 0) askNow(client)
  }, MOMENT_MS)
}

const readBy = async (client: QueryClient, those: readonly (() => void)[]): Promise<void> => {
  await Promise.allSettled([client.invalidateQueries(), readAgain(client)])
  for (const read of those) read()
}

/**
 * Learns from every read of the session who sits in this window. The sign-in is shared with the browser's other windows, so it may
 * change under a page that is open: whoever comes next sees nothing that was read for or said to the one before, and sends only what is their own.
 */
export const watchSeat = (client: QueryClient): void => {
  // Filing masks the number and moves every ledger.
  keepSending(() => void asksAgain(client))
  keepDelivering({
    sent: (parcel, reply) => {
      hearOf(parcel, reply)
      return asksAgain(client)
    },
    refused: hearOfRefusal,
  })
  onSeat((_, before) => {
    if (!before) return
    client.removeQueries({ predicate: ({ queryKey }) => !ofNobody.includes(queryKey[0]) })
    setCustomerView(false)
    clearNotices()
  })
  client.getQueryCache().subscribe((event) => {
    if (event.type !== 'updated' || event.query.queryKey[0] !== SESSION) return
    const { data, error } = event.query.state as { data?: Session; error: { status?: number } | null }
    if (event.action.type === 'success' && data) sit({ staffId: data.staff.id, sealKey: data.sealKey })
    if (event.action.type === 'error' && error?.status === 401) sit(null)
  })
}
