import { runCommand } from './steps.ts'

process.exitCode = await runCommand('oxfmt', process.argv.slice(2))
