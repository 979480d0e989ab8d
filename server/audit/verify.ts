import { type ChainFault, faultsOfSeal, type Seal, type SealedRow } from '#domain/audit/chain.ts'
import type { Db } from '#server/db/pool.ts'
import { factsOf, sha256 } from './seal.ts'

/** What walking a branch's chain from its first link found. */
export type ChainReport = {
  seals: number
  rows: number
  /** Committed but not sealed yet: nothing vouches for these. */
  unsealed: number
  /** The newest link; kept somewhere else it shows whether the whole chain was made anew. */
  head: string | null
  faults: ChainFault[]
  /** Whether the link named by the reader is in the chain; null when none was named. */
  found: boolean | null
}

/** More faults than these tell nothing new. */
const MOST_FAULTS = 100

/** Walks the chain link by link, holding one link's rows at a time. `expected` is a head noted earlier; `onSeal` hears how far it is. */
export const verifyChain = async (
  db: Db,
  branchId: number,
  expected: string | null = null,
  onSeal: (done: number) => Promise<void> | void = () => undefined,
): Promise<ChainReport> => {
  const report: ChainReport = {
    seals: 0,
    rows: 0,
    unsealed: 0,
    head: null,
    faults: [],
    found: expected === null ? null : false,
  }
  let before: Seal | null = null
  for (;;) {
    const seal = await sealAfter(db, branchId, before?.number ?? 0)
    if (!seal) break
    const rows = await rowsUnder(db, branchId, seal.number)
    report.faults.push(...faultsOfSeal(before, seal, rows, sha256))
    report.faults.splice(MOST_FAULTS)
    report.seals += 1
    report.rows += rows.length
    report.head = seal.hash
    if (seal.hash === expected) report.found = true
    before = seal
    await onSeal(report.seals)
  }
  const strays = await db
    .selectFrom('audit_event')
    .select((eb) => [
      eb.fn.countAll<number>().filterWhere('seal', 'is', null).as('unsealed'),
      eb.fn
        .countAll<number>()
        .filterWhere('seal', '>', before?.number ?? 0)
        .as('orphans'),
    ])
    .where('branch_id', '=', branchId)
    .executeTakeFirstOrThrow()
  report.unsealed = strays.unsealed
  // rows of a link that is gone itself: the end of the chain was cut off
  if (strays.orphans > 0) report.faults.push({ code: 'seal.missing', seal: (before?.number ?? 0) + 1, rowId: null })
  return report
}

const sealAfter = (db: Db, branchId: number, number: number): Promise<Seal | undefined> =>
  db
    .selectFrom('audit_seal')
    .select(['number', 'previous', 'rows', 'hash'])
    .where('branch_id', '=', branchId)
    .where('number', '>', number)
    .orderBy('number')
    .limit(1)
    .executeTakeFirst()

const rowsUnder = async (db: Db, branchId: number, number: number): Promise<SealedRow[]> => {
  const rows = await db
    .selectFrom('audit_event')
    .select(['id', 'at', 'actor_id', 'action', 'entity', 'entity_id', 'version', 'changes', 'params'])
    .select(['salt', 'digest', 'erased_at'])
    .where('branch_id', '=', branchId)
    .where('seal', '=', number)
    .orderBy('id')
    .execute()
  return rows.map((row) => {
    const own = { id: row.id, digest: row.digest ?? '' }
    return row.erased_at ? { ...own, erased: true } : { ...own, facts: factsOf(row), salt: row.salt ?? '' }
  })
}
