import { installedPostgres } from './installed-postgres.ts'
import { runCommand } from './steps.ts'

/** The tests that use a database on an installed PostgreSQL; arguments are Vitest's, above all the folder to test. */
const wanted = process.argv.slice(2)
const folders = wanted.length > 0 ? wanted : ['server/', 'test/']
process.exitCode = await installedPostgres((url) => {
  if (url === null) throw new Error('weixi: this machine has no installed PostgreSQL 15 or newer.')
  return runCommand('vitest', ['run', '--project', 'node', ...folders], { WEIXI_TEST_DATABASE_URL: url })
})
