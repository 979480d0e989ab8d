import * as fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { type Programs, programsIn } from '#server/db/embedded/programs.ts'
import { startEmbedded } from '#server/db/embedded/supervisor.ts'

const oldest = 15
const homes = ['/usr/lib/postgresql', '/usr/local/pgsql', '/opt/homebrew/opt', '/usr/local/opt']

/**
 * Lends the address of a PostgreSQL that Weixi did not bring along: the given one of WEIXI_TEST_DATABASE_URL, else a
 * throw-away one made with the oldest installed programs that are new enough, for what a "given" database does
 * differently shows there. Null when this machine has none.
 */
export const installedPostgres = async <T>(use: (url: string | null) => Promise<T>): Promise<T> => {
  const given = process.env['WEIXI_TEST_DATABASE_URL']
  if (given) return use(given)
  const programs = installedPrograms()
  if (!programs) return use(null)
  console.log(`# the installed PostgreSQL ${programs.version} (${programs.bin})`)
  const data = fs.mkdtempSync(path.join(os.tmpdir(), 'weixi-given-'))
  // Programs before PostgreSQL 16 change folder as they start, which the unprivileged account must be able to.
  fs.chmodSync(data, 0o711)
  const engine = await startEmbedded({ data, programs, tcp: true, memory: 1024 ** 3, connections: 90, durable: false })
  const { host, port, user, password } = engine.admin
  try {
    return await use(`postgres://${user}:${password}@${host}:${port}/postgres`)
  } finally {
    await engine.stop()
    fs.rmSync(data, { recursive: true, force: true })
  }
}

const installedPrograms = (): Programs | undefined =>
  homes
    .filter((home) => fs.existsSync(home))
    .flatMap((home) => fs.readdirSync(home).map((name) => path.join(home, name, 'bin')))
    .filter((bin) => fs.existsSync(path.join(bin, 'postgres')) && fs.existsSync(path.join(bin, 'initdb')))
    .map(programsIn)
    .filter(({ version }) => Number.parseInt(version, 10) >= oldest)
    .sort((one, other) => Number.parseFloat(one.version) - Number.parseFloat(other.version))[0]
