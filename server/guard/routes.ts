import type { guardEndpoints } from '#api/guard.ts'
import type { Received, Reply } from '#api/endpoint.ts'
import { doorFaults } from '#domain/retention/guard.ts'
import { reachOf } from '#domain/staff/scope.ts'
import { audit } from '#server/db/audit.ts'
import { type Db, inTransaction, isKeyTaken } from '#server/db/pool.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller, Handlers } from '#server/http/handler.ts'
import { namesOf } from '#server/staff/names.ts'
import { guardWith } from './setting.ts'

type Endpoints = typeof guardEndpoints
type Wanted = Received<Endpoints['PUT /api/retention-guard']>['body']
type Stopped = Reply<Endpoints['GET /api/retention-guard/stopped']>['rows']

const showGuard = async (db: Db, caller: Caller): Promise<Reply<Endpoints['GET /api/retention-guard']>> => {
  const { setting, version, setBy, setAt } = await guardWith(db, caller.branchId)
  const names = setBy ? await namesOf(db, caller.branchId, [setBy]) : new Map<string, string>()
  return {
    setting: structuredClone(setting) as Wanted['setting'],
    version,
    setBy: setBy && (names.get(setBy) ?? null),
    setAt: setAt?.toISOString() ?? null,
    maySet: reachOf(caller.roles, 'guard.set') !== null,
  }
}

/** Sets a new edition; the former ones stay. Doors that make leaving or returning harder than joining are refused. */
const setGuard = async (db: Db, caller: Caller, now: Date, { baseVersion, setting }: Wanted) => {
  const faults = Object.values(setting.doors).flatMap(doorFaults)
  if (faults.length > 0) {
    await audit(db, caller.branchId, caller.staffId, now, {
      action: 'guard.waysRefused',
      entity: 'guard',
      params: { because: faults.map(({ code }) => code).join(' ') },
    })
    return fail('rule.refused', { reasons: faults })
  }
  const version = baseVersion + 1
  const newest = (await guardWith(db, caller.branchId)).version
  if (newest !== baseVersion) return fail('record.conflict')
  await inTransaction(db, async (trx) => {
    await trx
      .insertInto('retention_guard')
      .values({
        branch_id: caller.branchId,
        version,
        setting: JSON.stringify(setting),
        set_by: caller.staffId,
        set_at: now,
      })
      .execute()
    await audit(trx, caller.branchId, caller.staffId, now, {
      action: 'guard.set',
      entity: 'retention_guard',
      version,
      params: { country: setting.country, attempts: setting.limits.attempts.most, days: setting.limits.attempts.days },
    })
  }).catch((error: unknown) => (isKeyTaken(error) ? fail('record.conflict') : Promise.reject(error as Error)))
  return { version }
}

/** The newest refusals. Rules, not persons: who wrote the words is not said. */
const stoppedLately = async (db: Db, { branchId }: Caller): Promise<Stopped> => {
  const rows = await db
    .selectFrom('audit_event')
    .select(['id', 'at', 'params'])
    .where('branch_id', '=', branchId)
    .where('action', '=', 'guard.stopped')
    .orderBy('at', 'desc')
    .limit(20)
    .execute()
  return rows.map(({ id, at, params }) => {
    const { what, reason } = params as { what: string; reason: string }
    return { id, at: at.toISOString(), what, reason: JSON.parse(reason) as Stopped[number]['reason'] }
  })
}

export const guardHandlers: Handlers<Endpoints> = {
  'GET /api/retention-guard': async ({ db, caller }) => showGuard(db, caller),
  'PUT /api/retention-guard': async ({ db, caller, clock, body }) => setGuard(db, caller, clock.now(), body),
  'GET /api/retention-guard/stopped': async ({ db, caller }) => ({ rows: await stoppedLately(db, caller) }),
}
