import * as fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { readColumns } from '#server/db/catalogue.ts'
import { startEmbedded } from '#server/db/embedded/supervisor.ts'
import { tableTypes } from '#server/db/generate.ts'
import { migrate } from '#server/db/migrate.ts'
import { openPool } from '#server/db/pool.ts'

/** Writes `server/db/tables.ts` from a fresh database with all migrations. */
const data = fs.mkdtempSync(path.join(os.tmpdir(), 'weixi-'))
const embedded = await startEmbedded({ data, memory: 1024 ** 3, durable: false })
const database = openPool(embedded.address)
try {
  await migrate(database.pool)
  fs.writeFileSync('server/db/tables.ts', tableTypes(await readColumns(database.pool)))
  console.log('Wrote server/db/tables.ts.')
} finally {
  await database.close()
  await embedded.stop()
  fs.rmSync(data, { recursive: true, force: true })
}
