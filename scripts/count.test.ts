import { describe, expect, test } from 'vitest'
import { countOfPlaywright, countOfVitest, nothing, sayCount, sumOf, withExitCode } from './count.ts'

describe('the count of a run', () => {
  test('sums all runners into one line', () => {
    const sum = sumOf([
      { passed: 3, failed: 0, skipped: 1, faults: [] },
      { passed: 4, failed: 2, skipped: 0, faults: ['a: broke', 'b: broke'] },
    ])
    expect(sayCount(sum)).toBe('7 passed, 2 failed, 1 skipped')
    expect(sum.faults).toEqual(['a: broke', 'b: broke'])
  })

  test('takes tests to do as skipped, and a file that does not load as a failure', () => {
    const report = {
      numPassedTests: 5,
      numFailedTests: 1,
      numPendingTests: 2,
      numTodoTests: 1,
      testResults: [
        {
          name: 'one.test.ts',
          status: 'failed',
          assertionResults: [
            {
              fullName: 'a promise is kept',
              status: 'failed',
              failureMessages: ['\u001B[31mexpected 1\u001B[39m\n    at …'],
            },
            { fullName: 'a promise is made', status: 'passed', failureMessages: [] },
          ],
        },
        { name: 'two.test.ts', status: 'failed', message: 'no such module', assertionResults: [] },
      ],
    }
    expect(countOfVitest(JSON.stringify(report))).toEqual({
      passed: 5,
      failed: 2,
      skipped: 3,
      faults: ['two.test.ts: no such module', 'a promise is kept: expected 1'],
    })
  })

  test('takes a journey that passed at its second try for failed, and says what the first one met', () => {
    const results = [{ error: { message: 'no row' } }, {}]
    const report = {
      stats: { expected: 8, unexpected: 0, flaky: 1, skipped: 2 },
      suites: [{ specs: [{ title: 'the day opens', tests: [{ status: 'flaky', results }] }] }],
    }
    const faults = ['the day opens: no row']
    expect(countOfPlaywright(JSON.stringify(report))).toEqual({ passed: 8, failed: 1, skipped: 2, faults })
  })

  test('names each journey that failed, however deep its suite', () => {
    const tests = [
      {
        status: 'unexpected',
        results: [
          { error: { message: 'first try' } },
          { error: { message: 'no row', location: { file: '/a/b/day.journey.ts', line: 12 } } },
        ],
      },
    ]
    const report = {
      stats: { expected: 0, unexpected: 1, flaky: 0, skipped: 0 },
      suites: [{ suites: [{ specs: [{ title: 'the day opens', tests }] }] }],
    }
    expect(countOfPlaywright(JSON.stringify(report)).faults).toEqual(['the day opens (day.journey.ts:12): no row'])
  })

  test('is a failure when the runner failed with no test to blame', () => {
    const clean = { ...nothing, passed: 8 }
    expect(withExitCode(clean, 1).failed).toBe(1)
    expect(withExitCode(clean, 0)).toEqual(clean)
    expect(withExitCode({ ...clean, failed: 3 }, 1).failed).toBe(3)
  })
})
