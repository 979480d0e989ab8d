import { errorsEn } from '#api/errors.en.ts'
import { errorsZh } from '#api/errors.zh.ts'
import { outgoingWordsEn } from '#domain/coach/words.en.ts'
import { outgoingWordsZh } from '#domain/coach/words.zh.ts'
import { guardEn, lawEn } from '#domain/retention/guard-words.en.ts'
import { guardZh, lawZh } from '#domain/retention/guard-words.zh.ts'
import { type Language, sentence } from '#domain/kernel/said.ts'
import { useLanguage } from '#web/ui/language.tsx'
import { Refused } from './send.ts'

const words = { zh: errorsZh, en: errorsEn }
/** Any screen may write words that go to a customer, and be told which of them do not go [P-35]. */
const outgoing = {
  zh: { ...outgoingWordsZh, ...guardZh, ...lawZh },
  en: { ...outgoingWordsEn, ...guardEn, ...lawEn },
}

/** A failed request as one sentence in the reader's language. */
export const useErrorText = (): ((error: unknown) => string) => {
  const language = useLanguage()
  return (error) => {
    const reply = error instanceof Refused ? error.reply : null
    const wording = (reply?.reasons ?? []).filter(({ code }) => code in outgoing[language])
    if (wording.length > 0) return wording.map((reason) => sentence(outgoing[language], reason)).join('')
    return words[language][reply?.code ?? 'server.failed'](reply?.params ?? {})
  }
}

type Sentences = Readonly<Record<string, (facts: never) => string>>

/** A refusal with the rule's own reasons, in the domain's words; without reasons as `useErrorText`. */
export const useReasonText = (words: Readonly<Record<Language, Sentences>>): ((error: unknown) => string) => {
  const language = useLanguage()
  const plain = useErrorText()
  return (error) => {
    const reasons = error instanceof Refused ? (error.reply.reasons ?? []) : []
    const known = { ...outgoing[language], ...words[language] }
    return reasons.length > 0 ? reasons.map((reason) => sentence(known, reason)).join('') : plain(error)
  }
}
