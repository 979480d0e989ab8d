import { findBrowser } from './browser.ts'
import { buildAll } from './build.ts'
import { checks } from './checks.ts'
import { countOfPlaywright, countOfVitest, onePassed, oneSkipped } from './count.ts'
import { installedPostgres } from './installed-postgres.ts'
import { journeys } from './journey.ts'
import { reportStep, runSteps, type Step } from './steps.ts'

type Environment = Record<string, string>

const vitest = (name: string, project: string, env: Environment, ...folders: string[]): Step =>
  reportStep(name, countOfVitest, (report) => ({
    command: 'vitest',
    args: [
      'run',
      '--project',
      project,
      '--passWithNoTests',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...folders,
    ],
    env,
  }))

const playwright = (env: Environment): Step =>
  reportStep('journeys', countOfPlaywright, (report) => ({
    command: 'playwright',
    args: ['test', '--pass-with-no-tests', '--reporter=line,json'],
    env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
  }))

/** The tests that use a database, again on an installed PostgreSQL, where there is one; else one skip. */
const onInstalled: Step = {
  name: 'server on an installed PostgreSQL',
  run: () =>
    installedPostgres(async (url) => {
      if (url !== null) return vitest(onInstalled.name, 'node', { WEIXI_TEST_DATABASE_URL: url }, 'server/').run()
      console.log('Skipped: no PostgreSQL 15 or newer is installed here. Set WEIXI_TEST_DATABASE_URL to use one.')
      return oneSkipped
    }),
}

const build: Step = { name: 'build', run: () => buildAll().then(() => onePassed) }

const components: Step = {
  name: 'components in a browser',
  run: async () => vitest(components.name, 'browser', { TEST_BROWSER: await findBrowser() }).run(),
}

/** Everything: what `npm test` means. */
await runSteps([
  ...checks,
  vitest('unit', 'node', {}),
  onInstalled,
  components,
  build,
  { name: 'journeys', run: () => journeys((env) => playwright(env).run()) },
])
