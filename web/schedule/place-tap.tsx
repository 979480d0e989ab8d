import { useErrorText } from '#web/client/errors.ts'
import { now } from '#web/client/clock.ts'
import { useLate, useUnseen } from '#web/client/late.ts'
import { Button } from '#web/ui/button.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { notify } from '#web/ui/toast.tsx'
import { calendarMessages } from './messages.ts'

type Called = { id: string; name: string }

/** Notes where a customer is found, at this tap and at no other time. A position that cannot be had stops nothing. */
export const usePlaceTap = (customer: Called): { take: () => void; drop: () => void } => {
  const { routeOf: m } = useMessages(calendarMessages)
  const errorText = useErrorText()
  const note = useLate('PUT /api/customers/:id/place')
  const forget = useLate('DELETE /api/customers/:id/place')
  const params = { id: customer.id }
  const problem = (error: unknown): void => notify({ text: errorText(error), tone: 'problem' })
  const take = (): void => {
    const failed = (): void => notify({ text: m.noPosition, tone: 'problem' })
    if (!('geolocation' in navigator)) return failed()
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude } }) =>
        note.write({
          request: { params, body: { latitude, longitude, doneAt: now().toISOString() } },
          about: { customerId: customer.id, name: customer.name, what: m.place },
          text: m.noted,
          undo: drop,
          refused: problem,
        }),
      failed,
      { enableHighAccuracy: true, timeout: WAIT_MS, maximumAge: 0 },
    )
  }
  const drop = (): void =>
    forget.write({
      request: { params },
      about: { customerId: customer.id, name: customer.name, what: m.forget },
      text: m.forgotten,
      refused: problem,
    })
  return { take, drop }
}

/** Whether a customer's place is noted, counting what this device alone knows yet. */
export const usePlaced = (customerId: string, placed: boolean): boolean => {
  const taps = useUnseen('PUT /api/customers/:id/place', 'DELETE /api/customers/:id/place')
  const last = taps.findLast(({ request }) => request.params.id === customerId)
  return last ? last.key === 'PUT /api/customers/:id/place' : placed
}

/** The same as a quiet act inside a row. */
export function PlaceTap({ customer, placed }: { customer: Called; placed: boolean }) {
  const { routeOf: m } = useMessages(calendarMessages)
  const { take, drop } = usePlaceTap(customer)
  return usePlaced(customer.id, placed) ? (
    <Button size="s" kind="bare" onPress={drop}>
      {m.forget}
    </Button>
  ) : (
    <Button size="s" kind="bare" icon="pin" onPress={take}>
      {m.note}
    </Button>
  )
}

/** As long as one stands at a door. */
const WAIT_MS = 15_000
