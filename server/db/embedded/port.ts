import { createServer } from 'node:net'

/** A TCP port free on 127.0.0.1 at this moment: the wished one if it is. */
export const freePort = async (wished: number): Promise<number> =>
  (await tryPort(wished)) ?? (await tryPort(0)) ?? wished

const tryPort = (port: number): Promise<number | null> =>
  new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(null))
    probe.listen(port, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : null))
    })
  })
