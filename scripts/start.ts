import { enableCompileCache } from 'node:module'
import { readFlags } from '#server/flags.ts'
import { buildAll } from './build.ts'

/** Builds what changed, then becomes the server, which reads the flags: --empty, --tls, --port, --data … */
const { help, unknown } = readFlags(process.argv.slice(2))
if (help || unknown.length > 0) await import('#server/main.ts')
else {
  await buildAll()
  enableCompileCache()
  process.setSourceMapsEnabled(true)
  await import(new URL('../build/server/main.js', import.meta.url).href)
}
