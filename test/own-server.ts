import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

export type OwnServer = { address: string; data: string; stop: () => Promise<void> }

/** A program that serves a data folder, told apart by how it is called. */
type Program = (data: string) => string[]

/** `npm start -- --empty`, with the real time. */
const asStarted: Program = (data) => ['server/main.ts', '--empty', '--port', '0', '--data', data]

/** The same on a Tuesday at ten in the morning, whenever it is walked. */
export const onTuesday: Program = (data) => ['test/serve-empty.ts', data]

/** Another Weixi beside the journeys' own, in a folder that stays when it stops. */
export const serving = async (
  data: string,
  program: Program = asStarted,
): Promise<{ address: string; stop: () => Promise<void> }> => {
  const server = spawn(process.execPath, program(data), {
    env: { ...process.env, PORT: '', WEIXI_LOG: 'info' },
  })
  const ended = new Promise<void>((done) => server.once('exit', () => done()))
  const address = await new Promise<string>((found, lost) => {
    let said = ''
    server.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const line = /http:\/\/localhost:\d+/.exec(said)
      if (line) found(line[0])
    })
    server.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
    server.once('exit', () => lost(new Error(`it ended: ${said}`)))
  })
  const stop = async (): Promise<void> => {
    server.kill('SIGTERM')
    await ended
  }
  return { address, stop }
}

/** An empty one, in a folder of its own that is gone afterwards. */
export const anEmptyStart = async (program: Program = asStarted): Promise<OwnServer> => {
  const parent = mkdtempSync(path.join(os.tmpdir(), 'weixi-empty-'))
  const data = path.join(parent, 'branch')
  chmodSync(parent, 0o711)
  const { address, stop } = await serving(data, program)
  return {
    address,
    data,
    stop: async () => {
      await stop()
      rmSync(parent, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}
