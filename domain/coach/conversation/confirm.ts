import type { SpokenExpectation } from '#domain/touch/find-expectations.ts'
import type { Language } from '#domain/kernel/said.ts'

/** Three ways to have a need confirmed, in the words of the customer [H-21]. */
export const confirmingForms: Readonly<Record<Language, readonly ((need: string) => string)[]>> = {
  zh: [
    (need) => `您的意思是“${need}”，对吗？`,
    (need) => `如果我没理解错，您最在意的是“${need}”，是这样吗？`,
    (need) => `我复述一下：“${need}”。还有漏的吗？`,
  ],
  en: [
    (need) => `You mean “${need}”, is that right?`,
    (need) => `If I understand rightly, what matters most is “${need}”. Correct?`,
    (need) => `Let me say it back: “${need}”. Is anything missing?`,
  ],
}

/** The need to be confirmed: the last wish that was heard, as the customer said it; null where none was. */
export const needToConfirm = (wishes: readonly SpokenExpectation[]): string | null => wishes.at(-1)?.text ?? null
