import type { Received, Reply } from '#api/endpoint.ts'
import type { playbookEndpoints } from '#api/playbook.ts'
import { requireCustomer } from '#server/customer/show.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'
import { choiceAmong, plannedTask, purposeOf } from './choose.ts'
import { fittingFor } from './fitting.ts'
import { currentPacks } from './load.ts'

type Endpoint = (typeof playbookEndpoints)['GET /api/customers/:id/playbooks']

/** What a customer may be led by, and which of these is the usual one; what is planned first, then a pack of their own sort. */
export const playbooksForCustomer = async (
  db: Db,
  caller: Caller,
  customerId: string,
  { direction, reasons }: Received<Endpoint>['query'],
): Promise<Reply<Endpoint>> => {
  const customer = await requireCustomer(db, caller, customerId, 'contact.run')
  const occasions = occasionsIn(reasons)
  const [fitting, packs, open, planned] = await Promise.all([
    fittingFor(db, caller.branchId, customer, { direction, channel: null }),
    currentPacks(db, caller.branchId),
    plannedKeys(db, caller.branchId, customerId),
    plannedTask(db, caller, { customerId, direction, occasions }),
  ])
  const why = { direction, occasions }
  const usual = choiceAmong(fitting, { ...why, planned: planned.playbook })
  const nameOf = new Map(packs.map(({ id, about }) => [id, about?.title]))
  const placeOf = (key: string, own: boolean): number => (open.has(key) ? 0 : own ? 1 : 2)
  return {
    playbooks: fitting
      .toSorted((a, b) => placeOf(a.playbook.id, a.packKinds !== null) - placeOf(b.playbook.id, b.packKinds !== null))
      .map(({ playbook, pack }) => ({
        key: playbook.id,
        title: playbook.title,
        aim: playbook.aim,
        pack: nameOf.get(pack) ?? { zh: pack, en: pack },
        channels: playbook.channels ?? ['call' as const],
        purpose: purposeOf(
          playbook.id === usual?.playbook.id ? why : { ...why, playbook: playbook.id },
          planned.playbook,
          playbook,
        ),
        planned: open.has(playbook.id),
        usual: playbook.id === usual?.playbook.id,
      })),
  }
}

/** `birthday:<record>,cadence:<record>`, the headline first, as the row of Today has them. */
const occasionsIn = (reasons: string): { kind: string; recordId: string }[] =>
  reasons.split(',').flatMap((reason) => {
    const [kind = '', ...rest] = reason.split(':')
    return kind === '' ? [] : [{ kind, recordId: rest.join(':') }]
  })

const plannedKeys = async (db: Db, branchId: number, customerId: string): Promise<Set<string>> => {
  const rows = await db
    .selectFrom('task')
    .select('playbook_key')
    .where('branch_id', '=', branchId)
    .where('customer_id', '=', customerId)
    .where('state', '=', 'open')
    .execute()
  return new Set(rows.map(({ playbook_key }) => playbook_key))
}
