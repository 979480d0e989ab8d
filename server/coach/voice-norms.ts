import type { Reply } from '#api/endpoint.ts'
import { OwnNorms, type voiceEndpoints } from '#api/voice.ts'
import { type VoiceNorms, voiceNorms } from '#domain/coach/voice/norms.ts'
import { audit } from '#server/db/audit.ts'
import { branchSetting, setBranchSetting } from '#server/db/branch-setting.ts'
import { type Db, inTransaction } from '#server/db/pool.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller } from '#server/http/handler.ts'
import { namesOf } from '#server/staff/names.ts'

const KEY = 'voice_norms'

type Norms = Reply<(typeof voiceEndpoints)['GET /api/voice-norms']>

/** The norms an office reads voices by; the usual ones until it sets its own. */
export const showNorms = async (db: Db, branchId: number, mayChange: boolean): Promise<Norms> => {
  const setting = await branchSetting(db, branchId, KEY)
  const own = OwnNorms.safeParse(setting?.value)
  const version = setting?.version ?? null
  if (!setting || !own.success) return { norms: voiceNorms, own: null, version, mayChange }
  const names = await namesOf(db, branchId, [setting.setBy])
  return {
    norms: own.data.norms,
    own: {
      source: own.data.source,
      setBy: names.get(setting.setBy) ?? '',
      setAt: setting.setAt.toISOString(),
    },
    version,
    mayChange,
  }
}

type Wish = { baseVersion: number | null; own: { norms: VoiceNorms; source: string } | null }

/** Sets an office's own norms or goes back to the usual; old and new stand in the audit. */
export const setNorms = async (
  db: Db,
  { branchId, staffId }: Caller,
  at: Date,
  { baseVersion, own }: Wish,
): Promise<{ version: number }> =>
  inTransaction(db, async (trx) => {
    const before = await branchSetting(trx, branchId, KEY)
    const written = await setBranchSetting(trx, { branchId, staffId, at, key: KEY, baseVersion, value: own })
    if (!written) return fail('record.conflict')
    await audit(trx, branchId, staffId, at, {
      action: 'voice.set',
      entity: 'branch_setting',
      version: written.version,
      params: { before: JSON.stringify(before?.value ?? null), after: JSON.stringify(own) },
    })
    return written
  })
