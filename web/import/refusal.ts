import { useReasonText } from '#web/client/errors.ts'
import { importWords } from './words.ts'

/** A refusal of the import in the reader's words: what is wrong with the file or its mapping, and what to do. */
export const useRefusalText = (): ((error: unknown) => string) => useReasonText(importWords)
