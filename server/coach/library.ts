import type { coachEndpoints } from '#api/coach.ts'
import type { Reply } from '#api/endpoint.ts'
import type { OwnRule } from '#domain/coach/own-rule.ts'
import type { ReadRules } from '#domain/coach/parse.ts'
import type { Example } from '#domain/coach/rule.ts'
import { reachOf } from '#domain/staff/scope.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'
import { namesOf } from '#server/staff/names.ts'
import type { CoachPack, Measured } from './pack.ts'
import { liveEditions } from './rules.ts'

type Library = Reply<(typeof coachEndpoints)['GET /api/coach/library']>
type Kind = Library['kinds'][number]

/** Every rule that marks something as a person reads it, the pairs that are taught, and the branch's own [H-39]. */
export const coachLibrary = async (db: Db, caller: Caller, pack: CoachPack): Promise<Library> => ({
  kinds: pack.files.flatMap((file) => kindOf(file, pack.measured)),
  pairs: pack.pairs.map(({ source, act, avoid, better }) => ({
    source,
    act,
    avoid,
    better,
    measured: { zh: pack.measured[`zh.${act}`] ?? null, en: pack.measured[`en.${act}`] ?? null },
  })),
  own: await ownShown(db, caller),
  mayDraft: reachOf(caller.roles, 'script.revise') !== null,
})

const kindOf = ({ content }: ReadRules, measured: Measured): Kind[] => {
  const { act, language, level: usual } = content
  const rules = content.rules
    .map(({ id, level = usual, triggers, rewrite, why, examples, counterExamples }) => ({
      id: `${language}.${act}.${id}`,
      level,
      words: triggers,
      rewrite: rewrite ?? null,
      why: why ?? null,
      examples: examples.map(textOf),
      counterExamples: counterExamples.map(textOf),
    }))
    .filter(({ level }) => level !== 'neutral')
  if (rules.length === 0 || content.role === 'customer') return []
  const { title, why, source } = content
  return [{ act, language, title, why, source, rules, measured: measured[`${language}.${act}`] ?? null }]
}

const textOf = (example: Example): string =>
  typeof example === 'string' ? example : 'later' in example ? example.later : example.says

const ownShown = async (db: Db, caller: Caller): Promise<Library['own']> => {
  const [rules, live, editions] = await Promise.all([
    db.selectFrom('coach_rule').selectAll().where('branch_id', '=', caller.branchId).orderBy('id', 'desc').execute(),
    liveEditions(db, caller.branchId),
    db
      .selectFrom('coach_rule_edition')
      .select((eb) => ['rule_id', eb.fn.countAll<number>().as('count')])
      .where('branch_id', '=', caller.branchId)
      .groupBy('rule_id')
      .execute(),
  ])
  const names = await namesOf(
    db,
    caller.branchId,
    rules.map(({ changed_by }) => changed_by),
  )
  return rules.map(({ id, version, draft, changed_by, changed_at }) => {
    const inForce = live.find(({ rule_id }) => rule_id === id)
    return {
      id,
      version,
      draft: fromStore(draft),
      live: inForce ? { edition: inForce.edition, definition: fromStore(inForce.definition) } : null,
      editions: editions.find(({ rule_id }) => rule_id === id)?.count ?? 0,
      changedBy: names.get(changed_by) ?? '',
      changedAt: changed_at.toISOString(),
    }
  })
}

type Draft = Library['own'][number]['draft']

const fromStore = (definition: unknown): Draft => {
  const { words, unless, examples, counterExamples, ...rest } = definition as OwnRule
  return {
    ...rest,
    words: [...words],
    unless: [...unless],
    examples: [...examples],
    counterExamples: [...counterExamples],
  }
}
