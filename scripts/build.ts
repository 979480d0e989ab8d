import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import { runCommand } from './steps.ts'

const stamp = 'dist/.sources'
const sources = [
  'web/**/*.*',
  'domain/**/*.ts',
  'api/**/*.ts',
  'vite.config.ts',
  'scripts/shell.ts',
  'package-lock.json',
]
const tests = /\.(test|browser)\.tsx?$/

/** Builds the web app into dist/ when what it is made of has changed since it was built last. Throws when it does not build. */
export const buildWeb = async (): Promise<void> => {
  const now = hashOfSources()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return
  console.error('Building the web app …')
  const exitCode = await runCommand('vite', ['build', '--logLevel', 'warn'])
  if (exitCode !== 0) throw new Error('weixi: the web app does not build; the reason is above.')
  writeFileSync(stamp, now)
}

const hashOfSources = (): string => {
  const hash = createHash('sha256')
  const files = globSync(sources).filter((file) => !tests.test(file))
  for (const file of files.sort()) hash.update(`${file}\0`).update(readFileSync(file)).update('\0')
  return hash.digest('hex')
}

if (import.meta.main) await buildWeb()
