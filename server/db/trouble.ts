import { sentence } from '#domain/kernel/said.ts'
import type { Language } from '#domain/kernel/said.ts'
import { databaseWordsEn } from './words.en.ts'
import { databaseWordsZh } from './words.zh.ts'

/** What can go wrong with the database before any query runs; each code with the plain facts its sentence needs. */
export type DatabaseFacts = {
  /** There is no PostgreSQL program in npm for this platform. */
  'database.no-program': { platform: string }
  /** The PostgreSQL program does not run on this machine (too old a system library, quarantined file …). */
  'database.cannot-run': { program: string; detail: string }
  'database.disk-full': { folder: string }
  'database.no-permission': { path: string; detail: string }
  /** The data folder belongs to another account than the one Weixi runs under. */
  'database.other-owner': { folder: string; owner: number; account: number }
  'database.unknown-account': { name: string }
  /** Another Weixi serves this folder; `process` is its id, or null when it is out of sight (another container). */
  'database.already-served': { folder: string; process: number | null }
  'database.not-served': { folder: string }
  'database.port-taken': { port: number }
  'database.no-memory': { detail: string }
  'database.newer-major': { folder: string; found: string; program: string }
  'database.older-major': { folder: string; found: string; program: string }
  'database.damaged': { folder: string; detail: string }
  'database.failed': { folder: string; detail: string }
  /** The given database (DATABASE_URL) does not answer. */
  'database.unreachable': { address: string; detail: string }
  'database.sign-in-refused': { address: string; detail: string }
  'database.no-such': { address: string; name: string }
  'database.too-old': { address: string; found: string; oldest: number }
  'database.not-utf8': { address: string; found: string }
  'migration.bad-name': { file: string }
  'migration.same-number': { number: number }
  'migration.newer-database': { number: number; name: string; program: number }
  'migration.missing': { number: number; name: string }
  'migration.changed': { file: string }
  'migration.out-of-order': { file: string; last: number }
  'migration.own-transaction': { file: string }
  'migration.failed': { file: string; line: number | null; detail: string }
}

/** Thrown by the database layer: a coded fact that the command line and the log render in the reader's language. */
export class DatabaseTrouble<C extends keyof DatabaseFacts = keyof DatabaseFacts> extends Error {
  readonly code: C
  readonly params: DatabaseFacts[C]

  constructor(code: C, params: DatabaseFacts[C], cause?: unknown) {
    super(sentence(databaseWordsEn, { code, params }), { cause })
    this.name = 'DatabaseTrouble'
    this.code = code
    this.params = params
  }

  /** The sentence for the person at the command line. */
  say(language: Language): string {
    return sentence(language === 'zh' ? databaseWordsZh : databaseWordsEn, this)
  }
}

export const isTrouble = <C extends keyof DatabaseFacts>(error: unknown, code: C): error is DatabaseTrouble<C> =>
  error instanceof DatabaseTrouble && error.code === code
