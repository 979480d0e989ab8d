import { writeFileSync } from 'node:fs'
import { trainDemoModel } from '#demo/warning-model.ts'

/** Trains the demo's warning model anew, after its customers were changed; a test says when that is due. */
writeFileSync('demo/warning-model.json', `${JSON.stringify(trainDemoModel())}\n`)
