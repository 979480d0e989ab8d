import { serve, type ServerType } from '@hono/node-server'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Hono } from 'hono'
import { fillDemo } from '#demo/fill.ts'
import { startSweeping } from './personal/sweep.ts'
import { startSealing } from './audit/sealing.ts'
import { pictureFolder } from './adapters/picture/folder.ts'
import { problemLine } from '#domain/playbook/problem.ts'
import { problemWordsZh } from '#domain/playbook/words.zh.ts'
import { type Env, projectRoot } from './env.ts'
import { handlersFor } from './handlers.ts'
import { anyLayout, loadLayouts } from './form/load.ts'
import { startBackups } from './backup/schedule.ts'
import { createApp } from './http/app.ts'
import { clockOf } from './http/branch-clock.ts'
import type { Clock } from './http/clock.ts'
import { healthRoutes } from './http/health.ts'
import { Metrics } from './http/metrics.ts'
import { staticSite } from './http/static.ts'
import { certificateIn, ownAddresses, type Secured } from './http/tls/keep.ts'
import { rootRoute } from './http/tls/root-route.ts'
import { startJobs } from './jobs/start.ts'
import type { Reach } from './phone/routes.ts'
import { loadChecklists } from './playbook/checklists.ts'
import { anyPlaybook, loadPacks } from './playbook/load.ts'
import { loadScripts } from './script/load.ts'
import { openProgram } from './program.ts'
import { loadOffers } from './retention/load-offers.ts'
import { type BranchHere, branchHere } from './staff/queries.ts'
import { callerFinder } from './staff/caller.ts'
import { worksFor } from './works.ts'

/** A server that answers, until it is stopped. */
export type Running = { address: string; reach: Reach; branch: BranchHere; stop: () => Promise<void> }

const CONTENT = path.join(projectRoot(), 'content')

/** Starts the database, fills an empty one with the demo where that is wished, runs jobs and serves API and web app; `given` is another clock than its own. */
export const start = async (env: Env, given: Clock | null = null): Promise<Running> => {
  const secured = env.tls ? certificateIn(env.data, new Date()) : null
  const scheme = secured ? 'https' : 'http'
  const program = await openProgram(env, `${scheme}://localhost:${env.port}`)
  const { db, pool } = program.database
  if (env.demo) await fillDemo(db, program.auth, pictureFolder(env.data))
  const clock = given ?? (await clockOf(db))
  const branch = await branchHere(db)
  const onError = (error: unknown, id: string | null): void => console.error(id, error)
  const jobs = await startJobs({ db, pool, clock, works: worksFor(env.data), onError })
  const stopSealing = startSealing(db, clock, onError)
  const stopSweeping = startSweeping(db, clock, onError)
  const stopBackups = startBackups(pool, env.data, env.backups, () => new Date(), onError)
  const readPlaybooks = async (): Promise<void> => {
    const at = new Date()
    const problems = [
      ...(await loadPacks(db, CONTENT, at)),
      ...(await loadChecklists(db, CONTENT, at)),
      ...(await loadScripts(db, CONTENT, at)),
      ...(await loadLayouts(db, CONTENT, at)),
      ...(await loadOffers(db, CONTENT, at)),
    ]
    for (const problem of problems) console.error(problemLine(problem, problemWordsZh))
  }
  const known = (await anyPlaybook(db)) && (await anyLayout(db))
  if (!known) await readPlaybooks()
  const where = { port: env.port }
  const reach = reachOf(env, scheme, where)
  const handlers = handlersFor(program.auth, env.data, reach, env.model)
  const metrics = env.metrics ? new Metrics() : null
  const observe = (key: string, status: number, seconds: number): void => metrics?.observe(key, status, seconds)
  const app = createApp({ db, clock, handlers, callerOf: callerFinder(db, program.auth, clock), onError, observe })
  const state = { stopping: false }
  const health = healthRoutes({ db, pool, stopping: () => state.stopping, metrics })
  const site = new Hono().route('/', app).route('/', health)
  if (secured) site.route('/', rootRoute(secured.root))
  site.route('/', staticSite(path.join(projectRoot(), 'dist')))
  const server = await listening(site, env, secured).catch(async (error: unknown) => {
    await stopBackups()
    await stopSweeping()
    await stopSealing()
    await jobs.close()
    await program.close()
    throw error
  })
  const underWay = counting(server)
  where.port = (server.address() as AddressInfo).port
  // the last sound versions serve meanwhile: reading every file anew takes a second or two
  const reading = known ? readPlaybooks().catch((error: unknown) => onError(error, null)) : null
  return {
    address: `${scheme}://localhost:${where.port}`,
    reach,
    branch,
    stop: async () => {
      state.stopping = true
      await closed(server, underWay)
      await reading
      await jobs.close()
      await stopBackups()
      await stopSweeping()
      await stopSealing()
      await program.close()
    },
  }
}

/** Other devices reach it when it listens to more than this machine. */
const reachOf = (env: Env, scheme: string, where: { port: number }): Reach => {
  const open = !['127.0.0.1', 'localhost', '::1'].includes(env.host)
  const all = env.host === '0.0.0.0' || env.host === '::'
  return {
    secure: env.tls,
    open,
    addresses: () =>
      open ? (all ? ownAddresses() : [env.host]).map((name) => `${scheme}://${name}:${where.port}`) : [],
  }
}

/** Longer than the minute after which proxies usually end an idle connection themselves. */
const KEPT_ALIVE_MS = 75_000

const LOOK_EVERY_MS = 50

/** Requests under way are answered within this; whatever still hangs then is cut off. */
const CLOSE_WITHIN_MS = 15_000

/**
 * Takes no new connections, answers what is under way, then ends every connection. Waiting for them to end by themselves takes minutes: browsers
 * hold some that they never used.
 */
const closed = async (server: ServerType, underWay: () => number): Promise<void> => {
  const done = new Promise((resolve) => server.close(resolve))
  const until = performance.now() + CLOSE_WITHIN_MS
  while (underWay() > 0 && performance.now() < until) await wait(LOOK_EVERY_MS)
  if ('closeAllConnections' in server) server.closeAllConnections()
  await done
}

/** How many requests are being answered. */
const counting = (server: ServerType): (() => number) => {
  let underWay = 0
  server.on('request', (_request: IncomingMessage, response: ServerResponse) => {
    underWay += 1
    response.once('close', () => (underWay -= 1))
  })
  return () => underWay
}

const listening = (site: Hono, env: Env, secured: Secured | null): Promise<ServerType> =>
  new Promise((ready, failed) => {
    const options = { fetch: site.fetch, port: env.port, hostname: env.host }
    const server = secured
      ? serve({ ...options, createServer, serverOptions: { key: secured.key, cert: secured.certificate } })
      : serve(options)
    // A page that asks again just as an idle connection ends would be answered by a broken one: keep it longer than people pause.
    if ('keepAliveTimeout' in server) server.keepAliveTimeout = KEPT_ALIVE_MS
    server.once('listening', () => ready(server))
    server.once('error', failed)
  })
