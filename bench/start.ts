import { spawn } from 'node:child_process'
import * as fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { print } from './measure.ts'

/** From `npm start`, which builds when something changed, to the printed address, on a folder that is new and then twice on the same one. */
const data = path.join(os.tmpdir(), `weixi-bench-start-${process.pid}`)

const secondsToAddress = async (): Promise<number> => {
  const began = performance.now()
  const server = spawn(process.execPath, ['scripts/run.mjs', 'start', '--empty'], {
    env: { ...process.env, WEIXI_DATA: data, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise((resolve) => server.once('exit', resolve))
  const taken = await new Promise<number>((resolve, reject) => {
    server.stdout.on('data', (bytes: Buffer) => {
      if (bytes.includes('http://')) resolve((performance.now() - began) / 1000)
    })
    server.once('exit', (code) => reject(new Error(`the server ended with ${code}`)))
  })
  server.kill('SIGTERM')
  await ended
  return taken
}

try {
  print('first start, an empty branch', await secondsToAddress(), 's', { target: 120 })
  await secondsToAddress()
  print('later start', await secondsToAddress(), 's', { target: 3 })
} finally {
  fs.rmSync(data, { recursive: true, force: true })
}
