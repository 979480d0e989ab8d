import type { Contract } from '#api/contract.ts'
import type { Reply } from '#api/endpoint.ts'
import { daysBetween } from '#domain/kernel/day.ts'
import { useWrite } from '#web/client/query.ts'
import { useSession } from '#web/client/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useMessages } from '#web/ui/messages.ts'
import { Row, Rows } from '#web/ui/section.tsx'
import { notify } from '#web/ui/toast.tsx'
import { staffMessages } from './messages.ts'

export type Absence = Reply<Contract['GET /api/absences']>['absences'][number]

/** Who is away when, those away now first; taking one back can itself be undone. */
export function AbsenceList({ absences, own }: { absences: readonly Absence[]; own?: boolean }) {
  const m = useMessages(staffMessages)
  const format = useFormat()
  const { today } = useSession()
  const tell = useWrite('PUT /api/absences/:id')
  const forget = useWrite('DELETE /api/absences/:id')
  const takeBack = ({ id, staffId, fromDay, toDay, kind }: Absence) => {
    const undo = () => tell.mutate({ params: { id }, body: { staffId, fromDay, toDay, kind } })
    forget.mutate({ params: { id } }, { onSuccess: () => notify({ text: m.absences.takenBack, undo }) })
  }
  if (absences.length === 0) return <p className="t13 py-3 text-ink-3">{own ? m.absences.noneOwn : m.absences.none}</p>
  return (
    <Rows label={m.absences.title}>
      {absences.map((absence) => (
        <Row
          key={absence.id}
          note={absence.fromDay <= today ? <span className="text-amber">{m.absences.now}</span> : undefined}
          end={
            absence.mayChange && (
              <Button
                kind="bare"
                size="s"
                aria-label={`${m.absences.takeBack} ${absence.staffName} ${absence.fromDay}`}
                onPress={() => takeBack(absence)}
              >
                {m.absences.takeBack}
              </Button>
            )
          }
        >
          {!own && <b className="mr-2">{absence.staffName}</b>}
          {[...new Set([absence.fromDay, absence.toDay])].map((day) => format.day(day)).join(' – ')}
          <span className="ml-2 inline-block text-ink-3">
            {m.absences.kinds[absence.kind]} · {m.absences.days(daysBetween(absence.fromDay, absence.toDay) + 1)}
          </span>
        </Row>
      ))}
    </Rows>
  )
}
