import path from 'node:path'
import { parseArgs } from 'node:util'
import type { Language } from '#domain/kernel/said.ts'
import { checkBackup, restoreBackup } from '#server/backup/restore.ts'
import { addToSeries } from '#server/backup/series.ts'
import { seriesOf } from '#server/backup/schedule.ts'
import type { BackupStep } from '#server/backup/make.ts'
import { verifyBackup } from '#server/backup/verify.ts'
import { openDatabase } from '#server/db/open.ts'
import { invokedFrom, whereToWork } from '#server/env.ts'
import { Refused, troubleLine } from '../trouble.ts'
import { type CliWords, wordsIn } from '../words.ts'

type Command = (args: string[], words: CliWords) => Promise<void>

/** Exit code 0 when it was done whole, 1 when not, 2 when the command was misread. */
const commandOf =
  (act: Command, help: (words: CliWords) => readonly string[]) =>
  async (args: string[], language: Language): Promise<number> => {
    const words = wordsIn(language)
    try {
      if (args.includes('--help') || args.includes('-h')) console.log(help(words).join('\n'))
      else await act(args, words)
      return 0
    } catch (error) {
      endLine()
      console.error(troubleLine(error, language))
      return error instanceof Refused ? error.code : 1
    }
  }

const parsed = <O extends NonNullable<Parameters<typeof parseArgs>[0]>['options']>(
  args: string[],
  options: O,
  words: CliWords,
  help: string,
) => {
  try {
    return parseArgs({ args, allowPositionals: true, options })
  } catch {
    throw new Refused(words.backupUnknown(args.join(' '), help), 2)
  }
}

/** `weixi backup`: a whole copy of a branch, made while it works; `--verify` takes it up elsewhere and compares. */
export const backupCommand = commandOf(
  async (args, words) => {
    const { values, positionals } = parsed(
      args,
      {
        data: { type: 'string' },
        to: { type: 'string' },
        keep: { type: 'string' },
        verify: { type: 'boolean', default: false },
      },
      words,
      'weixi backup --help',
    )
    if (positionals.length > 0) throw new Refused(words.backupUnknown(positionals.join(' '), 'weixi backup --help'), 2)
    const most = values.keep === undefined ? null : wholeOf(values.keep, words)
    const env = whereToWork(values.data ?? null)
    const parent = values.to ? path.resolve(invokedFrom(), values.to) : path.join(path.dirname(env.data), 'backups')
    const folder = await madeIn(env, parent, most, words)
    if (!values.verify) return
    await verifyBackup(folder, telling(words.backupVerifying))
    endLine()
    console.log(words.backupVerified)
  },
  (words) => words.backupHelp,
)

const madeIn = async (
  env: ReturnType<typeof whereToWork>,
  parent: string,
  most: number | null,
  words: CliWords,
): Promise<string> => {
  const database = await openDatabase(env, { attach: true })
  try {
    const series = seriesOf(env.data, parent)
    const made = await addToSeries(database.pool, env.data, series, new Date(), most, telling(words.backupMaking))
    endLine()
    for (const { name, customers } of made.manifest.branches)
      console.log(words.backupBranch(name, customers.toLocaleString('en')))
    console.log(words.backupMade(made.folder))
    for (const old of made.removed) console.log(words.backupRemoved(old))
    return made.folder
  } finally {
    await database.close()
  }
}

/** `weixi restore FOLDER`: takes a backup up in an empty place, row for row compared; `--check` only reads it. */
export const restoreCommand = commandOf(
  async (args, words) => {
    const options = { data: { type: 'string' }, check: { type: 'boolean', default: false } } as const
    const { values, positionals } = parsed(args, options, words, 'weixi restore --help')
    const [given] = positionals
    if (given === undefined || positionals.length > 1) throw new Refused(words.restoreWhat, 2)
    const folder = path.resolve(invokedFrom(), given)
    if (values.check) {
      const { madeAt, tables, files } = await checkBackup(folder)
      console.log(words.restoreWhole(madeAt, tables.length, files.length))
      return
    }
    if (values.data === undefined) throw new Refused(words.restoreWhere, 2)
    const env = whereToWork(values.data)
    const { branches } = await restoreBackup(folder, env, telling(words.restoreTaking))
    endLine()
    for (const { name, customers } of branches) console.log(words.backupBranch(name, customers.toLocaleString('en')))
    console.log(words.restored(values.data))
  },
  (words) => words.restoreHelp,
)

const wholeOf = (text: string, words: CliWords): number => {
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new Refused(words.backupKeep(text), 2)
  return Number(text)
}

let onLine = false

/** One line that is written over at a terminal; into a file nothing but the end is written. */
const telling =
  (words: (done: number, of: number, what: string) => string) =>
  ({ done, of, what }: BackupStep): void => {
    if (!process.stdout.isTTY) return
    process.stdout.write(`\r\u001B[K${words(done, of, what)}`)
    onLine = true
  }

const endLine = (): void => {
  if (onLine) process.stdout.write('\n')
  onLine = false
}
