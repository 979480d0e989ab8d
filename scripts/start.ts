import { buildWeb } from './build.ts'

/** Builds the web app when it changed, then becomes the server, which reads the flags: --empty, --tls, --port, --data … */
await buildWeb()
await import('#server/main.ts')
