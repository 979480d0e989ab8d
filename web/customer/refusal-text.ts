import { sentence } from '#domain/kernel/said.ts'
import { useErrorText } from '#web/client/errors.ts'
import { Refused } from '#web/client/send.ts'
import { useMessages } from '#web/ui/messages.ts'
import { customerMessages } from './messages.ts'
import { addressFormWords as en } from '#domain/customer/address-form-words.en.ts'
import { addressFormWords as zh } from '#domain/customer/address-form-words.zh.ts'
import { useLanguage } from '#web/ui/language.tsx'

const addressForms = { zh, en }

/** A refused write in words: the rule's own reasons where it gave some. */
export const useRefusalText = (): ((error: unknown) => string) => {
  const { words } = useMessages(customerMessages)
  const errorText = useErrorText()
  const language = useLanguage()
  return (error) => {
    const reasons = error instanceof Refused ? (error.reply.reasons ?? []) : []
    if (reasons.length === 0) return errorText(error)
    const all = { ...words, ...addressForms[language] }
    return reasons.map((reason) => sentence(all, reason)).join(' ')
  }
}
