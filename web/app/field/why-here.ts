import { guestWords as guestEn } from '#domain/event/words.en.ts'
import { guestWords as guestZh } from '#domain/event/words.zh.ts'
import { formRefusalsEn } from '#domain/form/words.en.ts'
import { formRefusalsZh } from '#domain/form/words.zh.ts'
import { appointmentRefusals as meetingEn } from '#domain/schedule/words.en.ts'
import { appointmentRefusals as meetingZh } from '#domain/schedule/words.zh.ts'
import { promiseRefusals as promiseEn } from '#domain/touch/words.en.ts'
import { promiseRefusals as promiseZh } from '#domain/touch/words.zh.ts'
import { useReasonText } from '#web/client/errors.ts'
import type { Parcel } from '#web/client/parcel.ts'
import { Refused } from '#web/client/send.ts'
import { useRefusalText } from '#web/customer/refusal-text.ts'
import { useFormat } from '#web/ui/format.ts'
import { useMessages } from '#web/ui/messages.ts'
import { fieldMessages } from './messages.ts'
import { kindOf } from './use-outbox.ts'

const ofRules = {
  zh: { ...guestZh, ...formRefusalsZh, ...meetingZh, ...promiseZh },
  en: { ...guestEn, ...formRefusalsEn, ...meetingEn, ...promiseEn },
}
const byRules = ['promise', 'meeting', 'guest', 'form']

/** Why a parcel is still here, in the reader's words: the rule's reason, or who has changed the same before it arrived. */
export const useWhyHere = (): ((parcel: Parcel) => string) => {
  const { outbox: m } = useMessages(fieldMessages)
  const format = useFormat()
  const reasonText = useReasonText(ofRules)
  const refusalText = useRefusalText()
  return (parcel) => {
    const { answer } = parcel
    if (!answer) return ''
    const refused = new Refused(answer.status, answer.reply)
    const by = [...new Set((answer.reply.conflicts ?? []).map((conflict) => conflict.by))].filter(Boolean)
    if (by.length > 0) return m.theirs(format.list(by))
    return byRules.includes(kindOf(parcel)) ? reasonText(refused) : refusalText(refused)
  }
}
