import { useEffect, useRef } from 'react'
import { useRead } from '#web/client/query.ts'
import { useSession } from '#web/client/session.tsx'
import type { LiveRun } from '#web/playbook/use-run.ts'
import { useAsMoved } from '#web/schedule/as-moved.ts'
import type { Meeting } from '#web/schedule/calendar-line.ts'

/** The appointment this visit began from; null where it began on the spot. */
export const useMeeting = ({ run }: LiveRun): Meeting | null => {
  const moved = useAsMoved()
  const recordId = run.occasions.find(({ kind }) => kind === 'appointment')?.recordId
  const id = recordId?.split('/')[0]
  const params = { id: run.customer.id }
  const { data } = useRead('GET /api/customers/:id/appointments', { params }, { enabled: id !== undefined })
  const [meeting] = moved((data?.rows ?? []).filter((row) => row.id === id))
  return meeting ?? null
}

/** What was said in the calendar about why one goes is not asked twice: it stands chosen until somebody chooses otherwise [S-33]. */
export const useAgreedPurposes = (live: LiveRun, meeting: Meeting | null): void => {
  const { staff } = useSession()
  const { run, state, known, act } = live
  const done = useRef(false)
  const mayChoose =
    known.ready && run.staff.id === staff.id && !state.finished && !state.connectedAt && state.purposes.length === 0
  const chosenBefore =
    run.events.some(({ type }) => type === 'purposesSet') ||
    known.confirmed.some(({ type }) => type === 'purposesSet') ||
    known.waiting.some(({ event }) => event.type === 'purposesSet')
  const offered = run.playbook.purposes?.map(({ id }) => id) ?? []
  const agreed = (meeting?.purposes ?? []).filter((purpose) => offered.includes(purpose))
  const isWanted = mayChoose && !chosenBefore && agreed.length > 0
  useEffect(() => {
    if (!isWanted || done.current) return
    done.current = true
    act({ type: 'purposesSet', purposes: agreed })
  })
}
