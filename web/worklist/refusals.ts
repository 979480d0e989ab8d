import { sentence } from '#domain/kernel/said.ts'
import { useErrorText } from '#web/client/errors.ts'
import type { Refused } from '#web/client/send.ts'
import { useMessages } from '#web/ui/messages.ts'
import { workMessages } from './messages.ts'

/** Why a decision was refused, as sentences of the rules; anything else as the general one. */
export const useRefusal = (): ((refused: Refused) => string) => {
  const { words } = useMessages(workMessages)
  const errorText = useErrorText()
  return (refused) => {
    const reasons = refused.reply.reasons ?? []
    return reasons.length > 0 ? reasons.map((reason) => sentence(words, reason)).join(' ') : errorText(refused)
  }
}
