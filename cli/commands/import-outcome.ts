import { createWriteStream } from 'node:fs'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as NodeStream } from 'node:stream/web'
import type { Problem } from '#domain/import/facts.ts'
import { explained } from '#domain/import/rejected.ts'
import type { Params } from '#domain/kernel/said.ts'
import { invokedFrom } from '#server/env.ts'
import { requireImport } from '#server/import/find.ts'
import { listProblems, rejectsFile } from '#server/import/rejects.ts'
import { saidLine } from '../said-line.ts'
import { wordsIn } from '../words.ts'
import type { Desk } from './import-desk.ts'
import type { ImportOptions } from './import-options.ts'

const SHOWN = 20

/** Prints what came of it, every rejected row with its remedy, and answers with the exit code. */
export const tellOutcome = async (desk: Desk, id: string, options: ImportOptions): Promise<0 | 1 | 3> => {
  const { db, caller, language } = desk
  const words = wordsIn(language)
  const row = await requireImport(db, caller, id)
  if (row.problem !== null) {
    console.error(saidLine(row.problem as unknown as { code: string; params: Params }, language))
    return 1
  }
  if (options.act === 'run' && row.state !== 'done') {
    console.error(words.lost)
    return 1
  }
  if (options.act === 'check') console.log(words.wouldBe)
  const figures = [row.created, row.updated, row.unchanged, row.rejected].map((n) => n.toLocaleString('en'))
  const [created = '', updated = '', unchanged = '', rejected = ''] = figures
  console.log(words.figures(created, updated, unchanged, rejected))
  if (row.rejected === 0) return 0
  await tellRejected(desk, id, row.rejected)
  if (options.rejects !== null) console.log(words.saved(await saved(desk, id, options.rejects)))
  else if (row.rejected > SHOWN) console.error(words.more((row.rejected - SHOWN).toLocaleString('en')))
  return 3
}

const tellRejected = async ({ db, caller, language }: Desk, id: string, total: number): Promise<void> => {
  const words = wordsIn(language)
  const { rows } = await listProblems(db, caller, id, Math.min(SHOWN, total))
  for (const { row, problems } of rows)
    for (const problem of problems) {
      const told = explained(problem as Problem, language)
      console.error(`  ${words.row(row)}  ${told.field}  ${told.problem}${words.stop}${told.remedy}`)
    }
}

const saved = async ({ db, caller, language }: Desk, id: string, where: string): Promise<string> => {
  const file = path.resolve(invokedFrom(), where)
  const format = file.toLowerCase().endsWith('.csv') ? 'csv' : 'xlsx'
  const { bytes } = await rejectsFile(db, caller, id, { format, language })
  await pipeline(Readable.fromWeb(bytes as NodeStream), createWriteStream(file))
  return file
}
