import type { Reason } from '#api/errors.ts'
import { type Said, sentence } from '#domain/kernel/said.ts'
import type { StaffFacts } from '#domain/staff/staffing.ts'
import { staffEn } from '#domain/staff/words.en.ts'
import { staffZh } from '#domain/staff/words.zh.ts'
import { useErrorText } from '#web/client/errors.ts'
import { Refused } from '#web/client/send.ts'
import { useLanguage } from '#web/ui/language.tsx'

/** A refused change of people or units in the reader's language: the rule's own reason where it gave one. */
export const useRefusalText = (): ((error: unknown) => string) => {
  const language = useLanguage()
  const errorText = useErrorText()
  return (error) => {
    const reasons = error instanceof Refused ? (error.reply?.reasons ?? []) : []
    const known = reasons.filter(isStaffReason)
    const words = language === 'zh' ? staffZh : staffEn
    return known.length > 0 ? known.map((reason) => sentence(words, reason)).join('') : errorText(error)
  }
}

const isStaffReason = (reason: Reason): reason is Said<StaffFacts> & Reason => reason.code in staffZh
