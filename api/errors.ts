import type { Params } from '#domain/kernel/said.ts'

/**
 * Every code a reply can fail with, and its HTTP status. The sentence for each stands in `words.zh.ts` and
 * `words.en.ts`; refusals of a rule carry the rule's own coded reasons in `reasons`.
 */
export const errorStatus = {
  /** The request does not have the shape the endpoint asks for; `problems` names each place. */
  'request.invalid': 400,
  'request.too_large': 413,
  'session.required': 401,
  /** Name or password is wrong; never says which. */
  'session.refused': 401,
  /** The password is right; a code of the app is asked for besides. */
  'session.second_step': 401,
  /** The code is wrong, late or was used before. */
  'session.code_refused': 401,
  /** The access token is wrong, has ended, or was revoked. */
  'token.refused': 401,
  /** The access token is for reading only, or this is for the person at the seat. */
  'token.out_of_scope': 403,
  'session.too_many_tries': 429,
  /** The seat is locked; unlock with PIN or password. */
  'session.locked': 423,
  /** The page is somebody else's than who is signed in by now: it has to look again who sits here. */
  'session.another': 409,
  'access.denied': 403,
  /** Not there, or not for this reader: the two look the same. */
  'record.not_found': 404,
  /** The person was taken out of the record on their word; `on` says which day. */
  'customer.erased': 410,
  /** Someone else changed the same fields meanwhile; `theirs` and `yours` hold both texts. */
  'record.conflict': 409,
  'record.exists': 409,
  /** A rule says no; `reasons` says why and what to do. */
  'rule.refused': 422,
  'setup.done': 409,
  'server.failed': 500,
  /** The database is coming up again; the same call soon goes through. */
  'server.away': 503,
} as const

export type ErrorCode = keyof typeof errorStatus

export type Reason = { code: string; params: Params }

/** The body of every failed reply. */
export type ErrorReply = {
  code: ErrorCode
  params: Params
  /** For `request.invalid`: where, and what is expected there. */
  problems?: { path: string; message: string }[]
  /** For `rule.refused`: the rule's coded reasons. */
  reasons?: Reason[]
  /** For `record.conflict`: each field both sides wrote; where the record has versions, `version` is theirs, to be written upon. */
  conflicts?: { field: string; theirs: unknown; yours: unknown; by: string; at: string; version?: number }[]
  requestId: string
}
