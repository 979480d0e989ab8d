import { mappingWords, runWords, sheetWords } from '#domain/import/words.zh.ts'
import { type Params, sentence } from '#domain/kernel/said.ts'

/** A coded sentence of an import, for the terminal. */
export const saidLine = (said: { code: string; params: Params }): string =>
  sentence({ ...sheetWords, ...mappingWords, ...runWords }, said)
