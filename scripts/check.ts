import { step } from './steps.ts'

/** Types, lint, format, dead code: everything that needs no running product. */
step('types of domain (no DOM, no Node)', 'tsc', '-p', 'domain')
step('types', 'tsc', '-p', '.')
step('lint', 'oxlint')
step('format', 'oxfmt', '--check')
step('dead code', 'knip')
