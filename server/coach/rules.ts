import { createHash } from 'node:crypto'
import type { CompiledCoach } from '#domain/coach/compiled.ts'
import { type CompiledOwn, compileOwn, type OwnRule, withOwn } from '#domain/coach/own-rule.ts'
import { type Coach, coachOf } from '#domain/coach/ready.ts'
import { simplified } from '#domain/customer/simplified.ts'
import type { Language } from '#domain/kernel/said.ts'
import type { Db } from '#server/db/pool.ts'
import { type CoachPack, readCoachPack } from './pack.ts'

const reading = new Map<string, Promise<CoachPack>>()

/** The rules in a pack's folder, read when they are first asked for, and kept: they change with the program only. */
export const packRules = (folder: string): Promise<CoachPack> => {
  const known = reading.get(folder) ?? readCoachPack(folder)
  reading.set(folder, known)
  return known
}

/** The packs' rules in one language, named by what they say: the same version is the same rules. */
export const rulesIn = ({ compiled }: CoachPack, language: Language): { version: string; compiled: CompiledCoach } => {
  const rules = compiled.rules.filter((rule) => rule.language === language)
  const reasons = new Set(rules.map(({ why }) => why))
  const own = {
    ...compiled,
    rules,
    reasons: Object.fromEntries(Object.entries(compiled.reasons).filter(([key]) => reasons.has(key))),
  }
  return { version: createHash('sha256').update(JSON.stringify(own)).digest('hex').slice(0, 16), compiled: own }
}

/** What a branch has published and not withdrawn, as the engine takes it. */
export const ownRules = async (db: Db, branchId: number): Promise<CompiledOwn[]> =>
  (await liveEditions(db, branchId)).map(({ rule_id, definition }) => compiled(rule_id, definition))

export const liveEditions = (db: Db, branchId: number) =>
  db
    .selectFrom('coach_rule_edition as edition')
    .innerJoin('coach_rule as rule', (on) =>
      on.onRef('rule.branch_id', '=', 'edition.branch_id').onRef('rule.id', '=', 'edition.rule_id'),
    )
    .select(['edition.rule_id', 'edition.edition', 'edition.definition'])
    .distinctOn(['edition.branch_id', 'edition.rule_id'])
    .where('edition.branch_id', '=', branchId)
    .where('rule.withdrawn_at', 'is', null)
    .orderBy('edition.branch_id')
    .orderBy('edition.rule_id')
    .orderBy('edition.edition', 'desc')
    .execute()

/** Looking for variants of characters walks the whole plane of them, so a rule that was compiled is kept. */
const kept = new Map<string, CompiledOwn>()

const compiled = (id: string, definition: unknown): CompiledOwn => {
  const key = `${id} ${JSON.stringify(definition)}`
  const known = kept.get(key) ?? compileOwn(id, definition as OwnRule, simplified)
  kept.set(key, known)
  return known
}

const coaches = new Map<number, { key: string; coach: Coach }>()

/** All rules a branch's words are looked at with: the packs' and its own. Built anew only when one of its own changed. */
export const coachFor = async (db: Db, branchId: number, folder: string): Promise<Coach> => {
  const own = await ownRules(db, branchId)
  const key = JSON.stringify([folder, own])
  const known = coaches.get(branchId)
  if (known?.key === key) return known.coach
  const coach = coachOf(withOwn((await packRules(folder)).compiled, own))
  coaches.set(branchId, { key, coach })
  return coach
}
