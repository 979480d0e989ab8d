import type { SurveyKind } from '#domain/satisfaction/invitation.ts'
import { useReasonText } from '#web/client/errors.ts'
import { useWrite } from '#web/client/query.ts'
import { useMessages } from '#web/ui/messages.ts'
import { notify } from '#web/ui/toast.tsx'
import { satisfactionMessages } from './messages.ts'
import { sentences } from './types.ts'

export type Wanted = { kind: SurveyKind; matter: string; way: 'message' | 'code'; agreedTime: boolean }
export type Sent = { surveyId: string; kind: SurveyKind; path: string; until: string }

/** Sends a survey, and withdraws it. */
export const useAsking = (customerId: string) => {
  const m = useMessages(satisfactionMessages)
  const reasonText = useReasonText(sentences)
  const send = useWrite('PUT /api/customers/:id/surveys/:surveyId')
  const drop = useWrite('DELETE /api/customers/:id/surveys/:surveyId')
  const problem = (error: unknown): void => notify({ text: reasonText(error), tone: 'problem' })
  const withdraw = (surveyId: string, said: string): void =>
    drop.mutate({ params: { id: customerId, surveyId } }, { onSuccess: () => notify({ text: said }), onError: problem })
  const ask = (surveyId: string, wanted: Wanted, onSent: (sent: Sent) => void): void =>
    send.mutate(
      { params: { id: customerId, surveyId }, body: wanted },
      {
        onSuccess: ({ path, until }) => {
          onSent({ surveyId, kind: wanted.kind, path, until })
          notify({ text: m.ask.taken, undo: () => withdraw(surveyId, m.ask.undone) })
        },
        onError: problem,
      },
    )
  return { ask, withdraw, pending: send.isPending }
}
