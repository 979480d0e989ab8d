import { useErrorText } from '#web/client/errors.ts'
import { useRead } from '#web/client/query.ts'
import { AbsenceForm } from '#web/staff/absence-form.tsx'
import { AbsenceList } from '#web/staff/absence-list.tsx'
import { staffMessages } from '#web/staff/messages.ts'
import { useMessages } from '#web/ui/messages.ts'
import { ErrorState, SkeletonRows } from '#web/ui/states.tsx'
import { Page } from '../shell.tsx'

/** Who is away when; a lead tells for the unit, everyone sees it before promising a colleague's time. */
export function AbsencesPage() {
  const m = useMessages(staffMessages)
  const errorText = useErrorText()
  const absences = useRead('GET /api/absences', {})
  const staff = useRead('GET /api/staff', {})
  const people = staff.data?.staff.filter((person) => person.active && person.mayTellAbsence)
  return (
    <Page title={m.absences.title} remark={m.absences.remark}>
      <div className="max-w-3xl px-4 lg:px-5">
        {people && people.length > 0 && <AbsenceForm people={people} />}
        {absences.error && (
          <ErrorState title={errorText(absences.error)} remedy="" onRetry={() => void absences.refetch()} />
        )}
        {absences.data ? <AbsenceList absences={absences.data.absences} /> : <SkeletonRows rows={4} />}
      </div>
    </Page>
  )
}
