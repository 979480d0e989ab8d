import type { insightEndpoints } from '#api/insight.ts'
import type { Id } from '#domain/kernel/id.ts'
import type { Clock } from '#server/http/clock.ts'
import type { Handlers } from '#server/http/handler.ts'
import type { Caller } from '#server/http/handler.ts'
import type { Db } from '#server/db/pool.ts'
import { showChain } from './chain.ts'
import { openFigure } from './open-figure.ts'
import { showOwn } from './own.ts'
import { noteOwn, seeOwn } from './own-first.ts'
import { figuresOf } from './report.ts'
import { sampleTemplate } from './sample.ts'
import { askedFor, spanOf } from './span.ts'
import { showTeam } from './team.ts'
import { dropTemplate, fillTemplate, keepTemplate, templatesOf, uploaded } from './templates.ts'
import { ownOf, teamOf, unitsToSee } from './whose.ts'

type Wish = { month?: string | undefined; unit?: Id | undefined }

const monthOfTeam = async (db: Db, caller: Caller, clock: Clock, { month, unit }: Wish) => {
  const asked = askedFor(caller, clock, month)
  return { asked, team: await showTeam(db, caller, asked, unit) }
}

const atNow = (caller: Caller, clock: Clock) => ({ now: clock.now(), today: clock.today(caller.timeZone) })

export const insightHandlers: Handlers<typeof insightEndpoints> = {
  'GET /api/team': async ({ db, caller, clock, query }) => (await monthOfTeam(db, caller, clock, query)).team,
  'GET /api/team/chain': async ({ db, caller, clock, query }) =>
    showChain(db, caller, atNow(caller, clock), query.unit),
  'GET /api/team/records': async ({ db, caller, clock, query }) => {
    const whose = await teamOf(db, caller, await unitsToSee(db, caller), query.unit)
    return openFigure(db, caller, whose, query, atNow(caller, clock))
  },
  'GET /api/team/figures': async ({ db, caller, clock, query }) => {
    const { asked, team } = await monthOfTeam(db, caller, clock, query)
    return { ...spanOf(asked), figures: figuresOf(team) }
  },
  'GET /api/team/templates': async ({ db, caller }) => ({ templates: await templatesOf(db, caller) }),
  'GET /api/team/templates/sample': async ({ db, caller, clock }) => {
    const { team } = await monthOfTeam(db, caller, clock, {})
    return sampleTemplate(figuresOf(team))
  },
  'PUT /api/team/templates/:id': async ({ db, caller, clock, params, query, request }) => {
    const { team } = await monthOfTeam(db, caller, clock, {})
    const codes = new Set(figuresOf(team).map(({ code }) => code))
    const file = await uploaded(request.body)
    return keepTemplate(db, caller, clock.now(), params.id, query.fileName, file, codes)
  },
  'DELETE /api/team/templates/:id': async ({ db, caller, clock, params }) =>
    dropTemplate(db, caller, clock.now(), params.id),
  'GET /api/team/templates/:id/filled': async ({ db, caller, clock, params, query }) => {
    const { asked, team } = await monthOfTeam(db, caller, clock, query)
    return fillTemplate(db, caller, clock.now(), params.id, asked.span.month, figuresOf(team))
  },
  'GET /api/me/figures': async ({ db, caller, clock, query }) =>
    showOwn(db, caller, askedFor(caller, clock, query.month)),
  'GET /api/me/records': async ({ db, caller, clock, query }) =>
    openFigure(db, caller, ownOf(caller), query, atNow(caller, clock)),
  'PUT /api/me/figures/:month/seen': async ({ db, caller, clock, params }) => {
    const { span } = askedFor(caller, clock, params.month)
    return seeOwn(db, caller, clock.now(), span.month)
  },
  'PUT /api/me/figures/:month/notes/:formula': async ({ db, caller, clock, params, body }) => {
    const { span } = askedFor(caller, clock, params.month)
    return noteOwn(db, caller, clock.now(), span.month, params.formula, body.note)
  },
}
