import { readFlags } from '#server/flags.ts'
import { buildWeb } from './build.ts'

/** Builds the web app when it changed, then becomes the server, which reads the flags: --empty, --tls, --port, --data … */
const { help, unknown } = readFlags(process.argv.slice(2))
if (!help && unknown.length === 0) await buildWeb()
await import('#server/main.ts')
