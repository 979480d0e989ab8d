import { useState } from 'react'
import { useSession } from '#web/client/session.tsx'
import { useWrite } from '#web/client/query.ts'
import { Button } from '#web/ui/button.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { notify } from '#web/ui/toast.tsx'
import { staffMessages } from './messages.ts'
import type { Person } from './person-form.tsx'
import { useRefusalText } from './refusal.ts'

/** For a colleague who has lost app and recovery codes. It cannot be undone by anybody but them, so it is asked for twice. */
export function LiftSecondStep({ person }: { person: Person }) {
  const m = useMessages(staffMessages).secondStep
  const refusal = useRefusalText()
  const { staff } = useSession()
  const lift = useWrite('DELETE /api/staff/:id/second-step')
  const [sure, setSure] = useState(false)
  if (!person.secondStep || lift.isSuccess) return null
  const onLift = () =>
    lift.mutate({ params: { id: person.id } }, { onSuccess: () => notify({ text: m.lifted(person.name) }) })
  return (
    <div>
      <p className="t13 flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="text-jade">{m.hasOne}</span>
        {person.id !== staff.id && (
          <Button size="s" isPending={lift.isPending} onPress={sure ? onLift : () => setSure(true)}>
            {sure ? m.liftSure : m.lift}
          </Button>
        )}
      </p>
      <p className="t12 mt-1 text-ink-3">{sure ? m.liftSureHint(person.name) : m.liftHint}</p>
      {lift.error && (
        <p role="alert" className="t13 text-red">
          {refusal(lift.error)}
        </p>
      )}
    </div>
  )
}
