import { envOfProcess } from '#server/env.ts'
import { clockStartingAt } from '#server/http/clock.ts'
import { start } from '#server/start.ts'

/** An own branch as `npm start -- --empty` starts it, but always on a Tuesday at ten: a time at which customers may be called. */
const TUESDAY_AT_TEN = new Date('2026-11-24T02:00:00Z')

const [data = ''] = process.argv.slice(2)
const env = envOfProcess({ WEIXI_DEMO: 'no', WEIXI_DATA: data, PORT: '0' })
const running = await start(env, clockStartingAt(TUESDAY_AT_TEN))
console.log(running.address)
process.on('SIGTERM', () => void running.stop().then(() => process.exit(0)))
