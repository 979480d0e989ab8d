import type { roundEndpoints } from '#api/round.ts'
import type { Handlers } from '#server/http/handler.ts'
import { fieldDay } from './field-day.ts'
import { setSetting, showSettings } from './setting.ts'
import { daySheet } from './sheet.ts'

export const roundHandlers: Handlers<typeof roundEndpoints> = {
  'GET /api/field-days/:day': async ({ db, caller, clock, params }) => fieldDay(db, caller, clock.now(), params.day),
  'GET /api/field-days/:day/sheet': async ({ db, caller, clock, params, query }) =>
    daySheet(db, caller, clock.now(), params.day, query),
  'GET /api/round-settings': async ({ db, caller }) => showSettings(db, caller.branchId),
  'PUT /api/round-settings/standard': async ({ db, caller, clock, body: { baseVersion, standard } }) =>
    setSetting(db, caller, clock.now(), { key: 'round_standard', baseVersion, value: standard }),
  'PUT /api/round-settings/sheet': async ({ db, caller, clock, body: { baseVersion, sheet } }) =>
    setSetting(db, caller, clock.now(), { key: 'day_sheet', baseVersion, value: sheet }),
}
