import type { Reply } from '#api/endpoint.ts'
import type { staffEndpoints } from '#api/staff.ts'
import { deviceOf } from '#domain/staff/browser.ts'
import { audit } from '#server/db/audit.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'
import type { Auth } from './auth.ts'

type Seats = Reply<(typeof staffEndpoints)['GET /api/sessions']>

/** Every place the person is signed in at, the one that asks first, then the last used. */
export const seatsOf = async (db: Db, auth: Auth, caller: Caller): Promise<Seats> => {
  const sessions = await sessionsOf(db, auth, caller)
  return {
    rows: sessions
      .map(({ id, createdAt, updatedAt, ipAddress, userAgent }) => ({
        id,
        ...deviceOf(userAgent ?? ''),
        address: ipAddress || null,
        since: new Date(createdAt).toISOString(),
        lastUsed: new Date(updatedAt).toISOString(),
        current: id === caller.sessionId,
      }))
      .toSorted((a, b) => Number(b.current) - Number(a.current) || b.lastUsed.localeCompare(a.lastUsed)),
  }
}

/** Signs the person out at one other place, or at all others; answers at how many. A place that is nobody's or another's is none. */
export const leaveSeats = async (
  db: Db,
  auth: Auth,
  caller: Caller,
  at: Date,
  only: string | null,
): Promise<{ ended: number }> => {
  const others = (await sessionsOf(db, auth, caller)).filter(
    ({ id }) => id !== caller.sessionId && (only === null || id === only),
  )
  if (others.length === 0) return { ended: 0 }
  const { internalAdapter } = await auth.$context
  for (const { token } of others) await internalAdapter.deleteSession(token)
  await audit(db, caller.branchId, caller.staffId, at, {
    action: 'session.revoked',
    entity: 'staff',
    entityId: caller.staffId,
    params: { count: others.length },
  })
  return { ended: others.length }
}

const sessionsOf = async (db: Db, auth: Auth, caller: Caller) => {
  const person = await db
    .selectFrom('staff')
    .select('auth_user_id')
    .where('branch_id', '=', caller.branchId)
    .where('id', '=', caller.staffId)
    .executeTakeFirst()
  const { internalAdapter } = await auth.$context
  return person?.auth_user_id ? internalAdapter.listSessions(person.auth_user_id) : []
}
