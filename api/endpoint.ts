import type { ZodType, z } from 'zod'
import type { Action } from '#domain/staff/role.ts'
import type { ErrorCode } from './errors.ts'

/** Who may call: an action somebody was granted, anyone signed in, or anyone at all (sign-in, first start). */
export type Access = Action | 'signed-in' | 'anyone'

/**
 * One route as data. The key in its domain's record carries method and path (`'GET /api/customers/:id'`); the server
 * validates with these schemas, OpenAPI is made from them, and the web imports their types only.
 * `file` replies stream bytes; `upload` bodies arrive as a stream.
 */
export type Endpoint = {
  summary: string
  access: Access
  params?: ZodType
  query?: ZodType
  body?: ZodType
  reply: ZodType | 'file' | 'nothing'
  upload?: true
  errors?: readonly ErrorCode[]
  /** For the person at a signed-in browser only: an access token never opens it. Whatever tells or sets what one signs in with. */
  atSeat?: true
  /** Words of the body that go to a customer: one with a forbidden phrase is answered `rule.refused`, and nothing is written [P-35]. */
  toCustomer?: (body: never) => readonly string[]
}

export type EndpointKey = `${'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'} /api/${string}`

export const endpoints = <const E extends Record<EndpointKey, Endpoint>>(record: E): E => record

type Parsed<S> = S extends ZodType ? z.output<S> : undefined
type Sent<S> = S extends ZodType ? z.input<S> : undefined

/** What a handler receives, after validation. */
export type Received<E extends Endpoint> = {
  params: Parsed<E['params']>
  query: Parsed<E['query']>
  body: Parsed<E['body']>
}

/** What a caller sends; parts without a schema are left out. */
export type Request<E extends Endpoint> = (E['params'] extends ZodType ? { params: Sent<E['params']> } : unknown) &
  (E['query'] extends ZodType ? { query?: Sent<E['query']> } : unknown) &
  (E['body'] extends ZodType ? { body: Sent<E['body']> } : unknown)

export type Reply<E extends Endpoint> = E['reply'] extends ZodType ? z.output<E['reply']> : void
