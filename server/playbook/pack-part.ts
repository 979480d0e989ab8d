import type { Result } from '#domain/kernel/result.ts'
import type { Entry, PartKind } from '#domain/playbook/editing/pack-part.ts'
import type { Text } from '#domain/playbook/field.ts'
import type { Problem } from '#domain/playbook/problem.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'

/** A file of a pack as it is in use; `ownHash` is that of the pack's own file, null where only the branch has it. */
export type PartInUse<F> = { pack: string; name: string; file: F; ownHash: string | null }

/**
 * One folder of a pack besides its playbooks: how a file of it is read, what a branch uses of it, and how another one is taken into
 * use. Every kind goes out and comes in by this one way.
 */
export type PackPart<F extends object> = {
  kind: PartKind
  parse: (file: string, text: string) => Result<F, Problem[]>
  /** With the branch's own words in it. */
  inUse: (db: Db, branchId: number) => Promise<PartInUse<F>[]>
  titleOf: (file: F) => Text
  /** 0 where a file has none. */
  versionOf: (file: F) => number
  withVersion: (file: F, version: number) => F
  /** As it stands in the file. */
  bodyOf: (file: F) => object
  headOf: (file: F) => Readonly<Record<string, unknown>>
  entriesOf: (file: F) => Entry[]
  /** Ids that are one thing here; the same in another file is a mistake. `within` says how far. */
  names: { within: 'pack' | 'branch'; of: (file: F) => string[] }
  /** What about staying or leaving is said in it, for the guard. */
  leavingWords: (file: F) => Text[]
  /** What else has to be done when it is taken into use in the place of `before`. */
  taken: (trx: Db, caller: Caller, at: Date, pack: string, file: F, before: F | null) => Promise<void>
}

/** Nothing to do. */
export const nothingMore = (): Promise<void> => Promise.resolve()
