import { attachEmbedded, startEmbedded } from '#server/db/embedded/supervisor.ts'
import { openPool } from '#server/db/pool.ts'
import { DatabaseTrouble } from '#server/db/trouble.ts'
import { sql } from 'kysely'

/**
 * Another process, for the supervisor's tests. `serve DATA` starts the engine, tells how in one line of JSON and stops
 * it when its input ends; `attach DATA` asks the engine that another serves.
 */
const [verb, data] = process.argv.slice(2)
const tell = (line: unknown): void => console.log(JSON.stringify(line))

try {
  if (verb === 'serve') await serve(data ?? '')
  else await attach(data ?? '')
} catch (error) {
  if (!(error instanceof DatabaseTrouble)) throw error
  tell({ code: error.code, params: error.params })
}

async function serve(data: string): Promise<void> {
  const engine = await startEmbedded({ data, memory: 1024 ** 3, durable: false })
  tell({ how: engine.how, process: engine.process })
  for await (const _ of process.stdin);
  await engine.stop()
  tell({ stopped: true })
}

async function attach(data: string): Promise<void> {
  const { db, close } = openPool(attachEmbedded(data).address)
  const { rows } = await sql<{ database: string }>`select current_database() as database`.execute(db)
  await close()
  tell({ attached: rows[0]?.database })
}
