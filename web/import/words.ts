import {
  mappingWords as mappingEn,
  problemWords as problemsEn,
  runWords as runEn,
  sheetWords as sheetEn,
  whyWords as whyEn,
} from '#domain/import/words.en.ts'
import {
  mappingWords as mappingZh,
  problemWords as problemsZh,
  runWords as runZh,
  sheetWords as sheetZh,
  whyWords as whyZh,
} from '#domain/import/words.zh.ts'
import type { Language, Said } from '#domain/kernel/said.ts'
import { sentence } from '#domain/kernel/said.ts'

/** Every sentence an import can say, by its code. */
export const importWords = {
  zh: { ...sheetZh, ...mappingZh, ...runZh, ...whyZh, ...problemsZh },
  en: { ...sheetEn, ...mappingEn, ...runEn, ...whyEn, ...problemsEn },
}

export const saidIn = (language: Language, said: Said): string => sentence(importWords[language], said)
