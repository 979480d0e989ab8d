import * as en from '#domain/schedule/words.en.ts'
import * as zh from '#domain/schedule/words.zh.ts'
import { useReasonText } from '#web/client/errors.ts'
import { freshId } from '#web/client/id.ts'
import { useWrite } from '#web/client/query.ts'
import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { notify } from '#web/ui/toast.tsx'
import type { Wish } from './calendar-line.ts'
import { calendarMessages } from './messages.ts'

/** The names of states, ways and purposes in the reader's language. */
export const useScheduleWords = () => (useLanguage() === 'zh' ? zh : en)

export const useScheduleRefusal = () => useReasonText({ zh: zh.appointmentRefusals, en: en.appointmentRefusals })

/** Moves on appointments, each with its notice and its way back. */
export const useMoves = (): { move: (id: string, wish: Wish, after?: () => void) => void; pending: boolean } => {
  const m = useMessages(calendarMessages)
  const refusal = useScheduleRefusal()
  const write = useWrite('POST /api/appointments/:id/moves')
  const send = (id: string, moveId: string, wish: Wish, after: () => void): void =>
    write.mutate(
      { params: { id }, body: { moveId, wish } },
      { onSuccess: after, onError: (error) => notify({ text: refusal(error), tone: 'problem' }) },
    )
  const move = (id: string, wish: Wish, after?: () => void): void => {
    const moveId = freshId()
    send(id, moveId, wish, () => {
      after?.()
      const undo = (): void =>
        send(id, freshId(), { move: 'undone', stepId: moveId }, () => notify({ text: m.done.undone }))
      notify({ text: m.done[wish.move], ...(wish.move === 'undone' ? {} : { undo }) })
    })
  }
  return { move, pending: write.isPending }
}
