import { type Language, sentence } from '#domain/kernel/said.ts'
import { BackupTrouble } from '#server/backup/trouble.ts'
import { DatabaseTrouble } from '#server/db/trouble.ts'
import { EnvError } from '#server/env.ts'
import { Failure } from '#server/http/failure.ts'
import { saidLine } from './said-line.ts'
import { wordsIn } from './words.ts'

/** Ends a command with a sentence that names the remedy; `code` is the exit code. */
export class Refused extends Error {
  readonly code: 1 | 2

  constructor(sentence: string, code: 1 | 2 = 1) {
    super(sentence)
    this.code = code
  }
}

/** What went wrong, for the person at the terminal. */
export const troubleLine = (error: unknown, language: Language): string => {
  if (error instanceof Refused || error instanceof EnvError) return error.message
  if (error instanceof DatabaseTrouble) return error.say(language)
  if (error instanceof BackupTrouble) return sentence(wordsIn(language).backup, error)
  if (error instanceof Failure)
    return (
      error.detail.reasons?.map((said) => saidLine(said, language)).join('\n') ?? wordsIn(language).failed(error.code)
    )
  return wordsIn(language).failed(String(error))
}
