import { spawnSync } from 'node:child_process'

const startedAt = performance.now()

/** Runs one command with its output shown; a failure ends the script with the command's own exit code. */
export function step(name: string, command: string, ...args: string[]): void {
  const began = performance.now()
  const run = spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' })
  console.log(`# ${name}: ${seconds(began)} (total ${seconds(startedAt)})`)
  if (run.status !== 0) {
    console.error(`weixi: "${name}" failed.`)
    process.exit(run.status ?? 1)
  }
}

const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1)} s`
