import { step } from './steps.ts'

step('tests', 'vitest', 'run', ...process.argv.slice(2))
