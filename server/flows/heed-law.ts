import { type Contract, contract } from '#api/contract.ts'
import type { Id } from '#domain/kernel/id.ts'
import { requireCustomer } from '#server/customer/show.ts'
import type { Db } from '#server/db/pool.ts'
import { refuseUnlawful } from '#server/guard/check.ts'
import { refuseUnlawfulTo } from '#server/guard/leaving.ts'
import type { Caller, Handlers } from '#server/http/handler.ts'
import { refuseWords } from '#server/retention/append.ts'

type Asking = { [K in keyof Contract]?: (call: Parameters<Handlers<Contract>[K]>[0]) => Promise<void> }
type Holder = 'expectation' | 'service_case'

/** Whom a record is about, for somebody who may contact them; the handler answers what is not theirs. */
const customerOf = async (db: Db, caller: Caller, table: Holder, id: Id): Promise<Id | null> => {
  const row = await db
    .selectFrom(table)
    .select('customer_id')
    .where('branch_id', '=', caller.branchId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row?.customer_id) return null
  await requireCustomer(db, caller, row.customer_id, 'contact.run')
  return row.customer_id
}

const toldAbout = async (
  { db, caller, clock }: { db: Db; caller: Caller; clock: { now: () => Date } },
  table: Holder,
  id: Id,
  what: string,
  texts: readonly string[],
): Promise<void> => {
  if (texts.every((text) => text.trim() === '')) return
  const customerId = await customerOf(db, caller, table, id)
  if (customerId) await refuseUnlawfulTo(db, caller, clock.now(), { customerId, what, texts })
}

/** What the law is asked about words on their way to a customer, before their wording is (see `heedingWords`): whatever they are sent for, when that customer is about to leave. Copied words are asked where they are recorded, those of a talk in `appendToRun`. */
export const heedingLaw: Asking = {
  'POST /api/retention/:id/events': ({ db, caller, clock, params, body }) =>
    refuseWords(db, caller, clock.now(), params.id, body.wish),
  'PUT /api/campaigns/:id': ({ db, caller, clock, body }) =>
    refuseUnlawful(db, caller, clock.now(), { what: 'campaign', texts: [body.offer] }),
  'POST /api/expectations/:id/moves': (call) =>
    toldAbout(
      call,
      'expectation',
      call.params.id,
      'expectation',
      contract['POST /api/expectations/:id/moves'].toCustomer(call.body),
    ),
  'POST /api/cases/:id/moves': (call) =>
    toldAbout(
      call,
      'service_case',
      call.params.id,
      'case',
      contract['POST /api/cases/:id/moves'].toCustomer(call.body),
    ),
  'POST /api/cases/:id/complaint': (call) =>
    toldAbout(
      call,
      'service_case',
      call.params.id,
      'complaint',
      contract['POST /api/cases/:id/complaint'].toCustomer(call.body),
    ),
  'PUT /api/satisfaction/changes/:id/told/:customerId': async ({ db, caller, clock, params, body }) => {
    await requireCustomer(db, caller, params.customerId, 'contact.run')
    await refuseUnlawfulTo(db, caller, clock.now(), {
      customerId: params.customerId,
      what: 'change',
      texts: [body.text],
    })
  },
}
