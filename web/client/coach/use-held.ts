import { useMessages } from '#web/ui/messages.ts'
import { coachFieldMessages } from './messages.ts'
import { useMarks } from './use-marks.ts'

/** Why words do not go to a customer as they stand: a phrase that is never said, as the server will refuse it too [P-35]; null when nothing holds them. */
export const useHeld = (text: string): string | null => {
  const { held } = useMessages(coachFieldMessages)
  const { marks } = useMarks({ text, by: 'staff', opening: false, isOff: false })
  const forbidden = marks.find(({ level }) => level === 'forbid')
  return forbidden ? held(forbidden.words) : null
}
