import { rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { findBrowser } from './browser.ts'
import { freePort } from './free-port.ts'

/**
 * Gives journeys a place of their own: a browser, a free port, and a data folder that is gone afterwards. The folder is
 * not made here: the server makes it for the account its database runs under.
 */
export const journeys = async <T>(run: (env: Record<string, string>) => Promise<T>): Promise<T> => {
  const data = path.join(os.tmpdir(), `weixi-journeys-${process.pid}`)
  const port = await freePort()
  try {
    return await run({ TEST_BROWSER: await findBrowser(), JOURNEYS_DATA: data, JOURNEYS_PORT: String(port) })
  } finally {
    rmSync(data, { recursive: true, force: true, maxRetries: 5 })
  }
}
