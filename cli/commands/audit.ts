import { parseArgs } from 'node:util'
import type { Language } from '#domain/kernel/said.ts'
import { sealAll } from '#server/audit/seal.ts'
import { type ChainReport, verifyChain } from '#server/audit/verify.ts'
import { openDatabase } from '#server/db/open.ts'
import { whereToWork } from '#server/env.ts'
import { clockOf } from '#server/http/branch-clock.ts'
import { Refused, troubleLine } from '../trouble.ts'
import { type CliWords, wordsIn } from '../words.ts'

type AuditOptions = { data: string | null; expect: string | null; json: boolean }

/**
 * `weixi audit verify`: walks the chain over the log of every branch, beside a running server or without one. Exit code 0 when it holds, 3 when
 * something was tampered with, 1 when the data cannot be read, 2 when the command was misread.
 */
export const auditCommand = async (args: string[], language: Language): Promise<number> => {
  const words = wordsIn(language)
  try {
    const options = readOptions(args, words)
    if (options !== 'help') return await verified(options, words)
    console.log(words.auditHelp.join('\n'))
    return 0
  } catch (error) {
    console.error(troubleLine(error, language))
    return error instanceof Refused ? error.code : 1
  }
}

const SHA256 = /^[0-9a-f]{64}$/

const readOptions = (args: string[], words: CliWords): AuditOptions | 'help' => {
  const read = parsed(args, words)
  const { values, positionals } = read
  if (values.help) return 'help'
  if (positionals.length !== 1 || positionals[0] !== 'verify') throw new Refused(words.auditWhat, 2)
  if (values.expect !== undefined && !SHA256.test(values.expect))
    throw new Refused(words.auditBadHead(values.expect), 2)
  return { data: values.data ?? null, expect: values.expect ?? null, json: values.json }
}

const parsed = (args: string[], words: CliWords) => {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        data: { type: 'string' },
        expect: { type: 'string' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    })
  } catch {
    throw new Refused(words.auditWhat, 2)
  }
}

const verified = async ({ data, expect, json }: AuditOptions, words: CliWords): Promise<number> => {
  const env = whereToWork(data)
  const database = await openDatabase(env, { attach: true })
  try {
    const { db } = database
    await sealAll(db, (await clockOf(db)).now())
    const branches = await db.selectFrom('branch').select(['id', 'name']).orderBy('id').execute()
    const reports: (ChainReport & { branch: string })[] = []
    for (const { id, name } of branches) reports.push({ branch: name, ...(await verifyChain(db, id, expect)) })
    if (json) console.log(JSON.stringify(reports, null, 2))
    else for (const report of reports) console.log(linesOf(report, words).join('\n'))
    const known = expect === null || reports.some(({ found }) => found)
    if (!json && !known) console.log(words.auditHeadGone)
    return known && reports.every(({ faults }) => faults.length === 0) ? 0 : 3
  } finally {
    await database.close()
  }
}

const linesOf = (
  { branch, seals, rows, head, faults }: ChainReport & { branch: string },
  words: CliWords,
): string[] => [
  words.auditWalked(branch, rows.toLocaleString('en'), seals.toLocaleString('en')),
  ...faults.map(({ code, seal, rowId }) => `  ${words.auditFault[code]}  ${words.auditAt(seal, rowId)}`),
  faults.length === 0 ? words.auditSound : words.auditBroken,
  ...(head === null ? [] : [words.auditHead(head)]),
]
