import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { digestOf, GENESIS, type SealedFacts, sealHash } from '#domain/audit/chain.ts'
import { type Db, inTransaction, type Trx } from '#server/db/pool.ts'

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Rows closed under one seal at most. */
const ROWS_A_SEAL = 2000

const SALT_BYTES = 16

type Stored = {
  id: string
  at: Date
  actor_id: string | null
  action: string
  entity: string
  entity_id: string | null
  version: number | null
  changes: unknown
  params: unknown
}

/** A stored row as the chain spells it. */
export const factsOf = (row: Stored): SealedFacts => ({
  id: row.id,
  at: row.at.toISOString(),
  actorId: row.actor_id,
  action: row.action,
  entity: row.entity,
  entityId: row.entity_id,
  version: row.version,
  changes: row.changes,
  params: row.params,
})

/** Seals whatever was committed since the last time, in every branch; answers how many rows. */
export const sealAll = async (db: Db, at: Date): Promise<number> => {
  const branches = await db
    .selectFrom('branch')
    .select('id')
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('audit_event')
          .select('audit_event.id')
          .whereRef('audit_event.branch_id', '=', 'branch.id')
          .where('seal', 'is', null),
      ),
    )
    .execute()
  let sealed = 0
  for (const { id } of branches) sealed += await sealBranch(db, id, at)
  return sealed
}

/** Seals one branch batch by batch; two programs at once take turns, each link is made once. */
const sealBranch = async (db: Db, branchId: number, at: Date): Promise<number> => {
  for (let sealed = 0; ;) {
    const rows = await inTransaction(db, (trx) => sealNext(trx, branchId, at))
    sealed += rows
    if (rows < ROWS_A_SEAL) return sealed
  }
}

const sealNext = async (trx: Trx, branchId: number, at: Date): Promise<number> => {
  await sql`select pg_advisory_xact_lock(hashtextextended('weixi audit seal', ${branchId}))`.execute(trx)
  const rows = await trx
    .selectFrom('audit_event')
    .select(['id', 'at', 'actor_id', 'action', 'entity', 'entity_id', 'version', 'changes', 'params'])
    .where('branch_id', '=', branchId)
    .where('seal', 'is', null)
    .orderBy('id')
    .limit(ROWS_A_SEAL)
    .execute()
  if (rows.length === 0) return 0
  const last = await trx
    .selectFrom('audit_seal')
    .select(['number', 'hash'])
    .where('branch_id', '=', branchId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  const number = (last?.number ?? 0) + 1
  const previous = last?.hash ?? GENESIS
  const leaves = rows.map((row) => {
    const salt = randomBytes(SALT_BYTES).toString('hex')
    return { id: row.id, salt, digest: digestOf(factsOf(row), salt, sha256) }
  })
  await sql`
    update audit_event set seal = ${number}, salt = leaf.salt, digest = leaf.digest
    from unnest(${leaves.map(({ id }) => id)}::uuid[], ${leaves.map(({ salt }) => salt)}::text[],
      ${leaves.map(({ digest }) => digest)}::text[]) as leaf (id, salt, digest)
    where audit_event.branch_id = ${branchId} and audit_event.id = leaf.id`.execute(trx)
  const digests = leaves.map(({ digest }) => digest)
  const hash = sealHash(number, previous, digests, sha256)
  await trx
    .insertInto('audit_seal')
    .values({ branch_id: branchId, number, previous, hash, rows: leaves.length, sealed_at: at })
    .execute()
  return leaves.length
}
