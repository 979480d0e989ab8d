import { buildAll } from './build.ts'
import { journeys } from './journey.ts'
import { runCommand } from './steps.ts'

/** The journeys alone; arguments are Playwright's: a file, `--grep S-26`, `--project phone`. */
await buildAll()
process.exitCode = await journeys((env) => runCommand('playwright', ['test', ...process.argv.slice(2)], env))
