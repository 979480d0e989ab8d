import { type ChildProcess, spawn } from 'node:child_process'

/** The server, started again when one of its files changes, and Vite before it; flags go to the server. */
const children: ChildProcess[] = [
  spawn(process.execPath, ['--watch', '--watch-preserve-output', 'server/main.ts', ...process.argv.slice(2)], {
    stdio: 'inherit',
  }),
  spawn('vite', { stdio: 'inherit', shell: process.platform === 'win32' }),
]

const stop = (): void => {
  for (const child of children) child.kill()
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
for (const child of children) {
  child.on('error', (error) => {
    console.error(`weixi: ${error.message}`)
    stop()
  })
  child.on('exit', (code) => {
    process.exitCode ||= code ?? 0
    stop()
  })
}
