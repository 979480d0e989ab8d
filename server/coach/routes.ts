import type { coachEndpoints } from '#api/coach.ts'
import { type Hit, lookAtTurn, type Turn } from '#domain/coach/look.ts'
import { isMark } from '#domain/coach/own-level.ts'
import type { Coach } from '#domain/coach/ready.ts'
import type { LanguageModel } from '#server/adapters/language-model/ask.ts'
import type { Handlers } from '#server/http/handler.ts'
import { firedRules, keepHit, ownHits } from './hits.ts'
import { coachLibrary } from './library.ts'
import { keepDraft, publishRule, withdrawRule } from './own.ts'
import { rephrase } from './rephrase.ts'
import { coachFor, ownRules, packRules, rulesIn } from './rules.ts'

/** `content` is the folder of the pack the rules are read from; `model` may propose other words, where there is one. */
export const coachHandlers = (content: string, model: LanguageModel | null): Handlers<typeof coachEndpoints> => ({
  'GET /api/coach': async ({ query }) => rulesIn(await packRules(content), query.language),
  'GET /api/coach/own': async ({ db, caller }) => ({
    rules: await ownRules(db, caller.branchId),
    rephrases: model !== null,
  }),
  'GET /api/coach/library': async ({ db, caller }) => coachLibrary(db, caller, await packRules(content)),
  'GET /api/coach/policies': async () => ({ policies: (await packRules(content)).policies }),
  'POST /api/coach/look': async ({ db, caller, body }) => ({
    hits: lookedAt(await coachFor(db, caller.branchId, content), body),
  }),
  'POST /api/coach/rephrase': async ({ db, caller, body }) =>
    rephrase(await coachFor(db, caller.branchId, content), model, body.text),
  'PUT /api/coach/rules/:id': async ({ db, caller, clock, params, body }) =>
    keepDraft(db, caller, clock.now(), params.id, body),
  'POST /api/coach/rules/:id/publish': async ({ db, caller, clock, params, body }) =>
    publishRule(db, caller, clock.now(), params.id, {
      ...body,
      coach: await coachFor(db, caller.branchId, content),
    }),
  'POST /api/coach/rules/:id/withdraw': async ({ db, caller, clock, params, body }) =>
    withdrawRule(db, caller, clock.now(), params.id, body.baseVersion),
  'PUT /api/coach/hits/:id': async ({ db, caller, clock, params, body }) =>
    keepHit(db, caller, clock.now(), params.id, { ...body, coach: await coachFor(db, caller.branchId, content) }),
  'GET /api/coach/hits': async ({ db, caller }) => ownHits(db, caller, await coachFor(db, caller.branchId, content)),
  'GET /api/coach/fired': async ({ db, caller, clock }) =>
    firedRules(db, caller, clock.now(), await coachFor(db, caller.branchId, content)),
})

type Asked = { text: string; by: Turn['by']; before?: string | undefined; opening: boolean }

const lookedAt = (coach: Coach, { text, by, before, opening }: Asked) => {
  const other = by === 'customer' ? 'staff' : 'customer'
  const turns: Turn[] = [
    ...(opening || by === 'customer' ? [] : [{ by: 'staff' as const, text: '' }]),
    ...(before === undefined ? [] : [{ by: other, text: before } as const]),
    { by, text },
  ]
  return lookAtTurn(coach, turns, turns.length - 1)
    .filter(({ level }) => isMark(level))
    .map((hit) => told(coach, text, hit))
}

const told = (coach: Coach, text: string, { start, end, rule, act, level, why, rewrite, source }: Hit) => {
  const nothing = { zh: '', en: '' }
  return {
    start,
    end,
    words: text.slice(start, end),
    rule,
    level,
    title: coach.compiled.titles[act] ?? nothing,
    why: coach.compiled.reasons[why] ?? nothing,
    rewrite,
    source,
  }
}
