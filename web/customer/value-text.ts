import { birthdayFrom, birthdayText } from '#domain/customer/birthday.ts'
import { type Field, fieldOf } from '#domain/customer/dossier.ts'
import { isUnknown } from '#domain/customer/completeness.ts'
import { isStyleCue } from '#domain/customer/style.ts'
import { dayRuleFrom } from '#domain/kernel/market.ts'
import { dayRuleText } from '#domain/kernel/market-text.ts'
import { useFormat } from '#web/ui/format.ts'
import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { fileMessages } from './file-messages.ts'
import { customerMessages } from './messages.ts'

/** A dossier value as text in the reader's language; null for what is not known. */
export const useValueText = (): ((key: string, value: unknown) => string | null) => {
  const { labels, profile } = useMessages(customerMessages)
  const m = useMessages(fileMessages)
  const language = useLanguage()
  const format = useFormat()
  const choiceText = (field: Field, value: unknown): string => {
    if (field.type.is !== 'choice' && field.type.is !== 'choices') return String(value)
    return (labels.choices[field.type.of] as Record<string, string>)[String(value)] ?? String(value)
  }
  const written = (field: Field | null, value: unknown): string => {
    switch (field?.type.is) {
      case 'birthday': {
        const birthday = birthdayFrom(value)
        if (!birthday) return ''
        const text = birthdayText(birthday, language)
        return birthday.year === null ? text : m.birthday.withYear(text, birthday.year)
      }
      case 'days_rule': {
        const rule = dayRuleFrom(value)
        return rule ? dayRuleText(rule, language) : ''
      }
      case 'money':
        return format.money(Number(value))
      case 'flag':
        return value === true ? m.yes : m.no
      case 'choice':
        return choiceText(field, value)
      case 'choices':
        return format.list((value as unknown[]).map((one) => choiceText(field, one)))
      case 'words':
        return format.list((value as unknown[]).map((one) => cueText(String(one))))
      case 'number':
        return format.number(Number(value))
      case 'text':
      case 'day':
      case undefined:
        return Array.isArray(value) ? format.list(value.map(String)) : plain(value)
    }
  }
  const cueText = (word: string): string => (isStyleCue(word) ? profile.cues[word] : word)
  return (key, value) => (isUnknown(value) ? null : written(fieldOf(key), value))
}

const plain = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : JSON.stringify(value)
