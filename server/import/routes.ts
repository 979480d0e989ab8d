import type { importEndpoints } from '#api/import.ts'
import type { Handlers } from '#server/http/handler.ts'
import type { ImportFolder } from './folder.ts'
import { importReply, listImports, requireImport } from './find.ts'
import { orderImport, orderUndo } from './order.ts'
import { previewImport } from './preview.ts'
import { listLeft, listProblems, rejectsFile } from './rejects.ts'
import { forgetTemplate, listTemplates } from './template.ts'
import { discardImport, takeBytes } from './upload.ts'

export const importHandlers = (folder: ImportFolder): Handlers<typeof importEndpoints> => ({
  'GET /api/imports': ({ db, caller, query }) => listImports(db, caller, query),
  'GET /api/import-templates': ({ db, caller }) => listTemplates(db, caller),
  'DELETE /api/import-templates/:id': ({ db, caller, params }) => forgetTemplate(db, caller, params.id),
  'PUT /api/imports/:id/file': ({ db, caller, clock, params, query, request }) =>
    takeBytes(db, folder, caller, clock.now(), params.id, query, request.body),
  'GET /api/imports/:id': async ({ db, caller, params }) =>
    importReply(await requireImport(db, caller, params.id), caller),
  'DELETE /api/imports/:id': ({ db, caller, clock, params }) =>
    discardImport(db, folder, caller, clock.now(), params.id),
  'GET /api/imports/:id/preview': ({ db, caller, clock, params, query }) =>
    previewImport(db, folder, caller, clock.today(caller.timeZone), params.id, query),
  'PUT /api/imports/:id/check': ({ db, caller, clock, params, body }) =>
    orderImport(db, caller, clock.now(), clock.today(caller.timeZone), params.id, 'check', body),
  'PUT /api/imports/:id/run': ({ db, caller, clock, params, body }) =>
    orderImport(db, caller, clock.now(), clock.today(caller.timeZone), params.id, 'run', body),
  'PUT /api/imports/:id/undo': ({ db, caller, clock, params }) => orderUndo(db, caller, clock.now(), params.id),
  'GET /api/imports/:id/problems': ({ db, caller, params, query }) => listProblems(db, caller, params.id, query.limit),
  'GET /api/imports/:id/rejects': ({ db, caller, params, query }) => rejectsFile(db, caller, params.id, query),
  'GET /api/imports/:id/left': ({ db, caller, params, query }) => listLeft(db, caller, params.id, query.limit),
})
