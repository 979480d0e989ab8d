import { existsSync } from 'node:fs'
import { findBrowser } from './browser.ts'
import { buildWeb } from './build.ts'
import { checks } from './checks.ts'
import { countOfPlaywright, countOfVitest, onePassed } from './count.ts'
import { journeys } from './journey.ts'
import { reportStep, runSteps, type Step } from './steps.ts'

type Environment = Record<string, string>

/** Everything: what `npm test` means. */
const vitest = (name: string, env: Environment, ...args: string[]): Step =>
  reportStep(name, countOfVitest, (report) => ({
    command: 'vitest',
    args: ['run', '--passWithNoTests', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...args],
    env,
  }))
