import type { Reply } from '#api/endpoint.ts'
import type { sightEndpoints } from '#api/sight.ts'
import type { Id } from '#domain/kernel/id.ts'
import { groupsOn, ofOneselfAlone } from '#domain/staff/field-group.ts'
import type { Owned } from '#domain/staff/scope.ts'
import { type Seen, type Sight, type SightKind, sightOf, sights } from '#domain/staff/sight.ts'
import { caseRow } from '#server/case/ledger.ts'
import { requireCustomer } from '#server/customer/show.ts'
import type { Db } from '#server/db/pool.ts'
import { requireEvent } from '#server/event/show.ts'
import { requireForm } from '#server/form/require-form.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller, Handlers } from '#server/http/handler.ts'
import { requireRun } from '#server/playbook/require-run.ts'
import { requireCase } from '#server/retention/subject.ts'
import { actorOf, everybody } from '#server/staff/everybody.ts'

export const sightHandlers: Handlers<typeof sightEndpoints> = {
  'GET /api/sight/:kind/:id': async ({ db, caller, params }) => sightOn(db, caller, params.kind, params.id),
}

type Shown = Reply<(typeof sightEndpoints)['GET /api/sight/:kind/:id']>

/** Asks the rule of every colleague, once the reader has passed the guard of the record's own page. */
const sightOn = async (db: Db, caller: Caller, kind: SightKind, id: Id): Promise<Shown> => {
  const seen = await readers[kind](db, caller, id)
  const everyone = await everybody(db, caller.branchId)
  const people = everyone.flatMap((person) => {
    const actor = actorOf(caller.branchId, person)
    const why = sightOf(actor, seen)
    const { name, unitName } = person
    return why === null ? [] : [{ id: person.id, name, unitName, why, groups: groupsOn(actor, seen.owned) }]
  })
  const nearest = (why: Sight): number => sights.indexOf(why)
  return {
    people: people.toSorted((a, b) => nearest(a.why) - nearest(b.why)),
    others: everyone.length - people.length,
    private: [...ofOneselfAlone],
  }
}

/** Each kind by the guard its own page stands behind. */
const readers: Record<SightKind, (db: Db, caller: Caller, id: Id) => Promise<Seen>> = {
  customer: async (db, caller, id) => ({
    kind: 'customer',
    owned: await ownedBy(db, caller, id),
    holderId: null,
  }),
  case: async (db, caller, id) => {
    const row = (await caseRow(db, caller, id)) ?? fail('record.not_found')
    return { kind: 'case', owned: await keptBy(db, caller, row.customer_id), holderId: row.owner_id }
  },
  retention: async (db, caller, id) => {
    const row = await requireCase(db, caller, id)
    return { kind: 'retention', owned: await ownedBy(db, caller, row.customer_id), holderId: row.owner_id }
  },
  event: async (db, caller, id) => {
    const row = await requireEvent(db, caller, id)
    return { kind: 'event', owned: null, holderId: row.set_by }
  },
  form: async (db, caller, id) => {
    const row = await requireForm(db, caller, id)
    const form = { own: row.own, dropped: row.state === 'dropped', unitId: row.unit_id }
    return { kind: 'form', owned: await keptBy(db, caller, row.customer_id), holderId: row.author_id, form }
  },
  run: async (db, caller, id) => {
    const row = await requireRun(db, caller, id)
    return { kind: 'run', owned: await keptBy(db, caller, row.customer_id), holderId: row.staff_id }
  },
}

/** Who keeps a customer the reader may see themselves. */
const ownedBy = async (db: Db, caller: Caller, id: Id): Promise<Owned> => {
  const row = await requireCustomer(db, caller, id, 'customer.read')
  return { managerId: row.manager_id, backupId: row.backup_id, unitId: row.unit_id }
}

/** Who keeps the customer of a record whose own guard was passed. */
const keptBy = async (db: Db, caller: Caller, id: Id | null): Promise<Owned | null> =>
  id === null
    ? null
    : ((await db
        .selectFrom('customer')
        .select(['manager_id as managerId', 'backup_id as backupId', 'unit_id as unitId'])
        .where('branch_id', '=', caller.branchId)
        .where('id', '=', id)
        .executeTakeFirst()) ?? null)
