import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { dayIn } from '#domain/kernel/day.ts'
import type { Language } from '#domain/kernel/said.ts'
import { percent } from '#domain/kernel/wording.ts'
import { openDatabase } from '#server/db/open.ts'
import { freshId } from '#server/db/id.ts'
import { invokedFrom, whereToWork } from '#server/env.ts'
import { clockOf } from '#server/http/branch-clock.ts'
import { importFolder } from '#server/import/folder.ts'
import { orderImport } from '#server/import/order.ts'
import { previewImport } from '#server/import/preview.ts'
import { takeBytes } from '#server/import/upload.ts'
import { Refused, troubleLine } from '../trouble.ts'
import { type CliWords, wordsIn } from '../words.ts'
import { importer, keeperId } from './import-as.ts'
import type { Desk } from './import-desk.ts'
import { tellOutcome } from './import-outcome.ts'
import { type ImportOptions, readOptions } from './import-options.ts'
import { workOff } from './work-off.ts'

/** Below this the text may be read wrongly, and nobody is there to look. */
const SURE_ENCODING = 0.8

/**
 * Imports a file as somebody, beside a running server or without one. Exit code 0 when every row is in, 1 when nothing was
 * imported, 2 when the command was misread, 3 when some rows were rejected.
 */
export const importCommand = async (args: string[], language: Language): Promise<number> => {
  const words = wordsIn(language)
  try {
    const options = readOptions(args, words)
    if (options !== 'help') return await importedWith(options, language)
    console.log(words.importHelp.join('\n'))
    return 0
  } catch (error) {
    console.error(troubleLine(error, language))
    return error instanceof Refused ? error.code : 1
  }
}

const importedWith = async (options: ImportOptions, language: Language): Promise<number> => {
  const words = wordsIn(language)
  const file = path.resolve(invokedFrom(), options.file)
  const bytes = await sizeOf(file, words)
  const env = whereToWork(options.data)
  const database = await openDatabase(env, { attach: true })
  try {
    const { db } = database
    const place = env.databaseUrl === null ? env.data : 'DATABASE_URL'
    const clock = await clockOf(db)
    const caller = await importer(db, options.as, place, words)
    console.log(words.into(place))
    const desk: Desk = { db, clock, caller, data: env.data, language }
    const id = await uploaded(desk, file, bytes)
    const jobId = await ordered(desk, id, options, words)
    await workOff(desk, id, jobId)
    return await tellOutcome(desk, id, options)
  } finally {
    await database.close()
  }
}

const sizeOf = async (file: string, words: CliWords): Promise<number> => {
  try {
    const found = await stat(file)
    if (found.isFile()) return found.size
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') throw new Refused(words.noSuchFile(file))
  }
  throw new Refused(words.unreadable(file))
}

const uploaded = async ({ db, clock, caller, data }: Desk, file: string, bytes: number): Promise<string> => {
  const id = freshId(clock.now())
  const body = Readable.toWeb(createReadStream(file)) as ReadableStream<Uint8Array>
  const part = { name: path.basename(file), bytes, offset: 0 }
  await takeBytes(db, importFolder(data), caller, clock.now(), id, part, body)
  return id
}

/** Takes the columns as they are suggested, or as they were last time, and asks for the import. */
const ordered = async (desk: Desk, id: string, options: ImportOptions, words: CliWords): Promise<string> => {
  const { db, clock, caller, data } = desk
  const { target, kind: customerKind, mode, sheet, act, billMonth, asOf } = options
  const today = clock.today(caller.timeZone)
  const seen = await previewImport(db, importFolder(data), caller, today, id, {
    target,
    customerKind,
    ...(sheet === null ? {} : { sheet }),
    ...(billMonth === null ? {} : { billMonth }),
  })
  const { encoding, mapping, before } = seen
  if (encoding && encoding.confidence < SURE_ENCODING && !options.sure)
    throw new Refused(words.encodingUnsure(encoding.name.toUpperCase(), percent(encoding.confidence)))
  if (before) console.log(words.before(dayIn(new Date(before.finishedAt), caller.timeZone)))
  console.log(words.taken(mapping.columns.filter(({ role }) => role.role !== 'ignore').length, mapping.columns.length))
  const { jobId } = await orderImport(db, caller, clock.now(), today, id, act, {
    mapping,
    mode,
    sheet,
    keeperId: await keeperId(db, caller, options.keeper, words),
    ...(asOf === null ? {} : { asOf }),
  })
  return jobId
}
