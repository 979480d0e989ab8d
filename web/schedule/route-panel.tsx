import type { Day } from '#domain/kernel/day.ts'
import { useErrorText } from '#web/client/errors.ts'
import { freshId } from '#web/client/id.ts'
import { useRead, useWrite } from '#web/client/query.ts'
import { useSession } from '#web/client/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useMessages } from '#web/ui/messages.ts'
import { Row, Rows } from '#web/ui/section.tsx'
import { EmptyState, SkeletonRows } from '#web/ui/states.tsx'
import { notify } from '#web/ui/toast.tsx'
import { calendarMessages } from './messages.ts'
import { PlaceTap } from './place-tap.tsx'
import { useScheduleRefusal, useScheduleWords } from './use-moves.ts'

/** The visits of a day in the order that wastes least on the way; plans are put at those times with one press. */
export function RoutePanel({ day, onChoose }: { day: Day; onChoose: (id: string) => void }) {
  const { routeOf: m } = useMessages(calendarMessages)
  const words = useScheduleWords()
  const format = useFormat(useSession().branch.timeZone)
  const errorText = useErrorText()
  const { data, error } = useRead('GET /api/calendar/route', { query: { day } })
  const apply = useApply()
  if (error) return <p className="t13 px-5 py-4 text-red">{errorText(error)}</p>
  if (!data) return <SkeletonRows rows={4} />
  if (data.stops.length === 0) return <EmptyState title={m.none} icon="visit" />
  const saved = data.wayAsPlanned - data.wayMinutes
  const moving = data.stops.filter(({ state, startsAt, begins }) => state === 'planned' && startsAt !== begins)
  return (
    <section aria-label={m.title} className="px-4 py-3 lg:px-5">
      <h2 className="t16 font-strong">{m.title}</h2>
      <p className="t13 text-ink-2">
        {m.remark(format.duration(data.wayMinutes))}
        {format.comma}
        {saved > 0 ? m.saves(format.duration(saved)) : m.same}
      </p>
      {data.lateMinutes > 0 && <p className="t13 text-amber">{m.late(format.duration(data.lateMinutes))}</p>}
      {data.stops.some(({ placed }) => !placed) && <p className="t12 text-ink-3">{m.noteHint}</p>}
      <Rows ordered className="py-2">
        {data.stops.map((stop, place) => (
          <Row
            key={stop.appointmentId}
            lead={String(place + 1)}
            note={
              <>
                {[stop.place, place > 0 ? m.way(format.duration(stop.wayMinutes)) : ''].filter(Boolean).join(' · ')}
                {!stop.placed && <span className="block">{m.unknown}</span>}
                <PlaceTap customer={{ id: stop.customer.id, name: stop.customer.calledBy }} placed={stop.placed} />
              </>
            }
            end={
              <span className="tabular-nums">
                {format.time(stop.begins)} <span className="text-ink-3">{words.appointmentStateNames[stop.state]}</span>
              </span>
            }
          >
            <Button kind="bare" size="s" onPress={() => onChoose(stop.appointmentId)}>
              {stop.customer.calledBy}
            </Button>
          </Row>
        ))}
      </Rows>
      {moving.length > 0 && <Button onPress={() => apply(moving)}>{m.apply}</Button>}
    </section>
  )
}

type Stop = { appointmentId: string; startsAt: string; endsAt: string; begins: string }

/** Puts planned visits at the times of the route, all of them with one way back. */
const useApply = (): ((stops: readonly Stop[]) => void) => {
  const m = useMessages(calendarMessages)
  const refusal = useScheduleRefusal()
  const write = useWrite('POST /api/appointments/:id/moves')
  const problem = (error: unknown): void => notify({ text: refusal(error), tone: 'problem' })
  return (stops) => {
    const moves = stops.map(({ appointmentId, startsAt, endsAt, begins }) => ({
      id: appointmentId,
      moveId: freshId(),
      startsAt: begins,
      endsAt: new Date(Date.parse(begins) + Date.parse(endsAt) - Date.parse(startsAt)).toISOString(),
    }))
    const undo = (): void => {
      for (const { id, moveId } of moves)
        write.mutate(
          { params: { id }, body: { moveId: freshId(), wish: { move: 'undone', stepId: moveId } } },
          { onError: problem },
        )
    }
    const sent = moves.map(({ id, moveId, ...span }) =>
      write.mutateAsync({
        params: { id },
        body: { moveId, wish: { move: 'moved', ...span, reason: '', told: true } },
      }),
    )
    Promise.all(sent).then(() => notify({ text: m.routeOf.applied(moves.length), undo }), problem)
  }
}
