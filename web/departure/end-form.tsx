import { useState } from 'react'
import { staffEn } from '#domain/staff/words.en.ts'
import { staffZh } from '#domain/staff/words.zh.ts'
import { useReasonText } from '#web/client/errors.ts'
import { freshId } from '#web/client/id.ts'
import { useRead, useWrite } from '#web/client/query.ts'
import { Button } from '#web/ui/button.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Select } from '#web/ui/select.tsx'
import { SkeletonRows } from '#web/ui/states.tsx'
import { notify } from '#web/ui/toast.tsx'
import { departureMessages } from './messages.ts'

/** Ends somebody's employment: who takes how many, whom the rest go to; sums only, for an administrator sees no customers. */
export function EndForm({ staffId, onDone }: { staffId: string; onDone: (departureId: string) => void }) {
  const { end: m } = useMessages(departureMessages)
  const text = useReasonText({ zh: staffZh, en: staffEn })
  const ahead = useRead('GET /api/departures/ahead/:staffId', { params: { staffId } }).data
  const write = useWrite('PUT /api/departures/:id')
  const [id] = useState(freshId)
  const [toId, setTo] = useState<string | null>(null)
  if (!ahead) return <SkeletonRows rows={3} />
  const end = (): void =>
    write.mutate(
      { params: { id }, body: { staffId, toId } },
      {
        onSuccess: ({ customers }) => {
          notify({ text: m.saved(customers) })
          onDone(id)
        },
        onError: (error) => notify({ text: text(error), tone: 'problem' }),
      },
    )
  return (
    <div className="grid gap-3">
      <p className="t13 text-ink-2">{m.explains}</p>
      <p className="t14 font-strong">{m.counts(ahead.customers, ahead.promises)}</p>
      <ul className="t13">
        {ahead.takers.map(({ id: taker, name, customers }) => (
          <li key={taker} className="border-b border-line py-1.5">
            {m.takes(name, customers)}
          </li>
        ))}
      </ul>
      {ahead.without > 0 && (
        <Select
          label={m.without(ahead.without)}
          options={ahead.candidates.map(({ id: one, name, unit }) => ({ id: one, label: `${name} · ${unit}` }))}
          value={toId}
          onChange={setTo}
          isRequired
        />
      )}
      <Button kind="go" isPending={write.isPending} isDisabled={ahead.without > 0 && toId === null} onPress={end}>
        {m.sure}
      </Button>
    </div>
  )
}
