import { runCommand } from './steps.ts'

/** The tests that need no browser; arguments are Vitest's, above all the folder to test. */
process.exitCode = await runCommand('vitest', ['run', '--project', 'node', ...process.argv.slice(2)])
