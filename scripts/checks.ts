import { commandStep } from './steps.ts'

/** Everything that needs no running product. */
export const checks = [
  commandStep('types of domain (no DOM, no Node)', 'tsc', '-p', 'domain'),
  commandStep('types', 'tsc', '-p', '.'),
  commandStep('lint', 'oxlint'),
  commandStep('format', 'oxfmt', '--check'),
  commandStep('dead code', 'knip'),
]
