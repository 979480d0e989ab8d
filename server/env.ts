import { existsSync } from 'node:fs'
import { findPackageJSON } from 'node:module'
import path from 'node:path'
import type { Language } from '#domain/kernel/said.ts'

/** Everything Weixi takes from its environment; docs/running.md describes each variable. */
export type Env = {
  /** A given PostgreSQL (15 or newer), or null for the embedded one. DATABASE_URL. */
  databaseUrl: string | null
  /** Behind a pooler in transaction mode: no named statements, no session settings. WEIXI_DATABASE_POOLER=yes. */
  databasePooler: boolean
  /** Most database connections at once, 2 to 500. WEIXI_DATABASE_CONNECTIONS. */
  databaseConnections: number
  /** The account the embedded PostgreSQL runs under when Weixi is started by root. WEIXI_DATABASE_ACCOUNT. */
  databaseAccount: string | null
  /** The data folder, absolute. WEIXI_DATA. */
  data: string
  /** Whether an empty database is filled with the demo branch: unless said, where the data lies is left to us. WEIXI_DEMO. */
  demo: boolean
  /** HTTPS with a certificate of our own, for phones in the same net. WEIXI_TLS=yes. */
  tls: boolean
  /** Where to listen: this machine only, or the whole net with `tls`. HOST, PORT. */
  host: string
  port: number
  /** A language model that may propose other words, where one is set up. WEIXI_AI_URL, WEIXI_AI_MODEL, WEIXI_AI_KEY. */
  model: { url: string; model: string; key: string | null } | null
  /** Where a backup goes every day, and how many stay. WEIXI_BACKUPS, WEIXI_BACKUPS_KEEP. */
  backups: { folder: string; keep: number } | null
  /** Whether `/metrics` answers, to anybody who can reach it. WEIXI_METRICS=yes. */
  metrics: boolean
  /** How much to log. WEIXI_LOG. */
  log: LogLevel
}

const logLevels = ['silent', 'error', 'warn', 'info', 'debug'] as const
type LogLevel = (typeof logLevels)[number]

/** One wrong variable: which, what it holds (never a secret) and what it may hold. */
export type EnvFault = { variable: string; value: string; expected: string }

export class EnvError extends Error {
  readonly code = 'env.wrong'
  readonly faults: readonly EnvFault[]

  constructor(faults: readonly EnvFault[]) {
    super(faults.map((fault) => `${fault.variable}=${fault.value}: expected ${fault.expected}`).join('\n'))
    this.name = 'EnvError'
    this.faults = faults
  }
}

/** Reads the variables. Paths are relative to `from`, the folder the command was typed in. Throws `EnvError` naming every fault. */
export const readEnv = (source: Record<string, string | undefined>, from: string): Env => {
  const faults: EnvFault[] = []
  const text = (variable: string): string | null => source[variable]?.trim() || null
  const wrong = <T>(variable: string, value: string, expected: string, instead: T): T => {
    faults.push({ variable, value, expected })
    return instead
  }
  const whole = (variable: string, least: number, most: number, usual: number): number => {
    const value = text(variable)
    if (value === null) return usual
    const number = /^\d+$/.test(value) ? Number(value) : Number.NaN
    if (number >= least && number <= most) return number
    return wrong(variable, value, `a whole number from ${least} to ${most}`, usual)
  }
  const yes = (variable: string, usual = false): boolean => {
    const value = text(variable)?.toLowerCase() ?? (usual ? 'yes' : 'no')
    if (['yes', 'true', '1'].includes(value)) return true
    return ['no', 'false', '0'].includes(value) ? false : wrong(variable, value, 'yes or no', false)
  }
  const databaseUrl = (): string | null => {
    const value = text('DATABASE_URL')
    if (value === null || /^postgres(ql)?:\/\/./.test(value)) return value
    return wrong('DATABASE_URL', '…', 'postgres://user:password@host:port/database', null)
  }
  const log = (): LogLevel => {
    const value = text('WEIXI_LOG') ?? 'info'
    return logLevels.find((level) => level === value) ?? wrong('WEIXI_LOG', value, logLevels.join(', '), 'info')
  }
  const model = (): Env['model'] => {
    const [url, name, key] = [text('WEIXI_AI_URL'), text('WEIXI_AI_MODEL'), text('WEIXI_AI_KEY')]
    if (url === null) return null
    if (!/^https?:\/\/[^/]/.test(url)) return wrong('WEIXI_AI_URL', '…', 'http://host/v1 or https://host/v1', null)
    return name === null ? wrong('WEIXI_AI_MODEL', '', 'the name of the model', null) : { url, model: name, key }
  }
  const backups = (): Env['backups'] => {
    const folder = text('WEIXI_BACKUPS')
    const keep = whole('WEIXI_BACKUPS_KEEP', 1, 9999, 14)
    return folder === null ? null : { folder: path.resolve(from, folder), keep }
  }
  const demo = yes('WEIXI_DEMO', text('WEIXI_DATA') === null && text('DATABASE_URL') === null)
  const tls = yes('WEIXI_TLS')
  const env: Env = {
    databaseUrl: databaseUrl(),
    databasePooler: yes('WEIXI_DATABASE_POOLER'),
    databaseConnections: whole('WEIXI_DATABASE_CONNECTIONS', 2, 500, 20),
    databaseAccount: text('WEIXI_DATABASE_ACCOUNT'),
    data: path.resolve(from, text('WEIXI_DATA') ?? path.join('data', demo ? 'demo' : 'branch')),
    demo,
    tls,
    host: text('HOST') ?? (tls ? '0.0.0.0' : '127.0.0.1'),
    port: whole('PORT', 0, 65_535, 7310),
    model: model(),
    backups: backups(),
    metrics: yes('WEIXI_METRICS'),
    log: log(),
  }
  if (faults.length > 0) throw new EnvError(faults)
  return env
}

/**
 * The environment of this process, once, at the start; `flags` are variables said on the command line and count before the rest. The
 * launcher notes the folder it was called from.
 */
export const envOfProcess = (flags: Record<string, string> = {}): Env => {
  const source = { ...process.env, ...flags }
  return readEnv(source, source['WEIXI_DATA'] ? invokedFrom() : projectRoot())
}

/** Where a command works when it was not told: one's own branch where there is one, else the demo. */
export const whereToWork = (data: string | null): Env => {
  const env = envOfProcess(data === null ? {} : { WEIXI_DATA: data })
  const told = env.databaseUrl !== null || data !== null || process.env['WEIXI_DATA'] || process.env['WEIXI_DEMO']
  return told || !existsSync(path.join(projectRoot(), 'data', 'branch')) ? env : envOfProcess({ WEIXI_DEMO: 'no' })
}

/** The folder a command was typed in; the launcher changes to the project's. */
export const invokedFrom = (): string => process.env['WEIXI_INVOKED_FROM'] ?? process.cwd()

/** The project's folder, also seen from the server in one file that `npm start` builds. */
export const projectRoot = (): string => path.dirname(findPackageJSON(import.meta.url) ?? import.meta.dirname)

/** The language of the terminal, by its locale: Chinese unless it asks for another one. */
export const languageOf = (source: Record<string, string | undefined>): Language => {
  const locale = source['LC_ALL'] || source['LC_MESSAGES'] || source['LANG'] || ''
  return locale === '' || /^(zh|C\b|POSIX)/i.test(locale) ? 'zh' : 'en'
}

export const languageOfProcess = (): Language => languageOf(process.env)
