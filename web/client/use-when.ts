import { dayIn } from '#domain/kernel/day.ts'
import { useSession } from './session.tsx'
import { useFormat } from '#web/ui/format.ts'

/** An instant as one says it: the day near today by name, with the time; a day that ends at midnight is that day. */
export const useWhen = (): ((at: string) => string) => {
  const { branch, today } = useSession()
  const format = useFormat(branch.timeZone)
  return (at) => {
    const instant = new Date(at)
    const midnight = format.time(instant) === '00:00'
    const day = dayIn(midnight ? new Date(instant.getTime() - 1) : instant, branch.timeZone)
    return midnight ? format.shortDay(day, today) : `${format.shortDay(day, today)} ${format.time(instant)}`
  }
}
