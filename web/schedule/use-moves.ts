import * as en from '#domain/schedule/words.en.ts'
import * as zh from '#domain/schedule/words.zh.ts'
import { sentence } from '#domain/kernel/said.ts'
import { now } from '#web/client/clock.ts'
import { useReasonText } from '#web/client/errors.ts'
import { freshId } from '#web/client/id.ts'
import { useLate } from '#web/client/late.ts'
import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { notify } from '#web/ui/toast.tsx'
import { afterMove } from './as-moved.ts'
import type { Meeting, Wish } from './calendar-line.ts'
import { calendarMessages } from './messages.ts'

/** The names of states, ways and purposes in the reader's language. */
export const useScheduleWords = () => (useLanguage() === 'zh' ? zh : en)

export const useScheduleRefusal = () => useReasonText({ zh: zh.appointmentRefusals, en: en.appointmentRefusals })

/** Moves on appointments, each with its notice and its way back; with a network or without. */
export const useMoves = (): {
  move: (meeting: Meeting, wish: Wish, after?: () => void) => void
  pending: boolean
} => {
  const m = useMessages(calendarMessages)
  const words = useScheduleWords()
  const refusal = useScheduleRefusal()
  const { write, pending } = useLate('POST /api/appointments/:id/moves')
  const move = (meeting: Meeting, wish: Wish, after?: () => void): void => {
    const { id, customer } = meeting
    const at = now()
    // Without a network the server's own rule says here what it would say there.
    const moved = afterMove(meeting, wish, at)
    if (moved && !moved.ok) return notify({ text: sentence(words.appointmentRefusals, moved.error), tone: 'problem' })
    const moveId = freshId()
    const back = (): void => move(meeting, { move: 'undone', stepId: moveId })
    write({
      request: { params: { id }, body: { moveId, wish, doneAt: at.toISOString() } },
      about: { customerId: customer.id, name: customer.calledBy, what: m.done[wish.move] },
      text: m.done[wish.move],
      refused: (error) => notify({ text: refusal(error), tone: 'problem' }),
      ...(after && { after }),
      ...(wish.move !== 'undone' && { undo: back }),
    })
  }
  return { move, pending }
}
