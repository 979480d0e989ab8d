/** What a rule answers when it may refuse: a value, or a coded reason (see `said.ts`). */
export type Result<T, E> = { ok: true; value: T } | { ok: false; error: E }

export const ok = <T>(value: T): { ok: true; value: T } => ({ ok: true, value })

export const refuse = <E>(error: E): { ok: false; error: E } => ({ ok: false, error })
