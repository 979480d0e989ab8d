/** What a promise is about. `reply` is an answer or a result, `other` any deed without a word of its own. */
export const promiseKinds = ['call', 'visit', 'reply', 'refund', 'deliver', 'send', 'fix', 'other'] as const

export type PromiseKind = (typeof promiseKinds)[number]

/**
 * A dated commitment found in running notes. A suggestion to be confirmed with one key, never recorded by itself.
 * `dueAt` follows the convention of `spokenTime`; `provisional` when it rests on workdays not announced yet; `start` and `end` (exclusive) mark
 * the stretch of text it was read from; `confidence` runs from .2 to .95.
 */
export type SpokenPromise = {
  what: string
  kind: PromiseKind
  dueAt: Date
  provisional: boolean
  start: number
  end: number
  confidence: number
}

/** A stretch of text around one time, as the judges read it: what stands before and after the time, and what surrounds the stretch. */
export type Reading = { before: string; after: string; sentence: string; previous: string; next: string }
