import { sql } from 'kysely'
import type { Reply } from '#api/endpoint.ts'
import type { playbookEndpoints } from '#api/playbook.ts'
import { maskedPhone } from '#domain/customer/phone.ts'
import { customersWithin } from '#server/customer/filter.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'

const MOST = 20

/** Customers with a number, a member's or a contact person's, that ends so: those spoken to last come first. */
export const callersBy = async (
  db: Db,
  caller: Caller,
  tail: string,
): Promise<Reply<(typeof playbookEndpoints)['GET /api/inbound']>> => {
  const reversed = [...tail].toReversed().join('')
  const rows = await customersWithin(db, caller, 'contact.run')
    .innerJoin('customer_key as found', (on) =>
      on
        .onRef('found.branch_id', '=', 'customer.branch_id')
        .onRef('found.customer_id', '=', 'customer.id')
        .on('found.kind', '=', 'phone_tail')
        .on('found.key', '>=', reversed)
        .on('found.key', '<', `${reversed}\u{10FFFF}`),
    )
    .select([
      'customer.id',
      'customer.name',
      'customer.address_form',
      'customer.kind',
      'customer.last_touch_at',
      'standing.tier',
    ])
    .select(sql<string>`reverse(found.key)`.as('number'))
    .select(
      sql<{
        holder: string | null
        user: string | null
      } | null>`(select json_build_object('holder', m.holder_name, 'user', m.user_name)
        from member m where m.branch_id = customer.branch_id and m.customer_id = customer.id
        and regexp_replace(m.number, '\\D', '', 'g') = reverse(found.key)
        and m.removed_at is null order by m.main desc, m.id limit 1)`.as('member'),
    )
    .select(
      sql<number>`(select count(*)::int from promise p where p.branch_id = customer.branch_id
        and p.customer_id = customer.id and p.state = 'open')`.as('open_promises'),
    )
    .orderBy('customer.last_touch_at', (order) => order.desc().nullsLast())
    .orderBy('customer.name_sort')
    .limit(MOST)
    .execute()
  return {
    candidates: rows.map((row) => ({
      id: row.id,
      name: row.name,
      addressForm: row.address_form,
      kind: row.kind,
      phone: maskedPhone(row.number),
      holder: row.member?.holder ?? null,
      user: row.member?.user ?? null,
      tier: row.tier,
      lastTouchAt: row.last_touch_at?.toISOString() ?? null,
      openPromises: row.open_promises,
    })),
  }
}
