import { errorsEn } from '#api/errors.en.ts'
import { errorsZh } from '#api/errors.zh.ts'
import { useLanguage } from '#web/ui/language.tsx'
import { Refused } from './send.ts'

const words = { zh: errorsZh, en: errorsEn }

/** A failed request as one sentence in the reader's language. */
export const useErrorText = (): ((error: unknown) => string) => {
  const language = useLanguage()
  return (error) => {
    const reply = error instanceof Refused ? error.reply : null
    return words[language][reply?.code ?? 'server.failed'](reply?.params ?? {})
  }
}
