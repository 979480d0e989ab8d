import { findBrowser } from './browser.ts'
import { runCommand } from './steps.ts'

/** The component tests, which need a browser; arguments are Vitest's, above all the folder to test. */
const env = { TEST_BROWSER: await findBrowser() }
process.exitCode = await runCommand('vitest', ['run', '--project', 'browser', ...process.argv.slice(2)], env)
