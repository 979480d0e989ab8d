import type { Contract } from '#api/contract.ts'
import type { Reply } from '#api/endpoint.ts'
import { useRead, useWrite } from '#web/client/query.ts'
import { useWhen } from '#web/client/use-when.ts'
import { Button } from '#web/ui/button.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Row, Rows, Section } from '#web/ui/section.tsx'
import { SkeletonRows } from '#web/ui/states.tsx'
import { notify } from '#web/ui/toast.tsx'
import { staffMessages } from './messages.ts'

type Seat = Reply<Contract['GET /api/sessions']>['rows'][number]

/** Where one is signed in; any other place can be signed out from here. */
export function SeatList() {
  const m = useMessages(staffMessages).seats
  const seats = useRead('GET /api/sessions', {})
  const leave = useWrite('DELETE /api/sessions/:id')
  const leaveAll = useWrite('DELETE /api/sessions')
  const when = useWhen()
  const rows = seats.data?.rows ?? []
  const nameOf = ({ browser, system }: Seat): string =>
    [browser ? m.browsers[browser] : m.otherBrowser, system ? m.systems[system] : null].filter(Boolean).join(' · ')
  const told = ({ ended }: { ended: number }) => notify({ text: m.left(ended) })
  return (
    <Section
      title={m.title}
      remark={m.remark}
      end={
        rows.length > 2 && (
          <Button size="s" isPending={leaveAll.isPending} onPress={() => leaveAll.mutate({}, { onSuccess: told })}>
            {m.leaveAll}
          </Button>
        )
      }
    >
      {!seats.data && <SkeletonRows rows={1} />}
      <Rows label={m.title}>
        {rows.map((seat) => (
          <Row
            key={seat.id}
            note={[seat.address, m.since(when(seat.since))].filter(Boolean).join(' · ')}
            end={
              seat.current ? (
                <span className="t12 text-jade">{m.here}</span>
              ) : (
                <Button
                  kind="bare"
                  size="s"
                  aria-label={`${m.leave} ${nameOf(seat)}`}
                  isPending={leave.isPending && leave.variables?.params.id === seat.id}
                  onPress={() => leave.mutate({ params: { id: seat.id } }, { onSuccess: told })}
                >
                  {m.leave}
                </Button>
              )
            }
          >
            {nameOf(seat)}
          </Row>
        ))}
      </Rows>
    </Section>
  )
}
