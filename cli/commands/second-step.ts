import { parseArgs } from 'node:util'
import type { Language } from '#domain/kernel/said.ts'
import { openDatabase } from '#server/db/open.ts'
import { whereToWork } from '#server/env.ts'
import { clockOf } from '#server/http/branch-clock.ts'
import { liftSecondStepOf } from '#server/staff/second-step.ts'
import { Refused, troubleLine } from '../trouble.ts'
import { type CliWords, wordsIn } from '../words.ts'

/**
 * `weixi second-step lift CODE`: for the only administrator, who has lost app and recovery codes and has nobody to ask. Whoever runs the machine could
 * change the rows anyway; this way it is in the log. Exit code 0 when it was taken away, 1 when there was none, 2 when the command was misread.
 */
export const secondStepCommand = async (args: string[], language: Language): Promise<number> => {
  const words = wordsIn(language)
  try {
    const options = readOptions(args, words)
    if (options !== 'help') return await lifted(options, words)
    console.log(words.secondStepHelp.join('\n'))
    return 0
  } catch (error) {
    console.error(troubleLine(error, language))
    return error instanceof Refused ? error.code : 1
  }
}

const readOptions = (args: string[], words: CliWords): { code: string; data: string | null } | 'help' => {
  const { values, positionals } = parsed(args, words)
  if (values.help) return 'help'
  const [act, code, ...more] = positionals
  if (act !== 'lift' || code === undefined || more.length > 0) throw new Refused(words.secondStepWhat, 2)
  return { code, data: values.data ?? null }
}

const parsed = (args: string[], words: CliWords) => {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: { data: { type: 'string' }, help: { type: 'boolean', short: 'h', default: false } },
    })
  } catch {
    throw new Refused(words.secondStepWhat, 2)
  }
}

const lifted = async ({ code, data }: { code: string; data: string | null }, words: CliWords): Promise<number> => {
  const database = await openDatabase(whereToWork(data), { attach: true })
  try {
    const name = await liftSecondStepOf(database.db, (await clockOf(database.db)).now(), code)
    if (name === null) throw new Refused(words.secondStepNone(code))
    console.log(words.secondStepLifted(name))
    return 0
  } finally {
    await database.close()
  }
}
