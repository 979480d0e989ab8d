import { addDays, type Day, weekdayOf } from '#domain/kernel/day.ts'
import { holds } from '#domain/playbook/condition.ts'
import { missingChecks } from '#domain/playbook/progress.ts'
import { summaryOf } from '#domain/playbook/summary.ts'
import { Button } from '#web/ui/button.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { NoMore } from './no-more.tsx'
import { procedureMessages } from './procedure-messages.ts'
import type { LiveRun } from './use-run.ts'

/** What comes after this contact: when to ask how it went, apart from it [S-41], and what the playbook plans for another day. */
export function AfterFiling({ live, onFinish }: { live: LiveRun; onFinish: (reason: string) => void }) {
  const { state } = live
  if (!state.connectedAt || state.missed) return null
  return (
    <>
      {!state.finished && <AskAgain live={live} onFinish={onFinish} />}
      <Planned live={live} />
      <NoMore live={live} />
    </>
  )
}

function AskAgain({ live, onFinish }: { live: LiveRun; onFinish: (reason: string) => void }) {
  const { after: m } = useMessages(procedureMessages)
  const language = useLanguage()
  const format = useFormat(live.timeZone)
  const { run, state, act, today } = live
  const { followUp } = run.playbook
  if (!followUp || state.followUp || !holds(followUp.when, state)) return null
  // It files the contact, so it stands here only when nothing else is left to do.
  const complete = missingChecks(run.playbook, state).length === 0
  const title = m.title(followUp.withinDays)
  const about = followUp.about[language]
  return (
    <section aria-label={title} className="t13 flex flex-wrap items-center gap-2 border-b border-line py-2">
      <span className="text-ink-3">{title}</span>
      <b>{about}</b>
      <span className="flex flex-wrap gap-1.5">
        {daysWithin(today, followUp.withinDays).map((day) => (
          <Button
            key={day}
            size="s"
            icon="calendar"
            onPress={() => act({ type: 'followUpSet', followUp: { day, time: null, about } })}
          >
            {m.on(format.shortDay(day, today))}
          </Button>
        ))}
        {complete && (
          <Button size="s" kind="bare" onPress={() => onFinish(m.noneReason)}>
            {m.none}
          </Button>
        )}
      </span>
    </section>
  )
}

/** Two days to choose from: about half way, and the last that counts; a weekend is moved to the Friday before. */
const daysWithin = (today: Day, days: number): Day[] => [
  ...new Set([Math.ceil(days / 2), days].map((ahead) => beforeWeekend(addDays(today, ahead), today))),
]

const beforeWeekend = (day: Day, today: Day): Day => {
  const friday = addDays(day, Math.min(0, 5 - weekdayOf(day)))
  return friday > today ? friday : day
}

function Planned({ live }: { live: LiveRun }) {
  const { tasks: m } = useMessages(procedureMessages)
  const language = useLanguage()
  const { tasks } = summaryOf(live.run.playbook, live.state)
  if (tasks.length === 0) return null
  return (
    <section aria-label={m.title} className="t13 border-b border-line py-2">
      <span className="text-ink-3">{m.title}</span>{' '}
      {tasks
        .map(({ about, waits }) => (waits ? `${about[language]}（${m.waits}）` : about[language]))
        .join(language === 'zh' ? '；' : '; ')}
    </section>
  )
}
