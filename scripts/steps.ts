import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { type Count, nothing, oneFailed, onePassed, sayCount, sumOf, withExitCode } from './count.ts'

/** One thing to run, with how it ended as a count. */
export type Step = { name: string; run: () => Promise<Count> }

type Environment = Record<string, string>

/** A command that passes or fails as a whole. */
export const commandStep = (name: string, command: string, ...args: string[]): Step => ({
  name,
  run: async () => ((await runCommand(command, args)) === 0 ? onePassed : oneFailed),
})

/** A test runner that writes a JSON report; `line` gets the place where the report has to be. */
export const reportStep = (
  name: string,
  read: (report: string) => Count,
  line: (report: string) => { command: string; args: string[]; env?: Environment },
): Step => ({
  name,
  run: async () => {
    const report = path.resolve('node_modules/.cache/weixi', `${name.replaceAll(/\W+/g, '-')}.json`)
    mkdirSync(path.dirname(report), { recursive: true })
    rmSync(report, { force: true })
    const { command, args, env } = line(report)
    const exitCode = await runCommand(command, args, env)
    return withExitCode(existsSync(report) ? read(readFileSync(report, 'utf8')) : nothing, exitCode)
  },
})

/** Runs the steps one after another, all of them whatever fails, and ends the process with their sum as its last line. */
export const runSteps = async (steps: readonly Step[]): Promise<never> => {
  const counts: Count[] = []
  const laps: string[] = []
  const startedAt = performance.now()
  for (const { name, run } of steps) {
    const began = performance.now()
    const count = await run().catch((error: unknown) => {
      console.error(error)
      return oneFailed
    })
    counts.push(count)
    laps.push(`# ${name}: ${sayCount(count)}, ${seconds(began)}`)
    console.log(laps.at(-1))
  }
  const sum = sumOf(counts)
  if (steps.length > 1) console.log(['', ...laps, `# all: ${seconds(startedAt)}`].join('\n'))
  for (const fault of sum.faults) console.log(`# failed: ${fault}`)
  console.log(sayCount(sum))
  return process.exit(sum.failed === 0 ? 0 : 1)
}

/** Runs one command, its output shown, no input; gives its exit code. */
export const runCommand = (command: string, args: readonly string[], env: Environment = {}): Promise<number> =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: process.platform === 'win32',
      env: { ...process.env, ...env },
    })
    child.on('error', reject)
    child.on('close', (code) => resolve(code ?? 1))
  })

const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1)} s`
