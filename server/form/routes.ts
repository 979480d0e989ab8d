import type { formEndpoints } from '#api/form.ts'
import { reachOf } from '#domain/staff/scope.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller, Handlers } from '#server/http/handler.ts'
import { packsLeftOut } from '#server/playbook/fitting.ts'
import { formFactsFor } from './facts.ts'
import { giftsInStore, putGift } from './gifts.ts'
import { listForms } from './list.ts'
import { currentLayouts } from './load.ts'
import { correctForm, moveForm } from './moves.ts'
import { printBlank, printForm } from './print.ts'
import { showForm } from './show.ts'
import { putForm, signForm } from './write.ts'

/** Where a telephone in the house reaches this server; a server that only this machine reaches is named as the page named it. */
type Reach = { addresses: () => string[] }

const baseOf = (reach: Reach, headers: Headers): string => {
  const [first] = reach.addresses()
  if (first !== undefined) return first
  const origin = headers.get('origin') ?? headers.get('referer')
  if (origin !== null && URL.canParse(origin)) return new URL(origin).origin
  return `http://${headers.get('host') ?? 'localhost'}`
}

export const formHandlers = (reach: Reach): Handlers<typeof formEndpoints> => ({
  'GET /api/form-layouts': async ({ db, caller }) => ({ layouts: await offered(db, caller) }),
  'GET /api/form-layouts/:key/pdf': async ({ db, caller, clock, params, query, request }) =>
    printBlank(db, caller, clock.now(), params.key, query, baseOf(reach, request.headers)),
  'GET /api/form-facts': async ({ db, caller, clock, query }) => ({
    facts: await formFactsFor(db, caller, clock.now(), query),
  }),
  'GET /api/forms': async ({ db, caller, clock, query }) => listForms(db, caller, clock.now(), query),
  'GET /api/forms/:id': async ({ db, caller, clock, params }) => showForm(db, caller, clock.now(), params.id),
  'PUT /api/forms/:id': async ({ db, caller, clock, params, body }) =>
    putForm(db, caller, clock.now(), params.id, body),
  'PUT /api/forms/:id/signatures/:field': async ({ db, caller, clock, params, body }) =>
    signForm(db, caller, clock.now(), params, body),
  'POST /api/forms/:id/moves': async ({ db, caller, clock, params, body }) =>
    moveForm(db, caller, clock.now(), params.id, body),
  'PUT /api/forms/:id/corrections/:correctionId': async ({ db, caller, clock, params }) =>
    correctForm(db, caller, clock.now(), params),
  'GET /api/forms/:id/pdf': async ({ db, caller, clock, params, query, request }) =>
    printForm(db, caller, clock.now(), params.id, query.language, baseOf(reach, request.headers)),
  'GET /api/gifts': async ({ db, caller }) => giftsInStore(db, caller),
  'PUT /api/gifts/:id': async ({ db, caller, clock, params, body }) =>
    putGift(db, caller, clock.now(), params.id, body),
})

/** Forms of the packs the reader's unit works with. */
const offered = async (db: Db, caller: Caller) => {
  const { unit_id } = await db
    .selectFrom('staff')
    .select('unit_id')
    .where('branch_id', '=', caller.branchId)
    .where('id', '=', caller.staffId)
    .executeTakeFirstOrThrow()
  const leftOut = reachOf(caller.roles, 'pack.choose') ? new Set() : await packsLeftOut(db, caller.branchId, unit_id)
  return (await currentLayouts(db, caller.branchId)).filter(({ pack }) => !leftOut.has(pack))
}
