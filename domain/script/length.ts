import type { Language } from '#domain/kernel/said.ts'

/** How long words are to whoever hears them: Han characters and digits in Chinese, words in English; a slot counts as a short name. */
export const lengthOf = (words: string, language: Language): number => {
  const plain = words.replaceAll(/\{\{[^{}]*\}\}/g, language === 'zh' ? '称呼' : 'name')
  if (language === 'en') return plain.split(/\s+/).filter((word) => /[\p{L}\d]/u.test(word)).length
  return [...plain.matchAll(/\p{Script=Han}|[A-Za-z]+|\d/gu)].length
}

/** What is said in one go before the other may answer; a message that is read without scrolling. */
export const spokenMost: Readonly<Record<Language, number>> = { zh: 110, en: 85 }
export const writtenMost: Readonly<Record<Language, number>> = { zh: 140, en: 110 }
/** A sentence of a pitch; longer ones are recited, not said [G-13]. */
export const pitchSentenceMost: Readonly<Record<Language, number>> = { zh: 32, en: 30 }
