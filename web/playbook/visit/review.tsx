import { goalAnswers } from '#domain/playbook/visit.ts'
import { Button } from '#web/ui/button.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Section } from '#web/ui/section.tsx'
import { Meeting } from '../meeting.tsx'
import type { LiveRun } from '../use-run.ts'
import { visitMessages } from './messages.ts'
import { VisitWords } from './visit-words.tsx'

/** The same day: whether the aim was reached, what went well and what did not, and the next meeting [S-39][S-40]. */
export function VisitReview({ live }: { live: LiveRun }) {
  const { review: m } = useMessages(visitMessages)
  const { state, act } = live
  return (
    <Section level={3} title={m.title}>
      <div role="group" aria-label={m.title} className="flex flex-wrap gap-2 py-2">
        {goalAnswers.map((answer) => (
          <Button
            key={answer}
            aria-pressed={state.goal === answer}
            isDisabled={state.finished !== null}
            className={state.goal === answer ? 'border-jade text-jade' : ''}
            onPress={() => act({ type: 'goalJudged', reached: state.goal === answer ? null : answer })}
          >
            {m[answer]}
          </Button>
        ))}
      </div>
      <div className="grid gap-2">
        <VisitWords live={live} topic="gained" label={m.gained} example={m.gainedExample} />
        <VisitWords live={live} topic="lacking" label={m.lacking} example={m.lackingExample} />
      </div>
      {(!state.finished || state.appointment) && (
        <>
          <p className="t12 pt-3 text-ink-3">{m.nextTitle}</p>
          <Meeting live={live} />
        </>
      )}
    </Section>
  )
}
