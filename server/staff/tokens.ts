import { createHash, randomBytes } from 'node:crypto'
import { isTokenOpen, readToken, type TokenScope, tokenRefusal, writeToken } from '#domain/staff/token.ts'
import { audit } from '#server/db/audit.ts'
import { type Db, inTransaction } from '#server/db/pool.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller } from '#server/http/handler.ts'
import { seatOfStaff } from './session.ts'

const DAY_MS = 86_400_000

/** Written down at most this often. */
const USED_EVERY_MS = 60_000

const digestOf = (secret: string): string => createHash('sha256').update(secret).digest('hex')

/** Those not revoked, the newest first. */
const standing = (db: Db, { branchId, staffId }: Caller) =>
  db
    .selectFrom('access_token')
    .select(['id', 'name', 'scope', 'made_at', 'expires_at', 'last_used_at'])
    .where('branch_id', '=', branchId)
    .where('staff_id', '=', staffId)
    .where('revoked_at', 'is', null)
    .orderBy('made_at', 'desc')
    .orderBy('id')
    .execute()

export const tokensOf = async (db: Db, caller: Caller, now: Date) => ({
  tokens: (await standing(db, caller)).map((row) => ({
    id: row.id,
    name: row.name,
    scope: row.scope,
    madeAt: row.made_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
    ended: !isTokenOpen({ expiresAt: row.expires_at, revokedAt: null }, now),
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
  })),
})

type Wanted = { name: string; scope: TokenScope; days: number }

/** Makes one. Only its digest is kept, so it can be shown this once and never again. */
export const makeToken = async (
  db: Db,
  caller: Caller,
  at: Date,
  id: string,
  { name, scope, days }: Wanted,
): Promise<{ token: string; expiresAt: string }> =>
  inTransaction(db, async (trx) => {
    const inUse = (await standing(trx, caller)).filter(({ expires_at }) => at < expires_at).length
    const refusal = tokenRefusal(inUse)
    if (refusal) return fail('rule.refused', { reasons: [refusal] })
    const secret = randomBytes(32).toString('base64url')
    const expiresAt = new Date(at.getTime() + days * DAY_MS)
    await trx
      .insertInto('access_token')
      .values({
        branch_id: caller.branchId,
        id,
        staff_id: caller.staffId,
        name,
        scope,
        secret_digest: digestOf(secret),
        made_at: at,
        expires_at: expiresAt,
      })
      .execute()
    await audit(trx, caller.branchId, caller.staffId, at, {
      action: 'token.made',
      entity: 'token',
      entityId: id,
      params: { name, scope, days },
    })
    return { token: writeToken(caller.branchId, secret), expiresAt: expiresAt.toISOString() }
  })

export const revokeToken = async (db: Db, caller: Caller, at: Date, id: string): Promise<void> =>
  inTransaction(db, async (trx) => {
    const revoked = await trx
      .updateTable('access_token')
      .set({ revoked_at: at })
      .where('branch_id', '=', caller.branchId)
      .where('staff_id', '=', caller.staffId)
      .where('id', '=', id)
      .where('revoked_at', 'is', null)
      .returning('name')
      .executeTakeFirst()
    if (!revoked) return fail('record.not_found')
    return audit(trx, caller.branchId, caller.staffId, at, {
      action: 'token.revoked',
      entity: 'token',
      entityId: id,
      params: { name: revoked.name },
    })
  })

/** Who a token speaks for, as they stand today; null for one that opens nothing, or whose person has left. */
export const callerOfToken = async (db: Db, text: string, now: Date): Promise<Caller | null> => {
  const said = readToken(text)
  if (!said) return null
  const row = await db
    .selectFrom('access_token')
    .select(['id', 'staff_id', 'scope', 'expires_at', 'revoked_at', 'last_used_at'])
    .where('branch_id', '=', said.branchId)
    .where('secret_digest', '=', digestOf(said.secret))
    .executeTakeFirst()
  if (!row || !isTokenOpen({ expiresAt: row.expires_at, revokedAt: row.revoked_at }, now)) return null
  const seat = await seatOfStaff(db, said.branchId, row.staff_id)
  if (!seat) return null
  if (!row.last_used_at || now.getTime() - row.last_used_at.getTime() > USED_EVERY_MS)
    await db
      .updateTable('access_token')
      .set({ last_used_at: now })
      .where('branch_id', '=', said.branchId)
      .where('id', '=', row.id)
      .execute()
  return { ...seat, sessionId: `token ${row.id}`, token: row.scope }
}
