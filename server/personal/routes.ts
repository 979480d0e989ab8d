import type { personalEndpoints } from '#api/personal.ts'
import type { PictureFolder } from '#server/adapters/picture/folder.ts'
import { audit } from '#server/db/audit.ts'
import type { Handlers } from '#server/http/handler.ts'
import { aboutCustomer } from './about.ts'
import { erase } from './erase.ts'
import { personalFile } from './file.ts'
import { showErasure } from './preview.ts'
import { keepingsOf, setKeepings } from './setting.ts'

/** More of one part than anybody reads on a screen; the file has all of it. */
const MOST_LINES = 100

export const personalHandlers = (folder: PictureFolder): Handlers<typeof personalEndpoints> => ({
  'GET /api/customers/:id/personal-data': async ({ db, caller, clock, params, query }) => {
    const shown = await aboutCustomer(db, caller, params.id, { ...query, whole: false, most: MOST_LINES })
    await audit(db, caller.branchId, caller.staffId, clock.now(), {
      action: 'personal.viewed',
      entity: 'customer',
      entityId: params.id,
      customerId: params.id,
    })
    return shown
  },
  'GET /api/customers/:id/personal-data/file': ({ db, caller, clock, params, query }) =>
    personalFile(db, folder, caller, clock.now(), params.id, query),
  'GET /api/customers/:id/erasure': ({ db, caller, clock, params }) =>
    showErasure(db, caller, clock.today(caller.timeZone), params.id),
  'GET /api/lawful-keeping': ({ db, caller }) => keepingsOf(db, caller.branchId),
  'PUT /api/lawful-keeping': ({ db, caller, clock, body }) =>
    setKeepings(db, caller, clock.now(), body.baseVersion, body.keepings),
  'PUT /api/erasures/:id': ({ db, caller, clock, params, body }) =>
    erase(db, folder, caller, { at: clock.now(), today: clock.today(caller.timeZone) }, params.id, body),
})
