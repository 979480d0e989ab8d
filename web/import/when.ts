import { dayIn } from '#domain/kernel/day.ts'
import { useSession } from '#web/client/session.tsx'
import { useFormat } from '#web/ui/format.ts'

/** An instant as the day and time of the branch: `今天 10:04`, `11-20 16:30`. */
export const useWhen = (): ((at: string) => string) => {
  const session = useSession()
  const { timeZone } = session.branch
  const { shortDay, time } = useFormat(timeZone)
  return (at) => `${shortDay(dayIn(new Date(at), timeZone), session.today)} ${time(at)}`
}
