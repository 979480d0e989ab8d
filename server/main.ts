import { serve } from '@hono/node-server'
import path from 'node:path'
import { Hono } from 'hono'
import { envOfProcess } from './env.ts'
import { createApp } from './http/app.ts'
import { clockOf } from './http/branch-clock.ts'
import { staticSite } from './http/static.ts'
import { handlersFor } from './handlers.ts'
import { startJobs } from './jobs/start.ts'
import { openProgram } from './program.ts'
import { callerFinder } from './staff/session.ts'
import { works } from './works.ts'

const env = envOfProcess()
const baseUrl = `http://localhost:${env.port}`
const program = await openProgram(env, baseUrl)
const { db } = program.database
const clock = await clockOf(db)
const jobs = await startJobs({
  db,
  address: program.database.address,
  clock,
  works,
  onError: (error, jobId) => console.error(jobId, error),
})
const app = createApp({
  db,
  clock,
  handlers: handlersFor(program.auth),
  callerOf: callerFinder(db, program.auth),
  onError: (error, requestId) => console.error(requestId, error),
})
const site = new Hono().route('/', app).route('/', staticSite(path.join(import.meta.dirname, '..', 'dist')))
const server = serve({ fetch: site.fetch, port: env.port, hostname: env.host }, ({ port }) => {
  console.log(`Weixi 维系  http://localhost:${port}`)
})

let stopping = false
const stop = async (): Promise<void> => {
  if (stopping) return
  stopping = true
  await new Promise((done) => server.close(done))
  await jobs.close()
  await program.close()
  process.exit(0)
}
process.on('SIGINT', () => void stop())
process.on('SIGTERM', () => void stop())
