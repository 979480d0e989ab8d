import { useErrorText } from '#web/client/errors.ts'
import { useWrite } from '#web/client/query.ts'
import { Button } from '#web/ui/button.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { notify } from '#web/ui/toast.tsx'
import { calendarMessages } from './messages.ts'

/** Notes where a customer is found, at this tap and at no other time. A position that cannot be had stops nothing. */
export const usePlaceTap = (customerId: string): { take: () => void; drop: () => void } => {
  const { routeOf: m } = useMessages(calendarMessages)
  const errorText = useErrorText()
  const note = useWrite('PUT /api/customers/:id/place')
  const forget = useWrite('DELETE /api/customers/:id/place')
  const params = { id: customerId }
  const problem = (error: unknown): void => notify({ text: errorText(error), tone: 'problem' })
  const take = (): void => {
    const failed = (): void => notify({ text: m.noPosition, tone: 'problem' })
    if (!('geolocation' in navigator)) return failed()
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude } }) =>
        note.mutate(
          { params, body: { latitude, longitude } },
          { onSuccess: () => notify({ text: m.noted, undo: drop }), onError: problem },
        ),
      failed,
      { enableHighAccuracy: true, timeout: WAIT_MS, maximumAge: 0 },
    )
  }
  const drop = (): void =>
    forget.mutate({ params }, { onSuccess: () => notify({ text: m.forgotten }), onError: problem })
  return { take, drop }
}

/** The same as a quiet act inside a row. */
export function PlaceTap({ customerId, placed }: { customerId: string; placed: boolean }) {
  const { routeOf: m } = useMessages(calendarMessages)
  const { take, drop } = usePlaceTap(customerId)
  return placed ? (
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
