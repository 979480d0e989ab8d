import { Hono, type Context, type MiddlewareHandler } from 'hono'
import { compress } from 'hono/compress'
import { etag } from 'hono/etag'
import { randomUUID } from 'node:crypto'
import { contract, type Contract } from '#api/contract.ts'
import type { Endpoint } from '#api/endpoint.ts'
import type { ErrorReply } from '#api/errors.ts'
import { SEAT_HEADER } from '#api/seat.ts'
import { reachOf } from '#domain/staff/scope.ts'
import { isAway } from '#server/db/connect.ts'
import { tokenMay } from '#domain/staff/token.ts'
import { type Db, isKeyTaken } from '#server/db/pool.ts'
import type { Clock } from './clock.ts'
import { Failure, fail } from './failure.ts'
import type { Call, Caller, FileReply, Handler, Handlers } from './handler.ts'
import { openApi } from './openapi.ts'
import { parsed } from './parse.ts'

export type AppParts = {
  db: Db
  clock: Clock
  handlers: Handlers<Contract>
  /** Who a request comes from; null when nobody is signed in. */
  callerOf: (headers: Headers, address: string) => Promise<Caller | null>
  /** Told of every failure that is our fault. */
  onError: (error: unknown, requestId: string) => void
  /** Hears of every answer: endpoint, status, seconds. */
  observe?: (key: string, status: number, seconds: number) => void
}

type AnyHandler = Handler<Endpoint>

/** Calls that must work on a locked seat: seeing whose it is, unlocking it, leaving it. */
const whileLocked = new Set([
  'GET /api/session',
  'DELETE /api/session',
  'DELETE /api/session/lock',
  'PUT /api/session/lock',
])

/** Calls a page makes to learn who sits here, and to end whatever sign-in there is. */
const whoeverSits = new Set(['GET /api/session', 'DELETE /api/session'])

/** The HTTP side of the contract: validation, access, coded errors; nothing about any domain. */
export const createApp = (parts: AppParts): Hono => {
  const app = new Hono()
  app.use('/api/*', async (c, next) =>
    isForeignWrite(c) ? failed(c, new Failure('access.denied'), requestIdOf(c)) : next(),
  )
  app.use('/api/coach', unchanged, etag(), compress())
  for (const [key, endpoint] of Object.entries(contract) as [keyof Contract, Endpoint][]) {
    const [method = '', path = ''] = key.split(' ')
    app.on(method, path, async (c) => {
      const began = performance.now()
      const response = await answer(c, parts, key, endpoint, parts.handlers[key] as unknown as AnyHandler)
      parts.observe?.(key, response.status, (performance.now() - began) / 1000)
      return response
    })
  }
  app.get('/api/openapi.json', (c) => c.json(openApi()))
  app.all('/api/*', (c) => failed(c, new Failure('record.not_found'), requestIdOf(c)))
  return app
}

/** Large and seldom new: a browser keeps it, asks each time whether it changed, and is sent it only then. */
const unchanged: MiddlewareHandler = async (c, next) => {
  await next()
  if (c.res.ok || c.res.status === 304) c.res.headers.set('cache-control', 'private, no-cache')
}

const reading = new Set(['GET', 'HEAD', 'OPTIONS'])

/** A write another site's page has a browser send. Who sends neither header is no browser, and carries nobody's cookie unasked. */
const isForeignWrite = (c: Context): boolean => {
  if (reading.has(c.req.method)) return false
  const site = c.req.header('sec-fetch-site')
  if (site === 'cross-site' || site === 'same-site') return true
  const origin = c.req.header('origin')
  return origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== new URL(c.req.url).host)
}

