import { checks } from './checks.ts'
import { runSteps } from './steps.ts'

/** Types, lint, format, dead code. */
await runSteps(checks)
