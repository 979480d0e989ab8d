import { describe, expect, test } from 'vitest'
import { countOfPlaywright, countOfVitest, sayCount, sumOf, withExitCode } from './count.ts'

describe('the count of a run', () => {
  test('sums all runners into one line', () => {
    const sum = sumOf([
      { passed: 3, failed: 0, skipped: 1 },
      { passed: 4, failed: 2, skipped: 0 },
    ])
    expect(sayCount(sum)).toBe('7 passed, 2 failed, 1 skipped')
  })

  test('takes tests to do as skipped, and a file that does not load as a failure', () => {
    const report = {
      numPassedTests: 5,
      numFailedTests: 1,
      numPendingTests: 2,
      numTodoTests: 1,
      testResults: [
        { status: 'failed', assertionResults: [{}] },
        { status: 'failed', assertionResults: [] },
      ],
    }
    expect(countOfVitest(JSON.stringify(report))).toEqual({ passed: 5, failed: 2, skipped: 3 })
  })

  test('takes a journey that passed at its second try for passed', () => {
    const report = { stats: { expected: 8, unexpected: 0, flaky: 1, skipped: 2 }, errors: [] }
    expect(countOfPlaywright(JSON.stringify(report))).toEqual({ passed: 9, failed: 0, skipped: 2 })
  })

  test('is a failure when the runner failed with no test to blame', () => {
    const clean = { passed: 8, failed: 0, skipped: 0 }
    expect(withExitCode(clean, 1).failed).toBe(1)
    expect(withExitCode(clean, 0)).toEqual(clean)
    expect(withExitCode({ ...clean, failed: 3 }, 1).failed).toBe(3)
  })
})
