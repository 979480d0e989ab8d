import { useState } from 'react'
import { sentence } from '#domain/kernel/said.ts'
import { useSession } from '#web/client/session.tsx'
import { useWhen } from '#web/client/use-when.ts'
import { Button } from '#web/ui/button.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Section } from '#web/ui/section.tsx'
import { LineForm } from './asking-form.tsx'
import { retentionMessages } from './messages.ts'
import { refusals, type RetentionShown } from './retention-types.ts'
import type { Add } from './use-add.ts'

type Props = { shown: RetentionShown; acts: Add | null }

/** How often we may still begin, and the way out beside it: both always in sight. */
export function GuardPanel({ shown, acts }: Props) {
  return (
    <div className="flex flex-col gap-3">
      <Attempts guard={shown.guard} />
      <WayOut shown={shown} acts={acts} />
    </div>
  )
}

function Attempts({ guard }: { guard: RetentionShown['guard'] }) {
  const m = useMessages(retentionMessages)
  const language = useLanguage()
  const when = useWhen()
  const free = guard.against.length === 0
  return (
    <Section title={m.guard.title}>
      <div role="status" className="t13 flex flex-col gap-1 py-2">
        <p className={`t14 font-strong ${free ? '' : 'text-amber'}`}>
          {free ? m.guard.left(guard.left, guard.most, guard.days) : guard.applied ? m.guard.applied : m.guard.none}
        </p>
        {!guard.applied &&
          guard.against.map((reason) => (
            <p key={reason.code} className="text-ink-2">
              {sentence(refusals[language], reason)}
            </p>
          ))}
        {guard.nextAt && <p className="text-ink-3">{m.guard.from(when(guard.nextAt))}</p>}
        {!free && <p className="text-ink-3">{guard.applied ? m.guard.asks : m.guard.help}</p>}
      </div>
    </Section>
  )
}

function WayOut({ shown, acts }: Props) {
  const m = useMessages(retentionMessages)
  const language = useLanguage()
  const when = useWhen()
  const { today } = useSession()
  const [asking, setAsking] = useState(false)
  const f = useFormat()
  const { steps, since, askedAt, shownAt } = shown.wayOut
  const owed = askedAt !== null && (shownAt === null || shownAt < askedAt)
  return (
    <Section title={m.wayOut.title} end={shownAt && !owed ? m.wayOut.shown(when(shownAt)) : undefined}>
      <ol className="t13 list-decimal py-2 pl-5 text-ink-2">
        {steps.map((step) => (
          <li key={step.zh} className="py-0.5">
            {step[language]}
          </li>
        ))}
      </ol>
      {since && <p className="t12 pb-2 text-ink-3">{m.wayOut.since(f.day(since))}</p>}
      {owed && <p className="t13 pb-2 text-amber">{m.wayOut.asked}</p>}
      {acts && shown.stage !== 'closed' && (
        <div className="flex flex-wrap gap-2 pb-1">
          {owed && (
            <Button size="s" isDisabled={acts.pending} onPress={() => acts.add({ type: 'wayOutShown', how: 'said' })}>
              {m.wayOut.show}
            </Button>
          )}
          {!owed && (
            <Button size="s" isDisabled={acts.pending} onPress={() => acts.add({ type: 'wayOutAsked' })}>
              {m.wayOut.ask}
            </Button>
          )}
          {shown.guard.applied ? (
            <Button size="s" onPress={() => setAsking(true)}>
              {m.wayOut.withdrawn}
            </Button>
          ) : (
            <Button size="s" isDisabled={acts.pending} onPress={() => acts.add({ type: 'leaveRequested', on: today })}>
              {m.wayOut.requested}
            </Button>
          )}
        </div>
      )}
      {acts && asking && (
        <LineForm
          label={m.wayOut.withdrawnWords}
          save={m.form.save}
          pending={acts.pending}
          onSave={(words) => acts.add({ type: 'leaveWithdrawn', words }, () => setAsking(false))}
          onCancel={() => setAsking(false)}
        />
      )}
    </Section>
  )
}
