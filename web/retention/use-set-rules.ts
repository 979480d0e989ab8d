import type { Contract } from '#api/contract.ts'
import type { Request } from '#api/endpoint.ts'
import { useErrorText } from '#web/client/errors.ts'
import { useRefresh, useWrite } from '#web/client/query.ts'
import { useMessages } from '#web/ui/messages.ts'
import { notify } from '#web/ui/toast.tsx'
import { retentionMessages } from './messages.ts'

type Part = Request<Contract['PUT /api/retention-rules']>['body']['part']

/** Sets one part of the rules, on top of the version that is shown. */
export const useSetRules = (baseVersion: number | null) => {
  const { rules: m } = useMessages(retentionMessages)
  const errorText = useErrorText()
  const refresh = useRefresh()
  const write = useWrite('PUT /api/retention-rules')
  const set = (part: Part, saved: string, after: () => void): void =>
    write.mutate(
      { body: { baseVersion, part } },
      {
        onSuccess: () => {
          notify({ text: saved })
          after()
        },
        onError: (error) => {
          const clash = error.reply.code === 'record.conflict'
          if (clash) void refresh()
          notify({ text: clash ? m.conflict : errorText(error), tone: 'problem' })
        },
      },
    )
  return { set, pending: write.isPending }
}
