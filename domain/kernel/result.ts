/** What a rule answers when it may refuse: a value, or a coded reason that a screen renders in the reader's language. */
export type Result<T, E> = { ok: true; value: T } | { ok: false; error: E }

export const ok = <T>(value: T): { ok: true; value: T } => ({ ok: true, value })

export const refuse = <E>(error: E): { ok: false; error: E } => ({ ok: false, error })

/**
 * A sentence as data: stored and sent as `{code, params}`, rendered in the reader's language by the web or the
 * command line. Params are plain facts (names, fen, ISO days), never ready-made text in one language.
 */
export type Said<Code extends string = string> = {
  code: Code
  params: Readonly<Record<string, string | number | null>>
}
