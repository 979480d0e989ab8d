import { useLanguage } from './language.tsx'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

/** The primitives' own words: few enough to be always there. */
export const useWords = (): typeof zh => ({ zh, en })[useLanguage()]
