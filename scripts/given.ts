import { spawnSync } from 'node:child_process'
import * as fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { programsIn } from '../server/db/embedded/programs.ts'
import { startEmbedded } from '../server/db/embedded/supervisor.ts'

/**
 * The tests on an installed PostgreSQL, the oldest that is new enough: what a "given" database does differently shows
 * here. It runs in a temporary folder, over TCP as a given one would.
 */
const oldest = 15
const homes = ['/usr/lib/postgresql', '/usr/local/pgsql', '/opt/homebrew/opt', '/usr/local/opt']
const paths = process.argv.length > 2 ? process.argv.slice(2) : ['server/', '--exclude', 'server/db/embedded/**']

const programs = homes
  .filter((home) => fs.existsSync(home))
  .flatMap((home) => fs.readdirSync(home).map((name) => path.join(home, name, 'bin')))
  .filter((bin) => fs.existsSync(path.join(bin, 'postgres')) && fs.existsSync(path.join(bin, 'initdb')))
  .map(programsIn)
  .filter(({ version }) => Number.parseInt(version, 10) >= oldest)
  .sort((one, other) => Number.parseFloat(one.version) - Number.parseFloat(other.version))[0]

if (!programs) {
  console.log(`Skipped: this machine has no installed PostgreSQL ${oldest} or newer.`)
  process.exit(0)
}
console.log(`Testing on the installed PostgreSQL ${programs.version} (${programs.bin}).`)
const data = fs.mkdtempSync(path.join(os.tmpdir(), 'weixi-given-'))
// Programs before PostgreSQL 16 change folder as they start, which the unprivileged account must be able to.
fs.chmodSync(data, 0o711)
const engine = await startEmbedded({ data, programs, tcp: true, memory: 1024 ** 3, connections: 90, durable: false })
const { host, port, user, password } = engine.admin
process.env['WEIXI_TEST_DATABASE_URL'] = `postgres://${user}:${password}@${host}:${port}/postgres`
const run = spawnSync('vitest', ['run', ...paths], { stdio: 'inherit', shell: process.platform === 'win32' })
await engine.stop()
fs.rmSync(data, { recursive: true, force: true })
process.exit(run.status ?? 1)
