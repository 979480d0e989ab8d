import type { Received } from '#api/endpoint.ts'
import type { scriptEndpoints } from '#api/script.ts'
import type { LintFinding } from '#domain/coach/lint-playbook.ts'
import type { Coach } from '#domain/coach/ready.ts'
import { lintWording } from '#domain/script/lint.ts'
import { isAboutLeaving } from '#domain/retention/retention-text.ts'
import { unsureSlot } from '#domain/script/parse.ts'
import { hasBrokenSlot, slotsOf, unknownSlots } from '#domain/playbook/slot.ts'
import type { Wording } from '#domain/script/definition.ts'
import type { ScriptRole } from '#domain/script/moment.ts'
import { audit } from '#server/db/audit.ts'
import { type Db, inTransaction } from '#server/db/pool.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller } from '#server/http/handler.ts'
import { refuseUnlawful } from '#server/guard/check.ts'
import { scriptIn } from './library.ts'

type Endpoints = typeof scriptEndpoints
type Revision = Received<Endpoints['PUT /api/scripts/:pack/:script/wordings/:id']>

/**
 * Keeps a lead's wording as the next version of a script [S-30]. It is looked at as the packs' own words are: a forbidden phrase, a missing form of address
 * or a closing without thanks comes back as a reason, and nothing is kept.
 */
export const reviseScript = async (
  db: Db,
  caller: Caller,
  now: Date,
  { pack, script, id, coach }: Revision['params'] & { coach: Coach },
  body: Revision['body'],
): Promise<{ version: number }> => {
  const key = `${pack}/${script}`
  const found = await scriptIn(db, caller, key)
  if (!found) return fail('record.not_found')
  const { first, familiar, difficult, fallback, why, use } = body
  const words: Wording = { first, familiar, difficult, ...(fallback ? { fallback } : {}) }
  if (isAboutLeaving(found.sources))
    await refuseUnlawful(db, caller, now, {
      what: key,
      texts: [first, familiar, difficult, fallback].flatMap((one) => (one ? [one.zh, one.en] : [])),
    })
  const reasons = wrongWith(coach, script, found.roles, words)
  if (reasons.length > 0) return fail('rule.refused', { reasons })
  return inTransaction(db, async (trx) => {
    const known = await trx
      .selectFrom('script_revision')
      .select(['script', 'version'])
      .where('branch_id', '=', caller.branchId)
      .where('id', '=', id)
      .executeTakeFirst()
    if (known) return known.script === key ? { version: known.version } : fail('record.exists')
    const version = Math.max(0, ...found.wordings.filter(({ own }) => own).map((one) => one.version)) + 1
    await trx
      .insertInto('script_revision')
      .values({
        branch_id: caller.branchId,
        id,
        script: key,
        version,
        words: JSON.stringify(words),
        why,
        made_by: caller.staffId,
        made_at: now,
      })
      .execute()
    const before = found.wordings.filter(({ live }) => live).map((one) => one.key)
    if (use !== 'later') await setLive(trx, caller, now, key, use === 'instead' ? [id] : [...before.slice(0, 1), id])
    await audit(trx, caller.branchId, caller.staffId, now, {
      action: 'script.revised',
      entity: 'script',
      params: { script: key, version, use },
    })
    return { version }
  })
}

/** Which wordings are said from now on; contacts under way go on with what they showed. */
export const chooseLive = async (
  db: Db,
  caller: Caller,
  now: Date,
  { pack, script }: { pack: string; script: string },
  wordings: readonly string[],
): Promise<void> => {
  const key = `${pack}/${script}`
  const found = await scriptIn(db, caller, key)
  if (!found || wordings.some((one) => !found.wordings.some((known) => known.key === one)))
    return fail('record.not_found')
  await inTransaction(db, async (trx) => {
    await setLive(trx, caller, now, key, [...new Set(wordings)])
    await audit(trx, caller.branchId, caller.staffId, now, {
      action: 'script.chosen',
      entity: 'script',
      params: { script: key, wordings: wordings.join(', ') },
    })
  })
}

const setLive = async (trx: Db, caller: Caller, now: Date, script: string, wordings: readonly string[]) => {
  const chosen = { wordings: JSON.stringify(wordings), set_by: caller.staffId, set_at: now }
  await trx
    .insertInto('script_live')
    .values({ branch_id: caller.branchId, script, ...chosen })
    .onConflict((on) => on.columns(['branch_id', 'script']).doUpdateSet(chosen))
    .execute()
}

type Reason = { code: string; params: Record<string, string | number | boolean | null> }

const wrongWith = (coach: Coach, id: string, roles: readonly ScriptRole[], words: Wording): Reason[] => {
  const texts = [words.first, words.familiar, words.difficult]
  const slots = texts.flatMap(({ zh, en }): Reason[] => {
    const unknown = [...unknownSlots(zh), ...unknownSlots(en)][0]
    const [inZh, inEn] = [slotsOf(zh).toSorted().join(), slotsOf(en).toSorted().join()]
    if (unknown !== undefined) return [{ code: 'slot.unknown', params: { slot: unknown, nearest: null } }]
    if (hasBrokenSlot(zh) || hasBrokenSlot(en)) return [{ code: 'slot.broken', params: {} }]
    return inZh === inEn ? [] : [{ code: 'slot.oneLanguage', params: { slot: oddOne(zh, en) } }]
  })
  const unsure = words.fallback ? null : unsureSlot(texts)
  const missing = unsure === null ? [] : [{ code: 'fallback.needed', params: { slot: unsure } }]
  if (slots.length + missing.length > 0) return [...slots, ...missing]
  return lintWording(coach, { id, roles: [...roles], ...words }).map(named)
}

/** Where it stands as the form calls it: `first zh`. */
const named = ({ where, language, said }: LintFinding): Reason => {
  const { params } = said
  return {
    code: said.code,
    params: 'step' in params ? { ...params, step: `${where.split('.').at(-1)} ${language}` } : params,
  }
}

const oddOne = (zh: string, en: string): string => {
  const [ours, theirs] = [slotsOf(zh), slotsOf(en)]
  return ours.find((slot) => !theirs.includes(slot)) ?? theirs.find((slot) => !ours.includes(slot)) ?? ''
}
