import { actName, type AuditWords } from '#domain/audit/act.ts'
import { auditEn } from '#domain/audit/words.en.ts'
import { auditZh } from '#domain/audit/words.zh.ts'
import { useLanguage } from '#web/ui/language.tsx'

export const useAuditWords = (): AuditWords => (useLanguage() === 'zh' ? auditZh : auditEn)

/** An act of the log in the reader's language. */
export const useActName = (): ((action: string) => string) => {
  const words = useAuditWords()
  return (action) => actName(action, words)
}
