import type { Language } from '#domain/kernel/said.ts'
import { lengthOf } from './length.ts'

/** Three lines and a half [G-13]: put simply it is …; it suits …; after using it …; and a short example. */
export const pitchLines = ['itIs', 'suits', 'afterUse', 'example'] as const
export type PitchLine = (typeof pitchLines)[number]

/** Why a pitch cannot be kept. */
export type PitchFacts = {
  'pitch.long': { line: string; by: number }
  'pitch.empty': Readonly<Record<string, never>>
}

/** What one sort of customer is told about one product. */
export type Pitch = Readonly<Record<PitchLine, string>> & { product: string; persona: string }

/** How long a line may be: characters in Chinese, words in English. The half line is one short story, not a lecture. */
export const pitchMost: Readonly<Record<Language, Readonly<Record<PitchLine, number>>>> = {
  zh: { itIs: 20, suits: 20, afterUse: 20, example: 24 },
  en: { itIs: 16, suits: 16, afterUse: 16, example: 20 },
}

const HAN = /\p{Script=Han}/u

const languageOf = (line: string): Language => (HAN.test(line) || line.trim() === '' ? 'zh' : 'en')

/** How much longer than it may be a line is; 0 when it fits. Chinese is counted in characters, other words as words. */
export const overLong = (line: PitchLine, text: string): number => {
  const language = languageOf(text)
  return Math.max(0, lengthOf(text, language) - pitchMost[language][line])
}

/** How long a line is, and may be, in its own language. */
export const pitchLength = (line: PitchLine, text: string): { have: number; most: number } => {
  const language = languageOf(text)
  return { have: lengthOf(text, language), most: pitchMost[language][line] }
}

/** A pitch can be said once every line is there and none too long. */
export const canBeSaid = (pitch: Pitch): boolean =>
  pitch.product.trim() !== '' &&
  pitch.persona.trim() !== '' &&
  pitchLines.every((line) => pitch[line].trim() !== '' && overLong(line, pitch[line]) === 0)

/** The four lines as they are said one after the other. */
export const pitchText = (pitch: Pitch): string =>
  pitchLines
    .map((line) => pitch[line].trim())
    .map((text) => (/[。！？.!?]$/.test(text) ? text : `${text}${HAN.test(text) ? '。' : '.'}`))
    .join(HAN.test(pitch.itIs) ? '' : ' ')
