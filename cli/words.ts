import type { Language } from '#domain/kernel/said.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

export type CliWords = typeof zh

export const wordsIn = (language: Language): CliWords => (language === 'zh' ? zh : en)

export const helpFor = (language: Language): string => wordsIn(language).help.join('\n')
