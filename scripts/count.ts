import path from 'node:path'
import { stripVTControlCharacters } from 'node:util'

/** How a step, or a whole run, ended; `faults` says of each failed test its title and the first line of what went wrong. */
export type Count = { passed: number; failed: number; skipped: number; faults: readonly string[] }

export const nothing: Count = { passed: 0, failed: 0, skipped: 0, faults: [] }
export const onePassed: Count = { ...nothing, passed: 1 }
export const oneFailed: Count = { ...nothing, failed: 1 }
export const oneSkipped: Count = { ...nothing, skipped: 1 }

export const sumOf = (counts: readonly Count[]): Count =>
  counts.reduce(
    (sum, { passed, failed, skipped, faults }) => ({
      passed: sum.passed + passed,
      failed: sum.failed + failed,
      skipped: sum.skipped + skipped,
      faults: [...sum.faults, ...faults],
    }),
    nothing,
  )

export const sayCount = ({ passed, failed, skipped }: Count): string =>
  `${passed} passed, ${failed} failed, ${skipped} skipped`

type VitestReport = {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  testResults: {
    name: string
    status: string
    message?: string
    assertionResults: { fullName: string; status: string; failureMessages?: string[] | null }[]
  }[]
}

/** Reads Vitest's JSON report. A file that fails before its first test has no test to count, so it counts as one failure. */
export const countOfVitest = (report: string): Count => {
  const read = JSON.parse(report) as VitestReport
  const broken = read.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0)
  const failed = read.testResults.flatMap(({ assertionResults }) =>
    assertionResults.filter(({ status }) => status === 'failed'),
  )
  return {
    passed: read.numPassedTests,
    failed: read.numFailedTests + broken.length,
    skipped: read.numPendingTests + read.numTodoTests,
    faults: [
      ...broken.map(({ name, message = '' }) => faultOf(name, message)),
      ...failed.map(({ fullName, failureMessages }) => faultOf(fullName, failureMessages?.[0] ?? '')),
    ],
  }
}

type PlaywrightError = { message?: string; location?: { file: string; line: number } }
type PlaywrightSuite = {
  suites?: PlaywrightSuite[]
  specs?: {
    title: string
    tests: { status: string; results: { error?: PlaywrightError }[] }[]
  }[]
}
type PlaywrightReport = PlaywrightSuite & {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number }
  errors?: { message?: string }[]
}

/** Reads Playwright's JSON report. A journey that passed at its second try only has failed; so has a file that does not load. */
export const countOfPlaywright = (report: string): Count => {
  const read = JSON.parse(report) as PlaywrightReport
  const { stats, errors = [] } = read
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
    faults: [...errors.map(({ message = '' }) => faultOf('(loading)', message)), ...faultsOfSuite(read)],
  }
}

const faultsOfSuite = ({ suites = [], specs = [] }: PlaywrightSuite): string[] => [
  ...specs.flatMap(({ title, tests }) =>
    tests
      .filter(({ status }) => status === 'unexpected' || status === 'flaky')
      .map(({ results }) => faultAt(title, results.findLast(({ error }) => error)?.error)),
  ),
  ...suites.flatMap(faultsOfSuite),
]

const faultAt = (title: string, { message = '', location }: PlaywrightError = {}): string =>
  faultOf(location ? `${title} (${path.basename(location.file)}:${location.line})` : title, message)

const faultOf = (title: string, message: string): string =>
  `${title}: ${stripVTControlCharacters(message).split('\n')[0]}`

/** What a runner's exit code adds: one that fails without a failed test (a crash, a stray rejection) is a failure still. */
export const withExitCode = (count: Count, exitCode: number): Count =>
  exitCode !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count
