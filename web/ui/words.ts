import { useLanguage } from './language.tsx'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

export type Words = typeof zh

/** The primitives' own words: few enough to be always there. */
export const useWords = (): Words => ({ zh, en })[useLanguage()]
