import { useWhen } from '#web/client/use-when.ts'
import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { retentionMessages } from './messages.ts'
import { keepWords, type RetentionCard } from './retention-types.ts'

type Clock = NonNullable<RetentionCard['next']>

/** What a case waits for and by when, in one phrase. */
export const useClockLine = (): ((clock: Clock) => string) => {
  const m = useMessages(retentionMessages)
  const language = useLanguage()
  const when = useWhen()
  return ({ kind, due, standing }) => {
    const what = keepWords[language].clockNames[kind]
    return standing === 'overdue' ? m.late(what, when(due)) : m.ask(what, when(due))
  }
}

export const clockTone = (clock: Clock | null): string =>
  clock?.standing === 'overdue' ? 'text-red' : clock?.standing === 'soon' ? 'text-amber' : 'text-ink-2'
