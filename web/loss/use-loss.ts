import { useReasonText } from '#web/client/errors.ts'
import { useWrite } from '#web/client/query.ts'
import type { Refused } from '#web/client/send.ts'
import { useMessages } from '#web/ui/messages.ts'
import { notify } from '#web/ui/toast.tsx'
import { lossWords } from './loss-words.ts'
import { lossMessages } from './messages.ts'

/** A refusal as a word at the edge of the screen. */
export const useLossProblem = (): ((error: Refused) => void) => {
  const text = useReasonText({ zh: lossWords.zh.refusals, en: lossWords.en.refusals })
  return (error) => notify({ text: text(error), tone: 'problem' })
}

/** Takes back that a customer left. */
export const useUnmark = (): ((id: string) => void) => {
  const m = useMessages(lossMessages)
  const onError = useLossProblem()
  const write = useWrite('DELETE /api/losses/:id')
  return (id) => write.mutate({ params: { id } }, { onSuccess: () => notify({ text: m.unmarked }), onError })
}

/** Takes back the result of a visit noted today. */
export const useForgetTalk = (): ((id: string, talkId: string) => void) => {
  const { talk: m } = useMessages(lossMessages)
  const onError = useLossProblem()
  const write = useWrite('DELETE /api/losses/:id/talks/:talkId')
  return (id, talkId) =>
    write.mutate({ params: { id, talkId } }, { onSuccess: () => notify({ text: m.undone }), onError })
}
