import type { campaignEndpoints } from '#api/campaign.ts'
import type { Reply } from '#api/endpoint.ts'
import type { Playbook } from '#domain/playbook/definition.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'
import { currentPlaybooks } from '#server/playbook/load.ts'

/** What a campaign can take its audience from: saved views of the customer list, and the caller's own frozen lists. */
export const listsFor = async (
  db: Db,
  caller: Caller,
): Promise<Reply<(typeof campaignEndpoints)['GET /api/campaigns/lists']>> => {
  const [views, frozen, playbooks] = await Promise.all([
    db
      .selectFrom('saved_view')
      .select(['id', 'name', 'definition'])
      .where('branch_id', '=', caller.branchId)
      .where('screen', '=', 'customers')
      .where((eb) => eb.or([eb('owner_id', '=', caller.staffId), eb('shared', '=', true)]))
      .orderBy('id')
      .execute(),
    db
      .selectFrom('frozen_list')
      .select(['id', 'name'])
      .select((eb) =>
        eb
          .selectFrom('frozen_member')
          .select((count) => count.fn.countAll<number>().as('n'))
          .where('frozen_member.branch_id', '=', caller.branchId)
          .whereRef('frozen_member.list_id', '=', 'frozen_list.id')
          .as('customers'),
      )
      .where('branch_id', '=', caller.branchId)
      .where('actor_id', '=', caller.staffId)
      .orderBy('id')
      .execute(),
    currentPlaybooks(db, caller.branchId),
  ])
  return {
    views: views.map(({ definition, ...view }) => ({ ...view, definition: definition as Record<string, unknown> })),
    frozen: frozen.map(({ customers, ...list }) => ({ ...list, customers: customers ?? 0 })),
    playbooks: playbooks
      .filter(({ playbook }) => isOurs(playbook))
      .map(({ playbook: { id, title } }) => ({ key: id, title })),
  }
}

/** Led by us to somebody who waits for nothing: what answers a customer's own matter is no campaign. */
const isOurs = ({ directions, contactPurpose }: Playbook): boolean =>
  directions.includes('outbound') &&
  (contactPurpose ? contactPurpose !== 'service' && contactPurpose !== 'complaint' : !directions.includes('inbound'))
