import { birthdayFrom, birthdayText } from '#domain/customer/birthday.ts'
import { type Field, wordsIn } from '#domain/customer/dossier.ts'
import type { DossierLabels } from '#domain/customer/dossier.zh.ts'
import type { Language } from '#domain/kernel/said.ts'

type Reading = { labels: DossierLabels; language: Language; yes: string; no: string }

/** A value of the dossier as somebody who never saw the program reads it. */
export const fieldText = (field: Field, value: unknown, { labels, language, yes, no }: Reading): string => {
  const { type } = field
  if (type.is === 'flag') return value === true ? yes : no
  if (type.is === 'birthday') {
    const birthday = birthdayFrom(value)
    return birthday ? birthdayText(birthday, language) : JSON.stringify(value)
  }
  if (type.is === 'choice' || type.is === 'choices') {
    const names = labels.choices[type.of] as Readonly<Record<string, string>>
    return wordsIn([value].flat())
      .map((one) => names[one] ?? one)
      .join(' · ')
  }
  if (type.is === 'money' && typeof value === 'number') return (value / 100).toFixed(2)
  if (Array.isArray(value)) return wordsIn(value).join(' · ')
  return typeof value === 'string' ? value : JSON.stringify(value)
}
