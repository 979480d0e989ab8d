import { strainLevels } from '#domain/touch/care.ts'
import { useRead, useWrite } from '#web/client/query.ts'
import { Button } from '#web/ui/button.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { relationshipMessages } from './messages.ts'

/** One tap says it, the same tap takes it back. */
export function StrainTap({ runId, level }: { runId: string; level: number | null }) {
  const { week: m } = useMessages(relationshipMessages)
  const write = useWrite('PUT /api/me/strain/:runId')
  return (
    <span className="flex gap-1">
      {strainLevels.map((one) => (
        <Button
          key={one}
          size="s"
          kind={one === level ? 'outlined' : 'bare'}
          icon={one === level ? 'check' : undefined}
          aria-pressed={one === level}
          onPress={() => write.mutate({ params: { runId }, body: { level: one === level ? null : one } })}
        >
          {m.levels[one]}
        </Button>
      ))}
    </span>
  )
}

/** Asked once a contact is filed, for one's own eyes; nothing while it is not known what was said before. */
export function AfterStrain({ runId }: { runId: string }) {
  const { week: m } = useMessages(relationshipMessages)
  const { data } = useRead('GET /api/me/week', {})
  const contact = data?.contacts.find((one) => one.runId === runId)
  if (!contact) return null
  return (
    <section aria-label={m.ask} className="t13 flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line py-1.5">
      <span className="text-ink-3">{m.ask}</span>
      <StrainTap runId={runId} level={contact.strain} />
    </section>
  )
}
