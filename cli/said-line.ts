import * as en from '#domain/import/words.en.ts'
import * as zh from '#domain/import/words.zh.ts'
import { type Language, type Params, sentence } from '#domain/kernel/said.ts'

/** A coded sentence of an import, for the terminal. */
export const saidLine = (said: { code: string; params: Params }, language: Language): string => {
  const { sheetWords, mappingWords, runWords } = language === 'zh' ? zh : en
  return sentence({ ...sheetWords, ...mappingWords, ...runWords }, said)
}
