import type { Language } from '#domain/kernel/said.ts'
import type { Db } from '#server/db/pool.ts'
import type { Clock } from '#server/http/clock.ts'
import type { Caller } from '#server/http/handler.ts'

/** What a command works with: the database, who it is for, and the language of the terminal. */
export type Desk = { db: Db; clock: Clock; caller: Caller; data: string; language: Language }
