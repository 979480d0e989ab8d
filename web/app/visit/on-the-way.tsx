import { useState } from 'react'
import type { LiveRun } from '#web/playbook/use-run.ts'
import { isOff, type Meeting } from '#web/schedule/calendar-line.ts'
import { calendarMessages } from '#web/schedule/messages.ts'
import { type AskedMove, MoveForm } from '#web/schedule/move-form.tsx'
import { useMoves, useScheduleWords } from '#web/schedule/use-moves.ts'
import { Button } from '#web/ui/button.tsx'
import { useFormat } from '#web/ui/format.ts'
import { Link } from '#web/ui/link.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Section } from '#web/ui/section.tsx'
import { Banner } from '#web/ui/states.tsx'
import { visitPageMessages } from './messages.ts'

const asked = ['late', 'moved', 'cancelled'] as const satisfies readonly AskedMove[]

/** The time that was agreed: there on time, or the customer is told that it will be later, moved or not at all [S-34]. */
export function OnTheWay({ live, meeting }: { live: LiveRun; meeting: Meeting | null }) {
  const { way: m } = useMessages(visitPageMessages)
  return (
    <Section level={3} title={m.title}>
      {meeting ? (
        <Agreed key={meeting.id} live={live} meeting={meeting} />
      ) : (
        <p className="t13 py-1.5 text-ink-3">{m.none}</p>
      )}
    </Section>
  )
}

function Agreed({ live, meeting }: { live: LiveRun; meeting: Meeting }) {
  const { way: m } = useMessages(visitPageMessages)
  const { moves, detail } = useMessages(calendarMessages)
  const words = useScheduleWords()
  const format = useFormat(live.timeZone)
  const { move, pending } = useMoves()
  const [asking, setAsking] = useState<AskedMove | null>(null)
  const { startsAt, endsAt, place, state, untold, arrivedAt, punctuality } = meeting
  const day = format.dayOf(startsAt)
  const may = meeting.mayChange && !isOff(meeting) && state !== 'done' && !live.state.finished
  return (
    <>
      <p className="t14 flex flex-wrap items-baseline gap-x-3 py-1.5">
        <b className="tabular-nums">
          {day === live.today ? '' : `${format.shortDay(day, live.today)} `}
          {format.time(startsAt)}–{format.time(endsAt)}
        </b>
        {place !== '' && <span>{place}</span>}
        <span className="text-ink-3">{state === 'planned' ? m.planned : words.appointmentStateNames[state]}</span>
        {arrivedAt && punctuality && (
          <span className="text-jade">
            {format.time(arrivedAt)} {words.punctualityNames[punctuality]}
          </span>
        )}
        <Link href={`/calendar?${new URLSearchParams({ day, id: meeting.id }).toString()}`} className="ml-auto">
          {m.open}
        </Link>
      </p>
      {untold && (
        <Banner
          tone="soon"
          title={detail.untold(words.tellingNames[untold.what])}
          end={
            meeting.mayChange && (
              <Button size="s" isDisabled={pending} onPress={() => move(meeting, { move: 'told' })}>
                {detail.told}
              </Button>
            )
          }
        >
          {detail.untoldHint(format.time(untold.expects))}
        </Banner>
      )}
      {may && asking === null && (
        <div className="flex flex-wrap gap-2 py-1">
          {!arrivedAt && state === 'agreed' && (
            <Button icon="pin" isDisabled={pending} onPress={() => move(meeting, { move: 'arrived' })}>
              {moves.arrived}
            </Button>
          )}
          {asked
            .filter((one) => one !== 'late' || state === 'agreed')
            .map((one) => (
              <Button key={one} onPress={() => setAsking(one)}>
                {moves[one]}
              </Button>
            ))}
        </div>
      )}
      {may && asking !== null && (
        <MoveForm key={asking} meeting={meeting} asked={{ move: asking }} onDone={() => setAsking(null)} />
      )}
    </>
  )
}
