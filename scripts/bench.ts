import { globSync } from 'node:fs'
import { runSteps, commandStep } from './steps.ts'

/** Every benchmark, one after the other; each prints its figures as lines of JSON. */
await runSteps(
  globSync('bench/*.ts')
    .toSorted()
    .map((file) => commandStep(file, process.execPath, file)),
)
