import type { AppointmentWay } from '#domain/schedule/appointment.ts'
import { useRead } from '#web/client/query.ts'
import { useSession } from '#web/client/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { useFormat } from '#web/ui/format.ts'
import { Menu } from '#web/ui/menu.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { calendarMessages } from './messages.ts'

type Props = {
  customerId: string | null
  way: AppointmentWay
  minutes: number
  onChoose: (startsAt: string) => void
}

const MOST_OTHERS = 24

/** The two times to offer, either or, and behind them the others still free [S-26]. */
export function FreeTimes({ customerId, way, minutes, onChoose }: Props) {
  const { form: m } = useMessages(calendarMessages)
  const { branch, today } = useSession()
  const format = useFormat(branch.timeZone)
  const query = { way, minutes, ...(customerId ? { customerId } : {}) }
  const { data } = useRead('GET /api/calendar/slots', { query }, { keep: true })
  const told = (startsAt: string): string =>
    `${format.shortDay(format.dayOf(startsAt), today)} ${format.time(startsAt)}`
  if (!data) return null
  const others = data.slots.filter(({ startsAt }) => data.offered.every((one) => one.startsAt !== startsAt))
  return (
    <div role="group" aria-label={m.offered}>
      <p className="t12 pb-1 text-ink-3">{data.offered.length === 0 ? m.offeredNone : m.offered}</p>
      <div className="flex flex-wrap gap-2">
        {data.offered.map(({ startsAt }) => (
          <Button key={startsAt} onPress={() => onChoose(startsAt)}>
            {told(startsAt)}
          </Button>
        ))}
        {others.length > 0 && (
          <Menu
            label={m.otherTimes}
            trigger={
              <Button kind="bare" endIcon="down">
                {m.otherTimes}
              </Button>
            }
            choices={others.slice(0, MOST_OTHERS).map(({ startsAt }) => ({ id: startsAt, label: told(startsAt) }))}
            onChoose={onChoose}
          />
        )}
      </div>
    </div>
  )
}
