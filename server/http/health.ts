import { Hono } from 'hono'
import { sql } from 'kysely'
import { setTimeout as wait } from 'node:timers/promises'
import type { Database } from '#server/db/pool.ts'
import type { Gauge, Metrics } from './metrics.ts'

/** A database that takes longer than this to say one thing serves nobody. */
const ANSWER_WITHIN_MS = 2000

export type HealthParts = Pick<Database, 'db' | 'pool'> & {
  /** Whether it is about to end: a balancer then sends nobody any more. */
  stopping: () => boolean
  /** Null where nobody asked for figures. */
  metrics: Metrics | null
}

/** For whoever watches the machine: `/healthz` the program lives, `/readyz` it can serve, `/metrics` figures. Nothing of it needs or tells a person. */
export const healthRoutes = ({ db, pool, stopping, metrics }: HealthParts): Hono => {
  const routes = new Hono()
  routes.get('/healthz', (c) => c.text('ok\n'))
  routes.get('/readyz', async (c) => {
    if (stopping()) return c.text('stopping\n', 503)
    return (await answers(db)) ? c.text('ready\n') : c.text('no database\n', 503)
  })
  if (metrics)
    routes.get('/metrics', async (c) =>
      c.body(metrics.text([...ofProcess(), ...ofPool(pool), ...(await ofWork(db))]), 200, {
        'content-type': 'text/plain; version=0.0.4; charset=utf-8',
      }),
    )
  return routes
}

const answers = async (db: Database['db']): Promise<boolean> => {
  const asked = sql`select 1`.execute(db).then(
    () => true,
    () => false,
  )
  return Promise.race([asked, wait(ANSWER_WITHIN_MS, false, { ref: false })])
}

const ofProcess = (): Gauge[] => [
  { name: 'weixi_up_seconds', help: 'How long the program runs.', value: Math.round(process.uptime()) },
  { name: 'weixi_resident_bytes', help: 'Memory of the program.', value: process.memoryUsage.rss() },
]

const ofPool = (pool: Database['pool']): Gauge[] => [
  { name: 'weixi_database_connections', help: 'Connections to the database.', value: pool.totalCount },
  { name: 'weixi_database_idle', help: 'Connections nobody uses.', value: pool.idleCount },
  { name: 'weixi_database_waiting', help: 'Requests that wait for a connection.', value: pool.waitingCount },
]

const ofWork = async (db: Database['db']): Promise<Gauge[]> => {
  const { rows } = await sql<{ waiting: number; running: number; unsealed: number }>`
    select (select count(*) from job where state = 'waiting')::int as waiting,
           (select count(*) from job where state = 'running')::int as running,
           (select count(*) from audit_event where seal is null)::int as unsealed`.execute(db)
  const { waiting = 0, running = 0, unsealed = 0 } = rows[0] ?? {}
  return [
    { name: 'weixi_jobs_waiting', help: 'Long work that has not begun.', value: waiting },
    { name: 'weixi_jobs_running', help: 'Long work under way.', value: running },
    { name: 'weixi_audit_unsealed', help: 'Lines of the log not sealed yet.', value: unsealed },
  ]
}