const answer = async (
  c: Context,
  parts: AppParts,
  key: string,
  endpoint: Endpoint,
  handle: AnyHandler,
): Promise<Response> => {
  const requestId = requestIdOf(c)
  const headers = new Headers({ 'cache-control': 'no-store', 'x-request-id': requestId })
  try {
    const caller = await admitted(parts, key, endpoint, c.req.raw.headers, addressOf(c))
    const received = await parsed(endpoint, c)
    const call: Call<Endpoint> = {
      ...received,
      caller: caller as Caller,
      db: parts.db,
      clock: parts.clock,
      request: {
        id: requestId,
        address: addressOf(c),
        headers: c.req.raw.headers,
        body: endpoint.upload ? c.req.raw.body : null,
      },
      reply: { header: (name, value) => headers.append(name, value) },
    }
    const reply = await handled(call, handle, endpoint)
    if (endpoint.reply === 'file') return fileResponse(reply as unknown as FileReply, headers)
    if (endpoint.reply === 'nothing') return new Response(null, { status: 204, headers })
    headers.set('content-type', 'application/json; charset=utf-8')
    return new Response(JSON.stringify(reply), { headers })
  } catch (error) {
    if (!(error instanceof Failure)) parts.onError(error, requestId)
    return failed(c, failureOf(error), requestId)
  }
}

const failureOf = (error: unknown): Failure =>
  error instanceof Failure ? error : new Failure(isAway(error) ? 'server.away' : 'server.failed')

/**
 * Of two calls that write one id at once the later finds the id taken. It is handled once more: now it sees the record that
 * is there, and answers as if it had come after. An upload's bytes are gone by then, so that one is told.
 */
const handled = async (call: Call<Endpoint>, handle: AnyHandler, endpoint: Endpoint) => {
  for (let again = !endpoint.upload; ; again = false) {
    try {
      return await handle(call)
    } catch (error) {
      if (!isKeyTaken(error)) throw error
      if (!again) return fail('record.exists')
    }
  }
}

/** Access is checked before the body is read: who may not call learns nothing about its shape. */
const admitted = async (
  parts: AppParts,
  key: string,
  endpoint: Endpoint,
  headers: Headers,
  address: string,
): Promise<Caller | null> => {
  const caller = await parts.callerOf(headers, address)
  if (caller?.token && !tokenMay(caller.token, methodOf(key), endpoint.atSeat ?? false))
    return fail('token.out_of_scope')
  if (endpoint.access === 'anyone') return caller
  if (!caller) return fail('session.required')
  if (isAnothersPage(caller, headers) && !whoeverSits.has(key)) return fail('session.another')
  if (caller.locked && !whileLocked.has(key)) return fail('session.locked')
  if (endpoint.access !== 'signed-in' && !reachOf(caller.roles, endpoint.access))
    return fail('access.denied', { params: { action: endpoint.access } })
  return caller
}

const methodOf = (key: string): string => key.split(' ')[0] ?? ''

/** A page that was opened by one person and is still open after another signed in. Who names nobody speaks for whoever is signed in. */
const isAnothersPage = (caller: Caller, headers: Headers): boolean =>
  (headers.get(SEAT_HEADER) ?? caller.staffId) !== caller.staffId

/** The other end of the connection itself: a header that names one is anybody's to write. */
const addressOf = (c: Context): string => {
  const { incoming } = (c.env ?? {}) as { incoming?: { socket?: { remoteAddress?: string } } }
  return incoming?.socket?.remoteAddress ?? ''
}

const requestIdOf = (c: Context): string => c.req.header('x-request-id')?.slice(0, 64) || randomUUID()

const fileResponse = (file: FileReply, headers: Headers): Response => {
  headers.set('content-type', file.contentType)
  headers.set('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.fileName)}`)
  const body = file.bytes instanceof Uint8Array ? new Uint8Array(file.bytes) : file.bytes
  return new Response(body, { headers })
}

const failed = (c: Context, failure: Failure, requestId: string): Response => {
  const body: ErrorReply = { code: failure.code, params: {}, requestId, ...failure.detail }
  c.header('x-request-id', requestId)
  if (failure.code === 'server.away') c.header('retry-after', '2')
  return c.json(body, failure.status)
}
