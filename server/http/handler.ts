import type { Endpoint, Received, Reply } from '#api/endpoint.ts'
import type { Clock } from '#server/http/clock.ts'
import type { Actor } from '#domain/staff/scope.ts'
import type { TokenScope } from '#domain/staff/token.ts'
import type { Db } from '#server/db/pool.ts'

/** Who is calling; routes open to anyone get null. */
export type Caller = Actor & {
  name: string
  sessionId: string
  locked: boolean
  timeZone: string
  /** Where an access token speaks for them: what it is for. */
  token?: TokenScope
}

/** Everything a handler may use: nothing is read from globals. */
export type Call<E extends Endpoint> = Received<E> & {
  caller: E['access'] extends 'anyone' ? Caller | null : Caller
  db: Db
  clock: Clock
  /** `address` is where the connection comes from, empty when the application is called without one. */
  request: { id: string; address: string; headers: Headers; body: ReadableStream<Uint8Array> | null }
  /** Sets a header on the reply (cookies, file names). */
  reply: { header: (name: string, value: string) => void }
}

export type FileReply = { bytes: ReadableStream<Uint8Array> | Uint8Array; contentType: string; fileName: string }

export type Handler<E extends Endpoint> = (call: Call<E>) => Promise<E['reply'] extends 'file' ? FileReply : Reply<E>>

/** A domain's handlers, one for each of its endpoints: a missing one does not compile. */
export type Handlers<C extends Record<string, Endpoint>> = { [K in keyof C]: Handler<C[K]> }
